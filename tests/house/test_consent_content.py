"""What can be said yes to, and how papers travel: whole in every language, plain, and with the law behind it."""

import re
from collections.abc import Iterator
from datetime import date
from string import punctuation

import pytest

from minplan import content
from minplan.access.consent import KINDS
from minplan.content import ConsentItem, Paper, consent_items, consent_kinds, departments, forbidden_in, papers
from minplan.content.consent_words import until, words
from minplan.content.consenting import Kind
from minplan.journey import TRACKS
from minplan.language import SOURCE, get, offered, translator
from minplan.language.messages import read

PARTS = {
    ConsentItem: ("title", "purpose", "parties", "data"),
    Kind: ("name", "yes", "no", "law"),
    Paper: ("name", "text"),
}
TRANSLATED = {language.code: read(language.code) for language in offered() if language.code != SOURCE}
EVERY = [*consent_items().values(), *consent_kinds().values(), *papers().values()]
CERTAIN = {"confirmed", "older_wording", "known", "unsure"}


def texts() -> Iterator[tuple[str, str]]:
    """Each Danish text with its message context."""
    for each in EVERY:
        yield from ((each.context(part), getattr(each, part)) for part in PARTS[type(each)])


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_text_is_whole_in_every_language(lang: str) -> None:
    lacking = [context for context, text in texts() if (context, text) not in TRANSLATED[lang].texts]
    assert not lacking


def test_no_text_blames_or_frightens() -> None:
    assert [(context, found) for context, text in texts() if (found := forbidden_in(text, SOURCE))] == []


def test_sentences_are_short_and_read_easily() -> None:
    said = [text for context, text in texts() if not context.endswith(":law")]
    sentences = [sentence for text in said for sentence in re.split(r"(?<=[.?!])\s+", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
    split = [word.strip(punctuation) for sentence in sentences for word in sentence.split()]
    assert len(split) / len(sentences) + 100 * sum(len(word) > 6 for word in split) / len(split) <= 30


@pytest.mark.parametrize("item", consent_items().values(), ids=lambda item: item.id)
def test_an_item_names_who_what_and_how_long(item: ConsentItem) -> None:
    assert item.kind in KINDS and item.id.startswith(f"{item.kind}.") and item.department in departments()
    assert {"sharing": item.topic in TRACKS, "fetching": item.topic in papers()}.get(item.kind, True)
    assert 1 <= item.months <= 12, "a yes is asked for again within a year"


def test_one_department_and_one_topic_are_one_choice() -> None:
    asked = [(item.kind, item.department, item.topic) for item in consent_items().values()]
    assert len(asked) == len(set(asked))


def test_each_kind_says_its_law_and_where_it_was_read() -> None:
    assert set(consent_kinds()) == set(KINDS)
    for kind in consent_kinds().values():
        assert kind.certainty in CERTAIN - {"unsure"} and kind.source.startswith("https://")


@pytest.mark.parametrize("paper", papers().values(), ids=lambda paper: paper.id)
def test_a_paper_says_only_what_the_law_is_known_to_say(paper: Paper) -> None:
    assert paper.way in ("by_itself", "fetched", "bring", "ask") and paper.certainty in CERTAIN
    assert (paper.consent in consent_items()) == (paper.way == "fetched")
    assert paper.certainty != "unsure" or (paper.way == "ask" and paper.law is None)
    assert (paper.law is None) or (paper.source or "").startswith("https://")


def test_every_paper_that_is_fetched_is_what_its_consent_is_about() -> None:
    fetched = {paper.id: paper.consent for paper in papers().values() if paper.consent}
    assert fetched == {item.topic: item.id for item in consent_items().values() if item.kind == "fetching"}


def test_a_department_is_found_by_any_of_its_names() -> None:
    assert content.department_called(" sundhedscentret ") == "health"
    assert content.department_called("Et andet sted") is None and content.department_called(None) is None


@pytest.mark.parametrize(("today", "last"), [("2026-11-30", "2027-05-30"), ("2026-08-31", "2027-02-28")])
def test_a_yes_ends_on_a_day_that_there_is(today: str, last: str) -> None:
    assert until(consent_items()["sharing.health_health"], date.fromisoformat(today)) == date.fromisoformat(last)


def test_the_words_that_are_kept_say_everything_that_was_shown() -> None:
    for lang in ("da", "en", "ar"):
        said = words(consent_items()["fetching.from_doctor"], translator(lang), get(lang), date(2027, 2, 28))
        assert said.count("\n") == 7 and "2027" in said
