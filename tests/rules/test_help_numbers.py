"""The file of whom one can call: what it may say, how long it is believed, and that nonsense is one sentence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from minplan.config import ConfigError, read
from minplan.content import help_complaint, help_numbers
from minplan.content.helping import load

CHECKED = 'checked = 2026-11-01\nby = "Vi"\n'
DOCTOR = '[[line]]\nkind = "doctor"\nname = "Lægevagten"\nphone = "70 11 07 07"\n'
LIFE = '[[line]]\nkind = "life"\nname = "Livslinien"\nphone = "70 201 201"\n'
KEYS = {"MINPLAN_SECRET": "x" * 32, "MINPLAN_NUMBER_KEY": "y" * 32, "MINPLAN_VAULT_KEY": "z" * 32}
PRODUCTION = {"MINPLAN_PRODUCTION": "1"} | KEYS


def written(place: Path, text: str) -> Path:
    file = place / "help.toml"
    file.write_text(text, "utf-8")
    return file


def test_what_is_written_is_taken_in_its_order(tmp_path: Path) -> None:
    other = '[[line]]\nkind = "other"\nname = "Krisecentret"\nphone = "+45 12 34 56 78"\nwhen = { da = "Ikke tryg?" }\n'
    found = load(written(tmp_path, CHECKED + other + LIFE + DOCTOR))
    assert [line.kind for line in found.lines] == ["other", "life", "doctor"]
    assert found.lines[0].when == {"da": "Ikke tryg?"} and found.by == "Vi"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("checked = ", "cannot be read"),
        (CHECKED, "nothing else"),
        (CHECKED + "extra = 1\n" + DOCTOR, "nothing else"),
        (CHECKED.replace("2026-11-01", '"2026-11-01"') + DOCTOR, "checked must be a day"),
        (CHECKED.replace("2026-11-01", "2026-11-01T10:00:00") + DOCTOR, "checked must be a day"),
        (CHECKED.replace("Vi", " ") + DOCTOR, "by must say"),
        (CHECKED + "line = 7\n", "must hold [[line]] tables"),
        (CHECKED + "line = [7]\n", "line 1: its fields are"),
        (CHECKED + DOCTOR + "address = 'x'\n", "line 1: its fields are"),
        (CHECKED + DOCTOR.replace("doctor", "dentist"), "line 1: kind must be one of"),
        (CHECKED + DOCTOR.replace("Lægevagten", ""), "line 1: name must be"),
        (CHECKED + DOCTOR.replace('"70 11 07 07"', "70110707"), "line 1: phone must be"),
        (CHECKED + DOCTOR.replace("70 11", "ring"), "line 1: phone must be"),
        (CHECKED + DOCTOR + 'note = { en = "x" }\n', "line 1: note must have a text for da"),
        (CHECKED + DOCTOR + 'when = { da = "x" }\n', "line 1: when belongs to"),
        (CHECKED + DOCTOR.replace("doctor", "other"), "line 1: when belongs to"),
        (CHECKED + LIFE, "must have a doctor too"),
    ],
)
def test_nonsense_is_one_sentence_that_names_it(tmp_path: Path, text: str, about: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(written(tmp_path, text))
    said = str(error.value)
    assert said.startswith("MINPLAN_HELP: ") and about in said and said.endswith(".") and "\n" not in said


@pytest.mark.parametrize(
    ("today", "fresh"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-05-03", True), ("2027-05-04", False)],
)
def test_numbers_are_believed_for_half_a_year(today: str, fresh: bool) -> None:
    found = load(None)
    assert found.fresh(date.fromisoformat(today)) is fresh
    assert (help_complaint(found, date.fromisoformat(today)) is None) is fresh


def test_the_numbers_of_the_demo_are_nobodys_in_production(tmp_path: Path) -> None:
    assert help_numbers(read({})) == load(None)
    real = read(PRODUCTION)
    assert help_numbers(real) is None
    assert "is not set" in str(help_complaint(None, date(2026, 11, 2)))
    assert help_numbers(replace(real, help=written(tmp_path, CHECKED + DOCTOR))) is not None
