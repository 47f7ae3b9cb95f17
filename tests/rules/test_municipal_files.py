"""What a municipality's files say, and what is told of a wrong one: its name, the line and the record."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from municipal_files import RIGHT, SOUND, TODAY, signed

from minplan.content import print_of
from minplan.content.municipal import newest_review
from minplan.content.overlay import Fault, Municipal
from minplan.content.overlay.folder import read_folder
from minplan.content.packaged import packaged
from minplan.content.rights_shelf import shelf_of
from minplan.language.translator import translator


def read(files: dict[str, str]) -> tuple[Municipal, list[Fault]]:
    return read_folder(files, packaged().codes, packaged().ids, TODAY)


def faults(file: str, text: str) -> list[tuple[str, int, str, str]]:
    return [(each.file, each.line, each.id, each.what) for each in read(SOUND | {file: text})[1]]


def test_a_sound_folder_is_read_whole() -> None:
    own, wrong = read(SOUND)
    assert not wrong
    shelf = shelf_of(own, TODAY)
    assert set(shelf.rights) == packaged().ids | {"kaffe"}
    coffee = shelf.rights["kaffe"]
    assert coffee.owner == "Solvik Kommune"
    assert coffee.said("name", translator("en")) == "There is coffee"
    assert coffee.said("name", translator("ar")) == "Der er kaffe"
    assert coffee.said("deadline", translator("en")) == ""
    assert own.deadlines[0].called("en") == "An offer" and own.deadlines[0].called("ar") == "Et tilbud"
    assert own.contacts["borgerraadgiver"].said("ar") == "Hjælper dig, når du er uenig."
    assert own.texts["letter:decision:means"]["da"] == "Vi ringer, før vi skriver."


def test_a_record_of_the_same_id_replaces_the_packaged_one() -> None:
    own, wrong = read({"rights/own.toml": RIGHT.replace('"kaffe"', '"bisidder"')})
    assert not wrong
    assert shelf_of(own, TODAY).rights["bisidder"].owner == "Solvik Kommune"
    assert shelf_of(Municipal(), TODAY).rights["bisidder"].owner == "minplan"


def test_of_two_versions_the_one_of_the_day_holds() -> None:
    def version(name: str, time: str) -> str:
        return RIGHT.replace("Der er kaffe", name).replace("researched", f"{time}\nresearched")

    later = version("Ny", "valid_from = 2027-01-01").partition("\n\n")[2]
    own, wrong = read({"rights/own.toml": f"{version('Gammel', 'valid_to = 2026-12-31')}\n{later}"})
    assert not wrong
    assert [shelf_of(own, day).rights["kaffe"].name for day in (TODAY, date(2026, 12, 31), date(2027, 1, 1))] == [
        "Gammel", "Gammel", "Ny",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "right", "what"),
    [
        ('benefits = ["all"]', 'benefits = ["dagpenge", "rigdom"]', 4, "kaffe", "unknown benefit rigdom"),
        ("waiting = 1", "sunday = 1", 4, "kaffe", "unknown moment sunday"),
        ("waiting = 1", "waiting = 0", 4, "kaffe", "the place of waiting must be a number from 1 to 9"),
        ('icon = "talk"', 'icon = "cup"', 4, "kaffe", "icon must be one of companion, voice"),
        ('link = ""', 'link = "javascript:alert(1)"', 4, "kaffe", "link must be an https:// address, or empty"),
        ('act = "Husets regler"', 'law = "Husets regler"', 4, "kaffe", "unknown field law"),
        ('act = "Husets regler"\n', "", 4, "kaffe", "act is missing"),
        ("researched = 2026-11-01", "researched = 2026-11-01T10:00:00", 4, "kaffe", "researched must be a day"),
        ('certainty = "confirmed"', 'certainty = "sure"', 4, "kaffe", "certainty must be one of"),
        ("[right.own.en]", "[right.own.en]\nheading = 'x'", 4, "kaffe", "unknown field own.en.heading"),
        ("[right.own.en]", "[right.own.da]", 4, "kaffe", "own.da must be texts by part, in another language than"),
        ('id = "kaffe"', 'id = "Kaffe!"', 4, "Kaffe!", "id must be small letters"),
        ('owner = "Solvik Kommune"', "", 1, "", "owner is missing"),
        ('owner = "Solvik Kommune"', 'owner = "S"\ncolour = "blue"', 2, "", "unknown field colour"),
        ('name = "Der er kaffe"', 'name = "Der er kaffe', 5, "", "is no TOML, column"),
        ("[[right]]", "[right]", 3, "", "right must be tables in double brackets"),
        (
            "source =", 'deadline = { count = 0, unit = "weeks", who = "citizen", from = "decision", '
            'certainty = "known" }\nsource =', 4, "kaffe", "deadline: count must be a number from 1 to 400",
        ),
        ("source =", "valid_from = 2027-01-02\nvalid_to = 2027-01-01\nsource =", 4, "kaffe", "valid_to lies before"),
        ("researched = 2026-11-01", "researched = 2026-11-23", 4, "kaffe", "researched is a day to come"),
        ("researched = 2026-11-01", "researched = 9999-12-31", 4, "kaffe", "researched must be a day such as"),
        ("source =", "expected_change = 0001-01-01\nsource =", 4, "kaffe", "expected_change must be a day such as"),
        ("source =", "valid_to = 2201-01-01\nsource =", 4, "kaffe", "valid_to must be a day such as"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_found_again(old: str, new: str, line: int, right: str, what: str) -> None:
    assert old in RIGHT
    told = faults("rights/own.toml", RIGHT.replace(old, new, 1))
    assert [(each[0], each[1], each[2]) for each in told][:1] == [("rights/own.toml", line, right)]
    assert told[0][3].startswith(what)


def test_two_at_the_same_time_are_told_at_the_second() -> None:
    twice = f"{RIGHT}\n{RIGHT.partition(chr(10) * 2)[2]}"
    assert faults("rights/own.toml", twice) == [
        ("rights/own.toml", 23, "kaffe", "holds at the same time as the one in rights/own.toml, line 4")
    ]
    other = SOUND["contacts.toml"] + "\n" + SOUND["contacts.toml"]
    assert faults("contacts.toml", other) == [
        ("contacts.toml", 9, "borgerraadgiver", "holds at the same time as the one on line 2")
    ]


@pytest.mark.parametrize(
    ("file", "text", "line", "record", "what"),
    [
        ("reviews.toml", signed("teleport", "0" * 16), 2, "teleport", "unknown right"),
        ("reviews.toml", signed("kaffe", "xyz"), 2, "kaffe", "of must be the sixteen signs of a print"),
        ("deadlines.toml", '[[deadline]]\nid = "x"\n', 2, "x", "name is missing"),
        ("reviews.toml", signed("kaffe", "0" * 16, "1999-12-31"), 2, "kaffe", "on must be a day such as"),
        ("contacts.toml", SOUND["contacts.toml"].replace("2026-", "9999-"), 2, "borgerraadgiver", "checked must be"),
        ("contacts.toml", SOUND["contacts.toml"].replace("70 00", "ring"), 2, "borgerraadgiver", "phone must be"),
        ("texts.toml", '[[text]]\nid = "helps:x"\ntext = { en = "only" }\n', 2, "helps:x", "text must be texts by"),
        ("texts.toml", '[[text]]\nid = "right:tolk:fact"\ntext = { da = "x" }\n', 2, "right:tolk:fact", "id must be"),
        ("offers.toml", "[[offer]\n", 1, "", "is no TOML"),
        ("review.toml", "", 1, "", "unknown file"),
    ],
)
def test_every_other_file_is_told_of_in_the_same_way(file: str, text: str, line: int, record: str, what: str) -> None:
    told = faults(file, text)[0]
    assert told[:3] == (file, line, record)
    assert told[3].startswith(what)


def test_a_signature_holds_for_exactly_what_was_signed() -> None:
    coffee = read(SOUND)[0].rights[0].right
    files = SOUND | {"reviews.toml": signed("kaffe", print_of(coffee))}
    review = newest_review(read(files)[0], coffee, TODAY)
    assert review is not None and (review.by, review.on) == ("Ida Holm, jurist", date(2026, 11, 20))
    assert newest_review(read(files)[0], coffee, date(2026, 11, 19)) is None, "a day to come"
    for old, new in (("mens du venter", "hver dag"), ("waiting = 1", "waiting = 2"), ('"§ 1"', '"§ 2"')):
        own = read(files | {"rights/own.toml": RIGHT.replace(old, new)})[0]
        assert newest_review(own, own.rights[0].right, TODAY) is None, new
    reread = read(files | {"rights/own.toml": RIGHT.replace("2026-11-01", "2026-11-21")})[0]
    assert newest_review(reread, reread.rights[0].right, TODAY) is None, "nobody signed that it was read later"


def test_what_comes_with_the_product_is_sound() -> None:
    assert packaged().faults == ()


# What a field may hold by mistake.
ODD = st.recursive(
    st.one_of(
        st.sampled_from(['"x"', '""', "5", "-1", "1.5", "true", "2026-11-22", "2026-11-22T10:00:00", '"\\u0000"']),
        st.just('"""\n[[right]]\nid = 1\n"""'),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.lists(inner, max_size=3).map(lambda each: f"{{ {', '.join(f'k{n} = {v}' for n, v in enumerate(each))} }}"),
    ),
    max_leaves=4,
)
LINES = [(file, number) for file, text in SOUND.items() for number in range(text.count("\n"))]


@given(st.sampled_from(LINES), ODD)
def test_whatever_stands_in_a_field_is_told_and_never_an_error(place: tuple[str, int], odd: str) -> None:
    file, number = place
    lines = SOUND[file].splitlines()
    lines[number] = f"{lines[number].partition('=')[0]} = {odd}"
    _own, wrong = read(SOUND | {file: "\n".join(lines)})
    assert {each.file for each in wrong} <= {file}
    assert all(1 <= each.line <= len(lines) + odd.count("\n") + 1 for each in wrong)


@given(st.sampled_from(list(SOUND)), st.integers(0, 400), st.integers(0, 400))
def test_a_file_cut_anywhere_is_no_error(file: str, start: int, end: int) -> None:
    read(SOUND | {file: SOUND[file][:start] + SOUND[file][end:]})


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "1" * 10_000, "x = 2026-13-45", "\0"])
def test_what_has_no_end_is_no_error(text: str) -> None:
    assert [each.file for each in read(SOUND | {"offers.toml": text})[1]] == ["offers.toml"]
