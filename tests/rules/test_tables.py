"""A table and its mapping: all that is wrong is told at once, by line and column, in words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from minplan import clock
from minplan.sync.files import Sourced, Unusable, read_mapping, read_rows

MAPPING = """
type = "step"
subject = "Nr"
plan = "Sag"
version = { column = "Version" }
[fields]
"title.text" = { column = "Titel" }
"title.lang" = { constant = "da" }
"ball.promised" = { column = "Frist", date = "%d-%m-%Y" }
milestone = { column = "Milepæl", ref = true }
"""
HEADING = "Nr;Sag;Version;Titel;Frist;Milepæl"


@pytest.fixture
def mapping(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "mapping.toml"
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def read(tmp_path: Path, mapping: Callable[[str], Path]) -> Callable[..., list[Sourced]]:
    def run(*lines: str, text: str = MAPPING, heading: str = HEADING) -> list[Sourced]:
        path = tmp_path / "sager.csv"
        path.write_text("\n".join([heading, *lines]), "utf-8")
        return read_rows(path, read_mapping(mapping(text)), "fagsystem", clock.COPENHAGEN)

    return run


def faults(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Unusable) as refused:
        call()
    return str(refused.value).splitlines()


def test_every_fault_of_a_table_is_told_at_once(read: Callable[..., list[Sourced]]) -> None:
    lines = ("A-1;S-1;1;Ét", ";S-1;2;To;;", "A-3;S-1;ny;Tre;3/4;", "A-4;S-1;4;Fire;;M-1", 'A-5;S-1;5;"Fem"x;;')
    assert faults(lambda: read(*lines)) == [
        "sager.csv, line 2: 4 cells instead of 6",
        "sager.csv, line 3, column Nr: it is empty, and an id must stand here",
        "sager.csv, line 4, column Version: it is not a whole number",
        "sager.csv, line 4, column Frist: it is not written as %d-%m-%Y",
        "sager.csv, line 6: it cannot be read as a table (';' expected after '\"')",
    ]


def test_a_column_that_is_not_there_hides_no_line_that_is_broken(read: Callable[..., list[Sourced]]) -> None:
    assert faults(lambda: read("A-1;S-1;1", heading=HEADING.replace("Frist", "Sag"))) == [
        "sager.csv, line 1, column Sag: it is there twice",
        "sager.csv, line 1, column Frist: there is no such column",
        "sager.csv, line 2: 3 cells instead of 6",
    ]
    assert faults(lambda: read(heading="")) == ["sager.csv, line 1: there is no heading"]


def test_a_message_that_its_columns_give_no_name_is_told(read: Callable[..., list[Sourced]]) -> None:
    named = MAPPING.replace("[fields]", 'id = ["Titel", "Frist"]\n[fields]')
    assert faults(lambda: read("A-1;S-1;1;;;", text=named)) == [
        "sager.csv, line 2, column Titel: it is empty, and an id must stand here"
    ]
    assert [each.message["id"] for each in read("A-1;S-1;1;Ni;;", text=named)] == ["Ni-"]


def test_a_mapping_with_a_field_that_there_is_not_is_refused_by_its_name(mapping: Callable[[str], Path]) -> None:
    text = MAPPING.replace("title.text", "title.txt").replace("milestone", "milepael")
    title, milestone = faults(lambda: read_mapping(mapping(text)))
    assert title == "mapping.toml: fields.title.txt: a step has only title.text, title.lang, title.phrase"
    assert milestone.startswith("mapping.toml: fields.milepael: a step has only milestone, kind, title, why, law, ")


@pytest.mark.parametrize(
    ("pointer", "column"),
    [("/subject", "Nr"), ("/plan", "Sag"), ("/version", "Version"), ("/data/title/text", "Titel"),
     ("/data/title", "Titel"), ("/data/milestone/Ref/id", "Milepæl"), ("/data/ball", "Frist"), ("/data", None),
     ("", None), ("/data/title/lang", None), ("/data/kind", None)],
)  # fmt: skip
def test_a_refused_field_is_known_by_its_column(
    read: Callable[..., list[Sourced]], pointer: str, column: str | None
) -> None:
    [found] = read("A-1;S-1;1;Ét;;")
    assert found.column_at(pointer) == column
