"""A meeting in somebody's own calendar: its file, and the private address at which a calendar fetches by itself."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from icalendar import Calendar
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE
from web.stage import Stage, stage

from minplan import clock, db
from minplan.meeting import Meeting
from minplan.routes.meeting import calendar
from minplan.words import NewText, write

__all__ = ["stage"]

SECRETS = ("Penge og gæld", "Biblioteket", "Kælderdøren", "Amira", "Bo", "Tove", "Dorte")


def book(stage: Stage, **values: object) -> UUID:
    starts = clock.now() + timedelta(days=1)
    with db.writing() as session:
        why = write(session, stage.cast.id, NewText(text="Penge og gæld", lang="da"), stage.cast.citizen, clock.now())
        row = Meeting(plan_id=stage.cast.id, starts=starts, ends=starts + timedelta(hours=1), place="Biblioteket",
                      mode="library", door="Kælderdøren", purpose_id=why.id, position=0, **values)  # fmt: skip
        session.add(row)
        return row.id


def address_of(browser: Browser) -> str:
    """Where this person's calendar fetches from now on, as the page says it; without the house's name."""
    answer = browser.post("/calendar")
    assert (answer.status_code, answer.location) == (303, "/calendar/address")
    page = browser.get("/calendar/address")
    assert page.headers["Cache-Control"] == "no-store"
    found = re.search(r'href="webcal://localhost(/calendar/[\w-]+\.ics)"', page.text)
    assert found
    return found[1]


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
@pytest.mark.parametrize("who", ["amira", "bo"])
def test_an_address_is_made_shown_once_made_anew_and_turned_off(stage: Stage, who: str, lang: str) -> None:
    browser, nobody = stage.browser(who), stage.browser("nobody")
    browser.set_cookie("lang", lang)
    assert browser.get("/calendar").text.count("<form") == 1 + 1  # one of them signs out
    first = address_of(browser)
    assert nobody.get(first).status_code == 200
    assert browser.get("/calendar/address").status_code == 200, "loaded again, it is still there"
    page = browser.get("/calendar").text
    assert first not in page and browser.get("/calendar/address").location == "/calendar"
    second = address_of(browser)
    assert (nobody.get(first).status_code, nobody.get(second).status_code) == (404, 200)
    assert browser.post("/calendar/ending").location == "/calendar"
    assert nobody.get(second).status_code == 404
    assert browser.post("/calendar/ending").status_code == 303


def test_it_is_shown_for_ten_minutes_and_to_its_owner_only(stage: Stage) -> None:
    amira = stage.browser("amira")
    amira.post("/calendar")
    clock.start(clock.now() + timedelta(minutes=11))
    assert amira.get("/calendar/address").location == "/calendar"
    amira.post("/calendar")
    with amira.session_transaction() as cookie:
        cookie[calendar.KEY] = cookie[calendar.KEY] | {"of": "somebody else"}
    assert amira.get("/calendar/address").location == "/calendar"


def test_a_calendar_finds_the_time_and_nothing_else(stage: Stage) -> None:
    which = book(stage)
    answer = stage.browser("nobody").get(address_of(stage.browser("amira")))
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/calendar", "no-store")
    (only,) = Calendar.from_ical(answer.data).events
    assert (only["UID"], only["SUMMARY"]) == (str(which), "Møde")
    assert not [secret for secret in SECRETS if re.search(rf"\b{secret}\b", answer.text)]
    assert str(stage.cast.id) not in answer.text and str(stage.cast.citizen) not in answer.text


def test_a_wrong_address_says_nothing_and_is_not_tried_for_long(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "GUESSES", 3)
    right, nobody = address_of(stage.browser("amira")), stage.browser("nobody")
    tried = [nobody.get(f"/calendar/{'a' * length}.ics") for length in (1, 43, 44, 500)]
    assert [each.status_code for each in tried] == [404, 404, 404, 429]
    assert [each.text for each in tried[:3]] == ["", "", ""] and "Set-Cookie" not in tried[0].headers
    assert nobody.get(right).status_code == 200, "a calendar that is right is never kept waiting"


def test_one_meeting_is_a_file_with_the_place_where_somebody_asks_for_it(stage: Stage) -> None:
    here = f"{stage.address}/meetings/{book(stage)}/calendar.ics"
    for who in ("amira", "bo", "tove"):
        answer = stage.browser(who).get(here)
        assert answer.headers["Content-Disposition"] == 'attachment; filename="calendar.ics"'
        assert not [secret for secret in SECRETS if re.search(rf"\b{secret}\b", answer.text)]
        (placed,) = Calendar.from_ical(stage.browser(who).get(f"{here}?place=1").data).events
        assert placed["LOCATION"] == "Biblioteket" and "Penge" not in placed.to_ical().decode()


def test_somebody_elses_meeting_is_not_there(stage: Stage) -> None:
    here = f"{stage.address}/meetings/{book(stage)}/calendar.ics"
    assert [stage.browser(who).get(here).status_code for who in ("dorte", "leader")] == [404, 404]
    assert stage.browser("nobody").get(here).status_code == 303
    mine = f"/plans/{stage.dorte['plan']}/meetings/{here.split('/')[4]}/calendar.ics"
    assert stage.browser("dorte").get(mine).status_code == 404


def test_what_was_called_off_can_be_taken_out_again(stage: Stage) -> None:
    which = book(stage, state="cancelled", cancelled_by="municipality", sequence=2)
    found = Calendar.from_ical(stage.browser("amira").get(f"{stage.address}/meetings/{which}/calendar.ics").data)
    assert (found["METHOD"], found.events[0]["STATUS"], found.events[0]["SEQUENCE"]) == ("CANCEL", "CANCELLED", 2)


def test_a_time_that_is_only_proposed_has_no_file(stage: Stage) -> None:
    which = book(stage, state="offered", offered_by="citizen")
    assert stage.browser("amira").get(f"{stage.address}/meetings/{which}/calendar.ics").status_code == 404


def test_the_way_there_leads_over_the_meetings_and_their_cards(stage: Stage) -> None:
    amira, which = stage.browser("amira"), book(stage)
    for browser in (amira, stage.browser("bo")):
        assert 'href="/calendar"' in browser.get("/meetings").text
    card = amira.get(f"{stage.address}/meetings/{which}").text
    assert f'/meetings/{which}/calendar.ics"' in card and f'/meetings/{which}/calendar.ics?place=1"' in card


def test_a_card_offers_no_file_that_says_nothing(stage: Stage) -> None:
    amira, opened = stage.browser("amira"), {"opened_at": clock.now()}
    states: tuple[dict[str, object], ...] = (
        {"state": "offered", "offered_by": "citizen"}, {"state": "missed"}, {"state": "open", **opened},
        {"state": "cancelled", "cancelled_by": "citizen"},
    )  # fmt: skip
    for values in states:
        assert "calendar.ics" not in amira.get(f"{stage.address}/meetings/{book(stage, **values)}").text, values
    gone = book(stage, state="cancelled", cancelled_by="citizen", sequence=1)
    assert "calendar.ics" in amira.get(f"{stage.address}/meetings/{gone}").text
