"""The way in a sentence, and what lies beside it, to whoever reads."""

import re

import pytest
from cast import Plan, said
from props import place
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import journey
from minplan.journey import NewStep, ProposalAnswer


def words(page: str, start: str, end: str) -> str:
    part = page[page.index(start) :]
    return " ".join(re.sub(r"<[^>]+>", "", part[: part.index(end)]).split())


def test_a_new_way_says_only_what_there_is(amira: Plan, citizen: Browser, bo: Browser) -> None:
    assert words(citizen.get("/plan").text, '<p class="summary">', "</p>") == "0 klaret · 1 nu. Bolden ligger hos dig."
    theirs = words(bo.get(f"/plans/{amira.id}").text, '<p class="summary">', "</p>")
    assert theirs == "0 klaret · 1 nu. Bolden ligger hos Amira."


def test_who_else_has_promised_is_a_sentence_of_its_own(amira: Plan, citizen: Browser) -> None:
    place(amira, state="active", ball="municipality")
    told = words(citizen.get("/plan").text, '<p class="summary">', "</p>")
    assert told == "0 klaret · 2 nu. Bolden ligger hos dig. Bo svarer senest onsdag den 18. november."


def test_every_part_is_told_once_and_the_fold_says_the_same(amira: Plan, citizen: Browser) -> None:
    for state in ("done", "done", "detour", "active", "waiting", "waiting", "resting", "later"):
        place(amira, state=state)
    page = citizen.get("/plan").text
    told = words(page, '<p class="summary">', "</p>")
    assert told.startswith("2 klaret · 1 ny vej · 2 nu · 2 venter · 1 hviler · 1 senere. Bolden ligger hos dig.")
    assert words(page, '<span class="count">', "</span>") == "(2 skridt, 1 ny vej)"


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_what_lies_beside_the_road_says_its_kind_and_whose_answer_it_waits_for(
    amira: Plan, citizen: Browser, bo: Browser, lang: str
) -> None:
    new = NewStep(
        milestone=amira.milestone, title=said("Svømning"), why=said("Vand hjælper"), tracks=["health"], kind="agreed"
    )
    asked = journey.add_step(amira.bo, amira.id, new).subject_id
    pages = citizen.get(f"/plan?lang={lang}").text, bo.get(f"/plans/{amira.id}?lang={lang}").text
    mine, theirs = (words(page, 'class="suggestion"', "</li>") for page in pages)
    assert "At få ro" in mine and "At få ro" in theirs
    if lang == "da":
        assert "En aftale, hvis du siger ja" in mine and "fører mod:" in mine
        assert "Sig ja, ret det" in mine and "Sig ja, ret det" not in theirs
        assert "Venter på svar fra Amira." in theirs
        journey.answer(amira.citizen, amira.id, asked, ProposalAnswer(answer="talk"))  # type: ignore[arg-type]
        assert "I taler om det." in words(citizen.get("/plan").text, 'class="suggestion"', "</li>")


def test_praise_is_about_something_else_unless_it_came_by_a_win(amira: Plan, bo: Browser) -> None:
    win = journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Jeg ringede selv"))).subject_id
    chosen = re.compile(r'<option value="([^"]*)"[^>]* selected')
    assert chosen.findall(bo.get(f"/plans/{amira.id}/praise").text) == []
    assert chosen.findall(bo.get(f"/plans/{amira.id}/praise?answers={win}").text) == [str(win)]
