"""The table that an operator reads: what is broken, unsigned, stale or untranslated, and where."""

from datetime import date
from pathlib import Path

import pytest
from municipal_files import RIGHT, SOUND, TODAY, lay, signed

from minplan import clock
from minplan.content import print_of
from minplan.content.checking.accepting import accept
from minplan.content.checking.aligned import aligned
from minplan.content.checking.look import look, table
from minplan.content.overlay.benefits import read_benefits
from minplan.content.overlay.folder import read_folder
from minplan.content.packaged import packaged
from minplan.language.messages import Messages, read

NO_WORDS = {"en": Messages()}
BENEFITS = """\
[[benefit]]
id = "kontanthjaelp"
name = "Kontanthjælp"
valid_to = 2026-12-31

[[benefit]]
id = "kontanthjaelp"
name = "Kontanthjælp"
valid_from = 2027-01-01
"""


@pytest.fixture(autouse=True)
def _one_day() -> None:
    clock.start(clock.parse(str(TODAY)))


def rows(folder: Path, day: date = TODAY, right: str | None = "kaffe") -> list[tuple[str, str, int, str]]:
    found = table(look(folder, day), day, NO_WORDS)
    return [(each.kind, each.file, each.line, each.what) for each in found if right is None or each.id == right]


def kaffe(text: str = RIGHT) -> str:
    own, _faults = read_folder({"rights/own.toml": text}, packaged().codes, packaged().ids, TODAY)
    return print_of(own.rights[0].right)


def test_an_unsigned_record_shows_the_print_that_is_to_be_signed(tmp_path: Path) -> None:
    assert rows(lay(tmp_path, SOUND)) == [
        ("unsigned", "rights/own.toml", 4, f"signed by nobody; print {kaffe()}"),
    ]  # fmt: skip
    lay(tmp_path, {"reviews.toml": signed("kaffe", kaffe())})
    assert rows(tmp_path) == []
    changed = RIGHT.replace("kaffe, mens", "te, mens")
    lay(tmp_path, {"rights/own.toml": changed})
    assert rows(tmp_path) == [
        (
            "unsigned", "rights/own.toml", 4,
            f"changed since Ida Holm, jurist signed it on 2026-11-20; print {kaffe(changed)}",
        )
    ]  # fmt: skip


def test_what_goes_out_of_date_is_told_thirty_days_before(tmp_path: Path) -> None:
    text = RIGHT.replace("researched", "expected_change = 2027-01-01\nresearched")
    lay(tmp_path, SOUND | {"rights/own.toml": text, "reviews.toml": signed("kaffe", kaffe(text))})
    told = {day: [kind for kind, *_ in rows(tmp_path, date.fromisoformat(day))] for day in (
        "2026-12-01", "2026-12-02", "2026-12-31", "2027-01-01",
    )}  # fmt: skip
    assert told == {"2026-12-01": [], "2026-12-02": ["soon"], "2026-12-31": ["soon"], "2027-01-01": ["stale"]}


def test_a_number_that_nobody_has_called_is_stale(tmp_path: Path) -> None:
    lay(tmp_path, SOUND)
    day = date(2027, 4, 3)
    assert ("stale", "contacts.toml", 2, "checked on 2026-10-01") in rows(tmp_path, day, None)
    assert ("soon", "contacts.toml", 2, "checked on 2026-10-01, good until 2027-04-02") in rows(
        tmp_path, date(2027, 3, 20), None
    )


def test_a_missing_language_is_told_part_by_part(tmp_path: Path) -> None:
    lay(tmp_path, SOUND | {"rights/own.toml": RIGHT.replace('action = "Tell the desk."\n', "")})
    assert ("missing", "rights/own.toml", 4, "en: no action") in rows(tmp_path)
    assert ("missing", "texts.toml", 2, "en: no text") in rows(tmp_path, right="letter:decision:means")


def test_a_text_that_the_product_does_not_have_is_told(tmp_path: Path) -> None:
    lay(tmp_path, SOUND | {"texts.toml": SOUND["texts.toml"].replace("means", "meaning")})
    told = ("stale", "texts.toml", 2, "no text of the product is called that: it is not shown")
    assert told in rows(tmp_path, right="letter:decision:meaning")


def test_a_word_of_the_law_stands_with_its_danish(tmp_path: Path) -> None:
    text = RIGHT.replace("Du kan få", "Din bisidder kan få").replace("You can have", "Your companion can have")
    lay(tmp_path, SOUND | {"rights/own.toml": text})
    assert ("word", "rights/own.toml", 4, "en: without its Danish: bisidder") in rows(tmp_path)
    lay(tmp_path, {"rights/own.toml": text.replace("companion", "companion (bisidder)")})
    assert not [row for row in rows(tmp_path) if row[0] == "word"]


def test_what_is_broken_comes_first(tmp_path: Path) -> None:
    lay(tmp_path, SOUND | {"rights/own.toml": RIGHT.replace("waiting", "sunday"), "offers.toml": "[["})
    found = rows(tmp_path, right=None)
    assert [row[:3] for row in found if row[0] == "broken"] == [
        ("broken", "offers.toml", 1), ("broken", "rights/own.toml", 4),
    ]  # fmt: skip
    assert found[1][0] == "broken"


def test_a_file_that_a_running_server_misses_is_told(tmp_path: Path) -> None:
    folder, place = lay(tmp_path / "own", SOUND), tmp_path / "last-good"

    def broken() -> list[tuple[str, str]]:
        return [(fault.file, fault.what) for fault in look(folder, TODAY, place).faults]

    assert broken() == [] == accept(folder, place)
    (folder / "texts.toml").unlink()
    assert broken() == [("texts.toml", "is there no more; `minplan rights accept` takes the folder as it is")]
    lay(folder, {"deadlines.toml": "["})
    assert [file for file, _what in broken()] == ["deadlines.toml"], "what is broken comes first"
    (folder / "deadlines.toml").write_text(SOUND["deadlines.toml"], "utf-8")
    assert accept(folder, place) == [] == broken()


def test_of_what_nobody_is_sure_of_nothing_is_asked() -> None:
    found = [row for row in table(look(None, TODAY), TODAY, {}) if row.id == "afklaring"]
    assert [row.kind for row in found] == ["withheld"]


def test_what_comes_with_the_product_is_translated_with_its_danish_words() -> None:
    languages = {lang: read(lang) for lang in ("en", "ar")}
    found = [row for row in table(look(None, TODAY), TODAY, languages) if row.kind in ("broken", "missing", "word")]
    assert found == []


def test_cells_stand_under_each_other() -> None:
    assert list(aligned([("a", "long", "x"), ("bcd", "e", "")])) == ["a    long  x", "bcd  e"]
    assert list(aligned([])) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("2027-01-01", "2026-12-31", [(7, "kontanthjaelp", "holds at the same time as the one on line 2")]),
        ("valid_from = 2027-01-01\n", "", [(7, "kontanthjaelp", "holds at the same time as the one on line 2")]),
        ("valid_from", 'parent = "nothing"\nvalid_from', [(7, "kontanthjaelp", "unknown benefit nothing")]),
        ("valid_from", "from", [(7, "kontanthjaelp", "unknown field from")]),
    ],
)
def test_a_benefit_stands_twice_only_in_times_that_do_not_meet(old: str, new: str, told: list[object]) -> None:
    found, faults = read_benefits("benefits.toml", BENEFITS.replace(old, new))
    assert [(fault.line, fault.id, fault.what) for fault in faults] == told
    assert len(found) == (1 if new == "from" else 2)


def test_the_code_list_is_looked_at_before_it_is_expected_to_change() -> None:
    def told(day: date) -> set[str]:
        return {row.kind for row in table(look(None, day), day, {}) if row.file == "benefits.toml"}

    assert [told(day) for day in (TODAY, date(2026, 12, 3), date(2027, 1, 1))] == [set(), {"soon"}, {"stale"}]


def test_a_word_of_the_law_without_its_meaning_is_told() -> None:
    found = table(look(None, TODAY), TODAY, NO_WORDS)
    assert ("missing", "bisidder") in {(row.kind, row.id) for row in found if row.file == "legal_words.toml"}
