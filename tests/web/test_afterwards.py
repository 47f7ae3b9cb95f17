"""After a meeting on the web: asked seldom, passed over in one tap, and nobody else's until the citizen shows it."""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from flask import Flask
from meetings import agreed, closed, opened
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE
from web.pressing import fields, press

from minplan import access, feelings, vault
from minplan.access import PersonView

SECRET = "Tal ikke om min bror"
YES = {"agreed": feelings.KEPT_AGREED}
ALL = YES | {"decide": "3", "sense": "none", "further": "0", "otherwise": "", "seen_otherwise": "", "to": "me"}
TEAM = {"to": "team", "shown_agreed": feelings.FOR_TEAM}


@pytest.fixture
def meeting(amira: Plan) -> UUID:
    return closed(amira, amira.step)


def here(amira: Plan, meeting: UUID) -> str:
    return f"/plans/{amira.id}/meetings/{meeting}"


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_the_pages_speak_every_language(citizen: Browser, amira: Plan, meeting: UUID, lang: str) -> None:
    page = citizen.get(f"{here(amira, meeting)}/afterwards?lang={lang}")
    assert page.text.count('type="radio" name="decide"') == 6 and page.headers["Cache-Control"] == "no-store"
    citizen.post(f"{here(amira, meeting)}/afterwards", data=ALL | {"otherwise": SECRET})
    mine = citizen.get(f"/mine/pulse?lang={lang}").text
    assert SECRET in mine and mine.count('class="pulse-dots"') == 2


def test_asked_on_the_summary_and_in_the_list_until_answered_or_passed_over(
    citizen: Browser, amira: Plan, meeting: UUID
) -> None:
    link = f'href="{here(amira, meeting)}/afterwards"'
    for page in ("/meetings", f"{here(amira, meeting)}/summary"):
        assert link in citizen.get(page).text
    told = citizen.post(f"{here(amira, meeting)}/afterwards", data=YES | {"skip": "1"}, follow_redirects=True)
    assert "Du behøver ikke svare" in told.text and link not in told.text
    assert link not in citizen.get(f"{here(amira, meeting)}/summary").text
    assert "Her er ikke noget endnu" in citizen.get("/mine/pulse").text


def test_passing_over_it_later_takes_nothing_away_and_an_empty_form_is_an_answer(
    citizen: Browser, amira: Plan, meeting: UUID
) -> None:
    after = f"{here(amira, meeting)}/afterwards"
    nothing = dict.fromkeys(("decide", "sense", "further"), "none")
    assert "Du behøver ikke svare" in citizen.post(after, data=ALL | nothing, follow_redirects=True).text
    citizen.post(after, data=ALL | {"otherwise": SECRET})
    citizen.post(after, data=YES | {"skip": "1"})
    mine = citizen.get("/mine/pulse").text
    assert SECRET in mine and 'class="pulse-dots"' in mine


def test_what_was_answered_is_said_by_no_header_and_no_cookie(citizen: Browser, amira: Plan, meeting: UUID) -> None:
    answer = citizen.post(f"{here(amira, meeting)}/afterwards", data=ALL | {"otherwise": SECRET})
    assert answer.location == "/mine/pulse" and "bror" not in str(answer.headers)
    with citizen.session_transaction() as cookie:
        assert "bror" not in str(dict(cookie)) and "decide" not in str(dict(cookie))


def test_nobody_else_reads_it_until_it_is_shown_and_not_after_it_is_taken_back(
    citizen: Browser, bo: Browser, amira: Plan, meeting: UUID
) -> None:
    summary = f"{here(amira, meeting)}/summary"
    citizen.post(f"{here(amira, meeting)}/afterwards", data=ALL | TEAM | {"otherwise": SECRET})
    page = bo.get(summary)
    assert SECRET in page.text and 'class="pulse"' not in page.text and page.headers["Cache-Control"] == "no-store"
    assert SECRET not in bo.get(f"{summary}?copy=citizen").text
    there = re.findall(r'action="(/mine/pulse/[0-9a-f-]+)/(?:hiding|showing)"', citizen.get("/mine/pulse").text)
    answers, words = there
    assert press(citizen, "/mine/pulse", f"{answers}/showing") == 303
    citizen.post(f"{words}/hiding")
    assert SECRET not in (shown := bo.get(summary).text) and 'class="pulse"' in shown
    citizen.post(f"{answers}/removal")
    assert 'class="pulse"' not in bo.get(summary).text and SECRET in citizen.get("/mine/pulse").text


def test_a_second_tab_loses_no_words(citizen: Browser, amira: Plan, meeting: UUID) -> None:
    after = f"{here(amira, meeting)}/afterwards"
    citizen.post(after, data=ALL | {"otherwise": "Den ene"})
    page = citizen.post(after, data=ALL | {"otherwise": "Den anden"})
    assert page.status_code == 409 and "Den ene" in page.text and "Den anden</textarea>" in page.text
    assert citizen.post(after, data=ALL | {"otherwise": "Den anden", "seen_otherwise": "Den ene"}).status_code == 303
    assert "Den anden" in citizen.get("/mine/pulse").text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"decide": "5"}, "Vælg en af mulighederne."),
        ({"sense": "meget"}, "Vælg en af mulighederne."),
        ({"otherwise": "x" * 10_000}, "Det er lidt for langt."),
        ({"otherwise": "nul \0 nul"}, "Der er et tegn"),
        ({"otherwise": "010190-1234 er mit"}, "Det ligner et CPR-nummer."),
        ({"otherwise": "Ord", "lang": "?"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_kept(
    citizen: Browser, amira: Plan, meeting: UUID, form: dict[str, str], told: str
) -> None:
    answer = citizen.post(f"{here(amira, meeting)}/afterwards", data=ALL | form)
    assert answer.status_code == 422 and told in answer.text
    assert "checked" in answer.text and form.get("otherwise", "")[-3:] in answer.text
    assert feelings.pulses(amira.citizen) == []


def test_only_a_meeting_that_is_over_is_asked_about(citizen: Browser, amira: Plan) -> None:
    coming = here(amira, agreed(amira))
    assert citizen.get(f"{coming}/afterwards").location == coming
    assert citizen.post(f"{coming}/afterwards", data=ALL).status_code == 404
    assert citizen.get(f"{here(amira, uuid4())}/afterwards").status_code == 404


def test_another_citizens_answers_are_not_there(
    browser: Callable[[PersonView], Browser], citizen: Browser, amira: Plan, meeting: UUID
) -> None:
    made = feelings.say_after(amira.citizen, meeting, "", said(SECRET))
    dorte = browser(access.person(amira.dorte))  # type: ignore[arg-type]
    assert SECRET not in dorte.get("/mine/pulse").text
    for verb in ("showing", "hiding", "removal"):
        dorte.post(f"/mine/pulse/{made}/{verb}")
    assert dorte.post(f"/mine/pulse/{made}/showing").status_code == 404
    assert SECRET in citizen.get("/mine/pulse").text


def test_a_device_at_the_table_is_not_asked(app: Flask, amira: Plan, citizen: Browser) -> None:
    made = opened(amira)
    seat: Browser = app.test_client().sit_down(amira.citizen, made)  # type: ignore[attr-defined]
    assert seat.get(f"{here(amira, made)}/afterwards").status_code in (403, 404)
    assert seat.get("/mine/pulse").status_code in (403, 404)


def test_without_the_key_the_other_pages_stand(citizen: Browser, bo: Browser, amira: Plan, meeting: UUID) -> None:
    citizen.post(f"{here(amira, meeting)}/afterwards", data=ALL | TEAM | {"otherwise": SECRET})
    vault.destroy(amira.citizen)
    for page in ("/meetings", f"{here(amira, meeting)}/summary"):
        assert citizen.get(page).status_code == 200
    assert bo.get(f"{here(amira, meeting)}/summary").status_code == 200
    for page in ("/mine/pulse", f"{here(amira, meeting)}/afterwards"):
        assert citizen.get(page).status_code == 423


def test_an_old_page_shows_no_other_answers_than_stood_on_it(
    citizen: Browser, bo: Browser, amira: Plan, meeting: UUID
) -> None:
    pulse = feelings.answer_after(amira.citizen, meeting, {"decide": 4})
    showing = f"/mine/pulse/{pulse}/showing"
    old = fields(citizen.get("/mine/pulse").text, showing)
    feelings.answer_after(amira.citizen, meeting, {"decide": 0})
    asked = citizen.post(showing, data=old)
    assert asked.status_code == 409 and "Der står noget andet nu" in asked.text
    assert 'class="pulse"' not in bo.get(f"{here(amira, meeting)}/summary").text


def test_words_are_shown_with_the_yes_that_stood_beside_them_alone(
    citizen: Browser, amira: Plan, meeting: UUID
) -> None:
    data = ALL | {"otherwise": SECRET, "to": "team"}
    asked = citizen.post(f"{here(amira, meeting)}/afterwards", data=data)
    assert asked.status_code == 422 and SECRET in asked.text and feelings.pulses(amira.citizen) == []
