"""The pages of the time before: what can be done by whom, in words for how it stands, and what comes first."""

from typing import Any
from uuid import UUID

from cast import Plan
from sqlalchemy import update
from web.browser import Browser
from web.test_meeting_booking import FIRST, PROPOSAL, address, proposed

from minplan import clock, db
from minplan.access import Membership

_member: Any = Membership


def _shown(who: UUID, **fields: str) -> None:
    """What the plan shows of a professional."""
    with db.writing() as session:
        session.execute(update(Membership).where(_member.person_id == who).values(**fields))


def test_what_waits_is_taken_back_by_whoever_proposed_it_and_by_nobody_else(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    where = proposed(citizen, amira)
    assert "Tag forslaget tilbage" in citizen.get(where).text and "/cancellation" not in bo.get(where).text
    assert "Aflys" not in citizen.get(f"{where}/cancellation").text
    citizen.post(f"{where}/cancellation", data={"because": ""})
    page = citizen.get(where).text
    assert "Forslaget er taget tilbage." in page and 'id="people"' not in page


def test_one_time_that_does_not_fit_is_not_called_several(citizen: Browser, bo: Browser, amira: Plan) -> None:
    one = citizen.get(proposed(bo, amira, on2="", clock2="")).text
    assert "Den passer ikke" in one and "Ingen af dem" not in one
    assert "Ingen af dem passer" in citizen.get(proposed(bo, amira, kind="round")).text


def test_the_new_form_begins_with_the_day_and_names_what_is_to_be_put_right(citizen: Browser, amira: Plan) -> None:
    _shown(amira.tove, role="Jobkonsulent")
    page = citizen.get(f"{address(amira)}/new").text
    assert page.index("new-on1") < page.index("new-notes") < page.index("new-kind")
    assert "<bdi>Tove (Jobkonsulent)</bdi>" in page
    lacking = citizen.post(address(amira), data={"kind": "talk"}).text
    assert 'href="#new-on1">Forslag 1, dag: Skriv eller vælg noget her.' in lacking


def test_what_lies_behind_leads_on(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(citizen, amira)
    bo.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST})
    clock.start(clock.parse("2026-11-27"))
    page = citizen.get("/meetings").text.split("<main")[1]
    assert "Nåede I ikke at mødes?" in page and page.count("/meetings/new") == 2
    closed = citizen.get(where).text
    assert "Sæt noget på" not in closed and "Det vil vi tale om" not in closed and "Tag en med" not in closed


def test_a_citizen_who_asks_for_another_time_reads_what_becomes_of_the_old(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    where = proposed(bo, amira)
    citizen.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST})
    assert "Foreslå en anden tid" in citizen.get(where).text and "Flyt mødet" in bo.get(where).text
    page = citizen.get(f"{where}/move").text
    assert "gælder den gamle tid ikke mere" in page and "svarer senest" in page and "at ringe:" not in page
    _shown(amira.bo, phone="70 10 20 30")
    clock.start(clock.parse("2026-11-24T08:00:00+01:00"))
    assert "Mødet er i dag. Det går hurtigst at ringe:" in citizen.get(f"{where}/move").text


def test_a_need_has_a_day_for_its_answer_and_never_one_after_the_meeting(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    where = proposed(citizen, amira)
    citizen.post(f"{where}/needs", data={"kinds": ["quiet"]})
    need = "Jeg har brug for", "Du får svar senest onsdag den 18. november."
    assert need[1] in citizen.get(where).text.split(need[0])[1].split("<details")[0]
    assert "Mangler et svar · Svar senest onsdag den 18. november." in bo.get(where).text
    soon = proposed(citizen, amira, on1="2026-11-17", on2="", clock2="")
    citizen.post(f"{soon}/needs", data={"kinds": ["quiet"]})
    assert "Du får svar senest tirsdag den 17. november kl. 10.00." in citizen.get(soon).text
    clock.start(clock.parse("2026-11-20"))
    assert "Vi er bagud. Undskyld. Vi lovede at svare senest" in citizen.get(where).text
    assert "snart" not in citizen.get(where).text.split("<main")[1]


def test_a_notice_names_what_was_done_last_and_leads_there(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    page = citizen.get("/notices").text
    assert "Bo foreslår et møde tirsdag den 24. november." in page and f'name="next" value="{where}"' in page
    clock.start(clock.parse("2026-11-18T12:30:00+01:00"))
    bo.post(f"{where}/times", data=PROPOSAL | {"on1": "2026-11-30"})
    page = citizen.get("/notices").text.split("<main")[1]
    assert "Bo foreslår et møde onsdag den 25. november." in page and "onsdag den 18. november kl. 12.30" in page
    assert page.count("Jeg har set den") == 1
    bo.post(f"{where}/cancellation", data={"because": "Syg"})
    assert "Mødet onsdag den 25. november er aflyst." in citizen.get("/notices").text
