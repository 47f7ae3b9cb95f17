""" "Say it for me", how the day is, two languages on one screen, and what a professional believes beforehand."""

from datetime import timedelta

import pytest
from cast import Plan
from meetings import agreed, opened
from web.browser import Browser

from minplan import clock, content, db, meeting
from minplan.access import Person


@pytest.fixture
def arabic(amira: Plan) -> Plan:
    with db.writing() as session:
        session.get_one(Person, amira.citizen).language = "ar"
    return amira


def _here(plan: Plan, meeting: object) -> str:
    return f"/plans/{plan.id}/meetings/{meeting}"


def test_every_sentence_has_a_card_with_a_drawing_and_danish_beside_the_citizens_own(
    arabic: Plan, citizen: Browser
) -> None:
    page = citizen.get(f"{_here(arabic, opened(arabic))}/say").text
    assert page.count('class="say-card"') == len(content.phrases("aloud")) >= 12
    assert '<b lang="ar" dir="rtl">أحتاج إلى استراحة.</b>' in page
    assert '<span class="also" lang="da" dir="ltr">Jeg har brug for en pause.</span>' in page
    drawings = page.split('class="say-art"')[1:]
    assert all("<path" in each.partition("</svg>")[0] for each in drawings), "a sentence has no drawing"


def test_one_sentence_fills_the_screen_and_nothing_else_can_be_read_there(arabic: Plan, citizen: Browser) -> None:
    here = _here(arabic, opened(arabic))
    page = citizen.get(f"{here}/say?sentence=aloud.too_much").text
    assert '<h1 lang="da" dir="ltr">Det er for meget lige nu.</h1>' in page
    assert 'dir="rtl">هذا كثير عليّ الآن.</p>' in page
    assert "Amira" not in page
    assert page.count("data-aloud=") == 2
    assert citizen.get(f"{here}/say?sentence=aloud.nothing").status_code == 404
    assert citizen.get(f"{here}/say?sentence=step.call_doctor").status_code == 404


def test_what_is_held_up_is_on_the_others_screen_until_it_is_taken_down(
    arabic: Plan, citizen: Browser, bo: Browser
) -> None:
    here = _here(arabic, opened(arabic))
    assert citizen.post(f"{here}/presence", data={"says": "aloud.need_break"}).location == f"{here}/room"
    page = bo.get(f"{here}/room").text
    assert "Amira viser:" in page
    assert '<b lang="da" dir="ltr">Jeg har brug for en pause.</b>' in page.partition('id="held-up"')[2]
    assert "أنت تعرض:" in citizen.get(f"{here}/room").text
    citizen.post(f"{here}/presence", data={"says": ""})
    assert "Amira viser:" not in bo.get(f"{here}/room").text


def test_before_the_meeting_nothing_can_be_held_up_and_the_way_back_is_its_card(amira: Plan, citizen: Browser) -> None:
    here = _here(amira, agreed(amira))
    page = citizen.get(f"{here}/say?sentence=aloud.agree").text
    assert f'href="{here}"' in page and "/presence" not in page


def test_the_citizen_is_asked_how_the_day_is_and_no_answer_is_sent(amira: Plan, citizen: Browser) -> None:
    page = citizen.get(f"{_here(amira, opened(amira))}/room").text
    start = page.partition('<section id="start"')[2].partition("</section>")[0]
    assert [f'href="#start-{day}"' in start for day in ("good", "mixed", "hard")] == [True] * 3
    assert "<form" not in start and "name=" not in start


def test_the_professional_is_reminded_to_ask_first_with_three_questions(arabic: Plan, bo: Browser) -> None:
    page = bo.get(f"{_here(arabic, opened(arabic))}/room").text
    start = page.partition('<section id="start"')[2].partition("</section>")[0]
    assert "Spørg først: Hvordan har du det i dag?" in start
    assert start.count('lang="da"') == start.count('lang="ar"') == 3


def test_before_the_first_meeting_the_citizen_reads_who_meets_them_and_what_is_asked(
    amira: Plan, citizen: Browser, bo: Browser
) -> None:
    met = agreed(amira, clock.now() + timedelta(days=1))
    page = citizen.get(_here(amira, met)).text.partition('id="first"')[2].partition("</section>")[0]
    assert "Bo tager imod dig." in page and "Du skal ikke have noget med." in page
    assert 'id="first"' not in bo.get(_here(amira, met)).text
    later = agreed(amira, clock.now() + timedelta(days=9))
    meeting.open_meeting(amira.bo, amira.id, agreed(amira))
    assert 'id="first"' not in citizen.get(_here(amira, later)).text


def test_an_interpreter_sits_on_the_citizens_side(amira: Plan, citizen: Browser, bo: Browser) -> None:
    met = opened(amira)
    with db.writing() as session:
        session.add(meeting.Attendance(meeting_id=met, name="Fatima", kind="interpreter", position=1))
    for browser in (citizen, bo):
        assert "Fatima tolker og sidder på borgerens side." in browser.get(f"{_here(amira, met)}/room").text


def test_two_read_one_screen(arabic: Plan, bo: Browser) -> None:
    room = f"{_here(arabic, opened(arabic))}/room"
    assert 'class="also" lang="ar"' not in bo.get(room).text.partition('id="start"')[2].partition("<details")[0]
    both = '<span class="also" lang="ar" dir="rtl">قلها عني</span>'
    assert f"Sig det for mig {both}" in bo.get(f"{room}?also=ar").text
    assert both in bo.get(room).text, "the choice stays"
    assert both not in bo.get(f"{room}?also=").text
    assert both not in bo.get(room).text


def test_whose_turn_it_is_and_a_day_are_said_in_each_language(arabic: Plan, bo: Browser) -> None:
    page = bo.get(f"{_here(arabic, opened(arabic))}/room?also=ar").text.partition('<section id="way"')[2]
    turn = page.partition('<p class="turn">')[2].partition("</p>")[0]
    assert 'Bolden ligger hos <bdi class="who">Amira</bdi>' in turn, "to two who read together nobody is you"
    assert '<span class="also" lang="ar" dir="rtl">الدور عند' in turn


def test_a_language_that_was_chosen_at_one_table_is_not_read_at_another(arabic: Plan, bo: Browser) -> None:
    here, there = (f"{_here(arabic, opened(arabic))}/room" for _ in range(2))
    bo.get(f"{here}?also=ar")
    assert "قلها عني" not in bo.get(there).text
    assert "قلها عني" in bo.get(here).text


@pytest.mark.parametrize("also", ["tlh", "da", "../x"])
def test_a_second_language_that_is_none_changes_nothing(amira: Plan, bo: Browser, also: str) -> None:
    page = bo.get(f"{_here(amira, opened(amira))}/room", query_string={"also": also}).text
    assert 'id="say"' in page and ">قلها عني<" not in page


def test_the_citizens_language_is_the_first_that_can_stand_beside(arabic: Plan, bo: Browser) -> None:
    page = bo.get(f"{_here(arabic, opened(arabic))}/room").text.partition('class="in-two"')[2]
    assert page.index('href="?also=ar"') < page.index('href="?also=en"')


def test_phrases_are_said_twice_and_own_words_once(arabic: Plan, bo: Browser) -> None:
    here = _here(arabic, opened(arabic))
    bo.post(f"{here}/agenda", data={"phrase": "agenda.money"})
    bo.post(f"{here}/agenda", data={"text": "Cyklen", "lang": "da"})
    page = bo.get(f"{here}/room?also=ar").text
    assert page.count("Cyklen") == bo.get(f"{here}/room?also=").text.count("Cyklen")


def test_what_a_professional_believes_stands_in_no_form(amira: Plan, bo: Browser, citizen: Browser) -> None:
    here = _here(amira, opened(amira))
    page = bo.get(here).text.partition('id="preconception"')[2].partition("</section>")[0]
    assert page and " hidden" in page.partition(">")[0], "shown before the script has found a place to keep it"
    assert page.count("data-line=") == 3
    assert "name=" not in page and "<form" not in page
    assert "preconception" not in citizen.get(here).text
    assert "preconception" not in bo.get(f"{here}/room").text, "both may look at that screen"
