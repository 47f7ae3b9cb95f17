"""A text that tells of less money is met by what holds for that, in whichever language it was written."""

import time
import tomllib
from pathlib import Path

import pytest

from minplan import content

SENTENCES = Path(__file__).parent / "sanctions"


def written(kind: str) -> list[tuple[str, str]]:
    """The sentences of every table, each with its language: `real` or `harmless`."""
    tables = {table.stem: tomllib.loads(table.read_text("utf-8")) for table in sorted(SENTENCES.glob("*.toml"))}
    return [(text, lang) for lang, said in tables.items() for text in said[kind]]


@pytest.mark.parametrize(("text", "lang"), written("real"))
def test_it_is_heard(text: str, lang: str) -> None:
    assert content.tells_of_sanction(text, lang)


@pytest.mark.parametrize(("text", "lang"), [*written("harmless"), ("sanktion", "so"), ("sanktion", "../da")])
def test_other_words_are_not(text: str, lang: str) -> None:
    assert not content.tells_of_sanction(text, lang)


def test_it_is_heard_in_the_middle_of_much_else() -> None:
    around = "Vi ses på biblioteket kl. 10. Tag en bog med. "
    assert content.tells_of_sanction(f"{around}Husk, at du mister din ydelse, hvis du bliver væk. {around}", "da")
    assert not content.tells_of_sanction("Vi taler om dine penge. Du mister ikke din plads.", "da")


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
@pytest.mark.parametrize(
    "text", ["ydelse " * 1500, "mister " * 1500, "a" * 10_000, "får ikke din " * 800, "المال " * 1600, ". " * 5000]
)
def test_the_longest_text_is_read_at_once(text: str, lang: str) -> None:
    content.tells_of_sanction("", lang)
    began = time.perf_counter()
    content.tells_of_sanction(text, lang)
    assert time.perf_counter() - began < 0.5
