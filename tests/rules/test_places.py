"""Where somebody can go and talk: a file of the house says so, and nonsense in it stops the start with one sentence."""

from pathlib import Path

import pytest

from minplan.config import ConfigError
from minplan.content.helping import load

START = """checked = 2026-11-01
by = "Kommunen"
[[line]]
kind = "doctor"
name = "Lægevagten"
phone = "70 00 00 40"
"""
GOOD = 'name = "Mødestedet"\ntext = {da = "Kom, som du er."}\nphone = "70 00 00 42"'


def of(place: Path, told: str) -> Path:
    file = place / "help.toml"
    file.write_text(f"{START}{told}\n", "utf-8")
    return file


def test_places_are_read_and_may_be_left_out(tmp_path: Path) -> None:
    (found,) = load(of(tmp_path, f"[[place]]\n{GOOD}")).places
    assert (found.name, found.text["da"], found.phone) == ("Mødestedet", "Kom, som du er.", "70 00 00 42")
    assert load(of(tmp_path, "")).places == ()
    assert all(each.text.keys() >= {"da", "en", "ar"} for each in load(None).places)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("[place]\n" + GOOD, "place must be"),
        ("[[place]]\n" + GOOD.replace("Mødestedet", ""), "place 1: name"),
        ("[[place]]\n" + GOOD.replace("da", "en"), "place 1: text"),
        ("[[place]]\n" + GOOD.replace("70 00 00 42", "ring"), "place 1: phone"),
        ("[[place]]\n" + GOOD + "\nhours = 9", "place 1: its fields are name, phone, text"),
    ],
)
def test_nonsense_is_named(tmp_path: Path, told: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        load(of(tmp_path, told))
