"""A step at rest whose day has come asks one kind question, with its own two buttons, on the card and on its page."""

from datetime import date

import pytest
from props import place, way
from web.stage import Stage, stage

from minplan import clock, journey

__all__ = ["stage"]


def rested(stage: Stage, kind: str = "own") -> str:
    """The address of a next step that rested until yesterday."""
    step = place(stage.cast, kind, "resting", until=date(2026, 11, 17))
    journey.choose_next(stage.cast.citizen, stage.cast.id, step)
    clock.start(clock.parse("2026-11-18"))
    return f"{stage.address}/steps/{step}"


def test_card_and_page_ask_and_offer_to_go_on_or_to_rest_on(stage: Stage) -> None:
    amira, step = stage.browser("amira"), rested(stage)
    for page in ("/plan", step):
        text = amira.get(page).text
        assert "Skal vi se på det nu?" in text and "Datoen er gået" not in text and "Vi ser på det igen" not in text
        assert f'action="{step}/start"' in text and f'action="{step}/rest"' in text and "Lad det hvile videre" in text


@pytest.mark.parametrize(("noun", "state"), [("start", "active"), ("rest", "resting")])
def test_both_buttons_do_what_they_say(stage: Stage, noun: str, state: str) -> None:
    amira, step = stage.browser("amira"), rested(stage)
    assert amira.post(f"{step}/{noun}", data={"seen_state": "resting"}).status_code == 303
    found = next(each for each in way(stage.cast).open if str(each.id) in step)
    assert (found.state, found.until, found.date_passed) == (state, None, False)


def test_what_the_law_asks_rests_on_by_a_wish(stage: Stage) -> None:
    step = rested(stage, "law")
    card = stage.browser("amira").get("/plan").text
    assert f'href="{step}#rest"' in card and f'action="{step}/rest"' not in card


def test_buttons_and_sentences_speak_of_talking_in_one_word(stage: Stage) -> None:
    amira = stage.browser("amira")
    assert "Lad os tale om det" in amira.get(f"{stage.address}/calls/new").text
    assert "Lad os tale om det" in amira.get(f"{stage.address}/proposals/{stage.amira['proposal']}").text
    assert "Hvordan går det med skridtet?" in amira.get(stage.step()).text
