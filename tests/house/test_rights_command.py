"""`minplan rights`, and the folder that a municipality names in its settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from municipal_files import RIGHT, SOUND, lay, signed

from minplan import cli, clock, config, content, rights
from minplan.content import print_of
from minplan.content.municipal import DEMO
from minplan.content.overlay.files import texts_in
from minplan.content.overlay.folder import read_folder
from minplan.content.packaged import packaged

PRODUCTION = {"PRODUCTION": "1", "SECRET": "s" * 32, "NUMBER_KEY": "n" * 32, "VAULT_KEY": "v" * 32}


@pytest.fixture(autouse=True)
def _settings_anew() -> Iterator[None]:
    config.settings.cache_clear()
    clock.start(clock.parse("2026-11-22"))
    yield
    config.settings.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINPLAN_RIGHTS", str(lay(tmp_path / "own", SOUND)))
    monkeypatch.setenv("MINPLAN_DATA", str(tmp_path))
    return tmp_path / "own"


def told(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = cli.main(["rights", *words.split()])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_sound_house_is_looked_through(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, table, error = told("check", capsys)
    assert (code, error) == (0, "")
    assert "unsigned  rights/own.toml" in table
    assert table.splitlines()[-1] == "75 records, 0 broken, 71 unsigned"


def test_what_is_broken_ends_with_one(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    lay(folder, {"rights/own.toml": RIGHT.replace('"all"', '"rigdom"')})
    code, table, error = told("check", capsys)
    assert code == 1
    assert table.splitlines()[1].split(maxsplit=4) == [
        "broken", "rights/own.toml", "4", "kaffe", "unknown benefit rigdom",
    ]  # fmt: skip
    assert error == "minplan: 1 broken: a running server shows the last good content.\n"


def test_in_production_what_is_unsigned_ends_with_one_too(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert told("check --production", capsys)[0] == 1
    every = [*packaged().rights, *read_folder(SOUND, packaged().codes, packaged().ids, clock.today())[0].rights]
    lay(folder, {"reviews.toml": "\n".join(signed(each.right.id, print_of(each.right)) for each in every)})
    code, table, error = told("check --production", capsys)
    assert (code, error) == (0, "")
    assert table.splitlines()[-1] == "75 records, 0 broken, 0 unsigned"


def test_the_table_of_another_day(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert "stale" not in told("check", capsys)[1]
    assert "stale" in told("check --day 2027-01-01", capsys)[1]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1999-12-31", "2201-01-01", "tomorrow", "2026-02-30"])
def test_a_day_that_cannot_be_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str], day: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["rights", "check", "--day", day])
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith(f"argument --day: {day!r} is no day such as 2027-01-01, from 2000 to 2200")


@pytest.mark.parametrize("day", ["2000-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_can_be_looked_at(capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert told(f"check --day {day}", capsys)[0] == 0


def test_a_folder_that_lost_a_file_is_taken_when_somebody_says_so(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert content.answer_deadlines(), "a server has taken it"
    (folder / "deadlines.toml").unlink()
    code, table, _error = told("check", capsys)
    assert code == 1 and table.splitlines()[1].split()[:2] == ["broken", "deadlines.toml"]
    assert told("accept", capsys)[::2] == (0, "") and told("check", capsys)[0] == 0
    lay(folder, {"contacts.toml": ""})
    assert told("accept", capsys)[2] == (
        "minplan: 1 broken: nothing is taken. `minplan rights check` says which.\n"
    )  # fmt: skip
    monkeypatch.delenv("MINPLAN_RIGHTS")
    assert told("accept", capsys)[0] == 1


def test_the_matrix_names_at_most_three(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, table, _error = told("matrix", capsys)
    rows = [line.split(maxsplit=2) for line in table.splitlines()]
    assert (code, rows[0]) == (0, ["benefit", "moment", "ids"])
    assert all(ids.count(",") <= 2 for _benefit, _moment, ids in rows)
    assert next(ids for benefit, moment, ids in rows if (benefit, moment) == ("-", "waiting")).startswith("svarfrist")
    assert all(len(line.split()) == 2 for line in told("matrix --production", capsys)[1].splitlines()[1:])


def test_how_easily_it_reads_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, table, _error = told("lix", capsys)
    assert code == 0
    assert len(table.splitlines()) == 20, "a head, and nineteen moments"


def test_a_lawyer_reads_a_record_whole_and_signs_what_is_printed(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    code, said, _error = told("print kaffe", capsys)
    assert code == 0 and "Du kan få kaffe, mens du venter." in said
    stanza = said[said.index("[[review]]") :].replace('by = ""', 'by = "Ida Holm, jurist"')
    lay(folder, {"reviews.toml": stanza})
    assert told("check", capsys)[1].endswith("75 records, 0 broken, 70 unsigned\n")
    assert told("print nothing", capsys)[0] == 1


def test_a_lawyer_reads_what_is_only_known_of_a_record(capsys: pytest.CaptureFixture[str]) -> None:
    said = told("print arbejdsgiver_samtale", capsys)[1]
    assert "note: 4-week rule read; paragraph numbers and retention plan (fastholdelsesplan) known." in said


def test_the_box_holds_what_the_municipality_wrote_and_signed(folder: Path) -> None:
    shown = {each.right.id: each for each in rights.box()}
    assert shown["kaffe"].standing == "whole"
    assert content.review_of(shown["kaffe"].right) is None
    assert [each.id for each in content.answer_deadlines()] == ["tilbud"]
    assert content.own_text("letter:decision:means", "en") == ("Vi ringer, før vi skriver.", "da")
    assert content.own_text("letter:decision:when", "en") is None
    adviser = content.contact("borgerraadgiver")
    assert adviser is not None and adviser.phone == "70 00 00 00"
    clock.start(clock.parse("2027-04-03"))
    assert content.contact("borgerraadgiver") is None, "nobody has called it for half a year"


def test_in_production_only_what_is_signed_is_in_the_box(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(f"MINPLAN_{name}", value)
    klage = content.rights_shelf().rights["klage_4_uger"]
    assert rights.box() == [] and rights.here("decision") == []
    assert rights.by_when("klage_4_uger", clock.today()) is None
    signing = lay(folder.parent / "signing", SOUND | {"reviews.toml": signed("klage_4_uger", print_of(klage))})
    monkeypatch.setenv("MINPLAN_RIGHTS", str(signing))
    monkeypatch.setenv("MINPLAN_DATA", str(signing.parent / "another"))
    config.settings.cache_clear()
    assert [each.right.id for each in rights.here("decision")] == ["klage_4_uger"]
    assert str(rights.by_when("klage_4_uger", clock.today())) == "2026-12-21"
    review = content.review_of(klage)
    assert review is not None and review.by == "Ida Holm, jurist"


def test_the_demo_has_a_municipality_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert content.answer_deadlines() == []
    monkeypatch.setenv("MINPLAN_DEMO", "1")
    config.settings.cache_clear()
    assert len(content.answer_deadlines()) == 4
    assert content.contact("official_post") is not None
    texts, faults = texts_in(DEMO)
    assert faults == [] and read_folder(texts, packaged().codes, packaged().ids, clock.today())[1] == []
