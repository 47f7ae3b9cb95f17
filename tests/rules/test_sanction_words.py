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
@pytest.mark.parametrize("part", ["ydelse ", "mister ", "aaaaaaa", "får ikke din ", "المال ", ". "])
def test_a_long_text_costs_as_much_more_as_it_is_longer(part: str, lang: str) -> None:
    content.tells_of_sanction("", lang)
    once, eight = (_cost(part * times, lang) for times in (200, 1600))
    assert eight < 32 * max(once, 0.002)  # of a square it would be 64 times as much


def _cost(text: str, lang: str) -> float:
    """Seconds of this thread's own processor time: what else the machine does costs nothing here."""
    began = time.thread_time()
    content.tells_of_sanction(text, lang)
    return time.thread_time() - began
