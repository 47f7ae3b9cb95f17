"""In the room everything saves itself, and no word is lost: without a net, at a reload, in two windows."""

import re

import pytest
from browser.citizen import Citizen
from browser.table import Room, room
from playwright.sync_api import Locator, expect

__all__ = ["room"]
pytestmark = pytest.mark.browser

WAITS, SAVED = "Gemmes, når der er net", "Gemt"


def _note(who: Citizen) -> Locator:
    return who.page.locator("#note-text")


def _says(who: Citizen, text: str, form: str = "#note") -> None:
    expect(who.page.locator(f"{form} [data-state]")).to_have_text(who.says(text))


def test_a_note_saves_itself_and_is_there_after_a_reload(room: Room) -> None:
    mette = room("Mette Krog")
    expect(mette.page.get_by_role("button", name="Gem", exact=True).locator("visible=true")).to_have_count(0)
    _note(mette).fill("Hun vil gerne i køkkenet")
    _says(mette, SAVED)
    mette.page.reload()
    expect(_note(mette)).to_have_value("Hun vil gerne i køkkenet")
    karin = room("Karin")
    expect(_note(karin)).to_have_value("")
    mette.press("Del det med de andre")
    karin.sees("Hun vil gerne i køkkenet")


def test_without_a_net_it_waits_and_says_so(room: Room) -> None:
    mette = room("Mette Krog")
    mette.page.context.set_offline(True)
    _note(mette).fill("Ude på gården")
    _says(mette, WAITS)
    expect(mette.page.locator("#saving")).to_be_visible()
    mette.page.context.set_offline(False)
    _says(mette, SAVED)
    expect(mette.page.locator("#saving")).to_be_hidden()


def test_what_was_not_sent_comes_back_with_the_page(room: Room) -> None:
    mette = room("Mette Krog")
    mette.page.route(re.compile("/notes$"), lambda route: route.abort())
    _note(mette).fill("Ikke sendt endnu")
    _says(mette, WAITS)
    mette.page.reload()
    expect(_note(mette)).to_have_value("Ikke sendt endnu")
    mette.page.unroute(re.compile("/notes$"))
    _says(mette, SAVED)


def test_an_answer_that_is_lost_makes_nobody_choose(room: Room) -> None:
    mette = room("Mette Krog")

    def arrives_and_answers_nothing(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    mette.page.route(re.compile("/notes$"), arrives_and_answers_nothing)
    _note(mette).fill("Hej")
    _says(mette, WAITS)
    mette.page.unroute(re.compile("/notes$"))
    _note(mette).fill("Hej med dig")
    _says(mette, SAVED)


def test_two_windows_that_write_the_same_lose_nothing(room: Room) -> None:
    mette = room("Mette Krog")
    other = type(mette)(mette.page.context.new_page())
    other.page.goto(mette.page.url)
    _note(other).fill("Køkken\nHave")
    _says(other, SAVED)
    _note(mette).fill("Køkken\nCykel")
    mette.sees("I ændrede det samme samtidig")
    expect(mette.page.locator("[data-both]")).to_have_value("Køkken\nHave\nCykel")
    mette.press("Brug begge dele")
    _says(mette, SAVED)
    mette.page.reload()
    expect(_note(mette)).to_have_value("Køkken\nHave\nCykel")


def test_a_field_that_somebody_is_in_is_left_alone_when_the_other_side_changes_something(room: Room) -> None:
    mette, karin = room("Mette Krog"), room("Karin", "ar")
    mette.page.route(re.compile("/notes$"), lambda route: route.abort())
    _note(mette).press_sequentially("Midt i et or")
    _note(karin).fill("أريد أن أتعلم الدنماركية")
    karin.press("Del det med de andre")
    mette.sees("أريد أن أتعلم الدنماركية")
    _note(mette).press_sequentially("d")
    expect(_note(mette)).to_have_value("Midt i et ord")


def test_who_was_still_writing_when_the_meeting_ended_has_their_words(room: Room) -> None:
    mette, karin = room("Mette Krog"), room("Karin")
    karin.page.route(re.compile("/notes$"), lambda route: route.abort())
    _note(karin).fill("Jeg var ikke færdig")
    _says(karin, WAITS)
    mette.press("Slut mødet")
    karin.sees("Dine ord er her endnu")
    expect(karin.page.locator("[data-unsent] textarea")).to_have_value("Jeg var ikke færdig")
    karin.press("Fjern dem")
    expect(karin.page.locator("[data-unsent]")).to_have_count(0)
