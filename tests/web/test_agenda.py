"""The agenda on the web: a picture in one tap, own words kept, the order by buttons, and what became of a point."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, prepare, said
from flask import Flask
from web.browser import Browser

from minplan import access, clock, db, meeting
from minplan.access import PersonView
from minplan.meeting import Meeting, MeetingView

Come = Callable[[PersonView], Browser]


@pytest.fixture
def plan(app: Flask) -> Plan:
    """Amira's plan, on a Monday morning."""
    return prepare()


@pytest.fixture
def going_on(plan: Plan) -> UUID:
    """A meeting of hers that has been opened."""
    return _meeting(plan, "open")


def _meeting(plan: Plan, state: str) -> UUID:
    now = clock.now()
    with db.writing() as session:
        made = Meeting(
            plan_id=plan.id, state=state, starts=now, ends=now + timedelta(hours=1), place="Biblioteket",
            mode="library", opened_at=now if state == "open" else None, position=0,
        )  # fmt: skip
        session.add(made)
        return made.id


def _person(person: object) -> PersonView:
    found = access.person(person)  # type: ignore[arg-type]
    assert found
    return found


def _opened(plan: Plan, here: UUID) -> MeetingView:
    with access.view(plan.citizen) as view:
        return meeting.one(view, here)


def _address(plan: Plan, here: UUID) -> str:
    return f"/plans/{plan.id}/meetings/{here}/agenda"


def test_a_picture_is_put_on_in_one_tap_and_read_by_each_in_their_language(
    browser: Come, plan: Plan, going_on: UUID
) -> None:
    amira, here = browser(_person(plan.citizen)), _address(plan, going_on)
    assert "Her er tomt endnu." in amira.get(here).text
    answer = amira.post(here, data={"phrase": "agenda.money", "at": "room"})
    assert answer.status_code == 303 and answer.location.endswith(f"{going_on}/room#agenda")
    page = amira.get(f"{here}?lang=en").text
    assert "My money" in page and 'value="agenda.money"' not in page
    assert amira.post(here, data={"phrase": "agenda.money"}).location.endswith(f"{going_on}#agenda")


def test_own_words_are_kept_when_something_is_to_be_put_right(browser: Come, plan: Plan, going_on: UUID) -> None:
    amira, here = browser(_person(plan.citizen)), _address(plan, going_on)
    answer = amira.post(here, data={"text": "Mit nummer er 010190-1234"})
    assert answer.status_code == 422 and "Det ligner et CPR-nummer" in answer.text
    assert "Mit nummer er …</textarea>" in answer.text
    assert amira.post(here, data={}).status_code == 422
    assert amira.post(here, data={"phrase": "say.call_me"}).status_code == 422


def test_each_point_has_its_buttons(browser: Come, plan: Plan, going_on: UUID) -> None:
    amira, bo, here = browser(_person(plan.citizen)), browser(_person(plan.bo)), _address(plan, going_on)
    first = meeting.add_point(plan.citizen, plan.id, going_on, said("Pengene")).subject_id
    second = meeting.add_point(plan.bo, plan.id, going_on, said("Praktik")).subject_id
    page = bo.get(here).text
    assert f"{first}/removal" not in page and f"{second}/removal" in page
    amira.post(f"{here}/{second}/order", data={"beside": str(first), "place": "before"})
    assert [point.id for point in _opened(plan, going_on).agenda] == [second, first]
    bo.post(f"{here}/{first}/outcome", data={"outcome": "talked"})
    assert "talt om" in amira.get(here).text and "Tag det op igen" in amira.get(here).text
    bo.post(f"{here}/{second}/removal")
    assert "Praktik" not in amira.get(here).text
    assert bo.post(f"{here}/{first}/removal").status_code == 403


def test_the_words_of_a_point_are_saved_while_they_are_typed(browser: Come, plan: Plan, going_on: UUID) -> None:
    amira, bo, here = browser(_person(plan.citizen)), browser(_person(plan.bo)), _address(plan, going_on)
    point = meeting.add_point(plan.citizen, plan.id, going_on, said("Pengene")).subject_id
    seen, live = str(_opened(plan, going_on).agenda[0].text_id), {"X-Save": "live"}
    answer = bo.post(f"{here}/{point}/text", data={"text": "Penge i maj", "seen": seen}, headers=live)
    assert answer.status_code == 204
    late = amira.post(f"{here}/{point}/text", data={"text": "Penge til jul", "seen": seen}, headers=live)
    assert late.status_code == 409 and "Penge i maj" in late.text and "Penge til jul" in late.text
    again = {"text": "Penge til jul", "seen": answer.headers["X-Seen"]}
    assert amira.post(f"{here}/{point}/text", data=again).status_code == 303
    assert "Penge til jul" in bo.get(here).text


def test_a_ready_sentence_that_is_saved_as_it_stands_is_still_read_by_everybody(
    browser: Come, plan: Plan, going_on: UUID
) -> None:
    amira, here = browser(_person(plan.citizen)), _address(plan, going_on)
    amira.post(here, data={"phrase": "agenda.money"})
    (point,) = _opened(plan, going_on).agenda
    form = {"text": "نقودي", "lang": "ar", "seen": str(point.text_id)}
    amira.post(f"{here}/{point.id}/text?lang=ar", data=form)
    amira.post(f"{here}?lang=ar", data={"text": "صحتي"})
    assert [each.text.phrase for each in _opened(plan, going_on).agenda] == ["agenda.money", "agenda.health"]


def test_a_device_at_the_table_writes_on_the_agenda(app: Flask, plan: Plan, going_on: UUID) -> None:
    client: Browser = app.test_client()  # type: ignore[assignment]
    seat, here = client.sit_down(plan.citizen, going_on), _address(plan, going_on)
    answer = seat.post(here, data={"text": "Pengene"})
    assert answer.status_code == 303 and answer.location.endswith("/room#agenda")
    assert "Pengene" in seat.get(here).text
    assert seat.get(_address(plan, _meeting(plan, "agreed"))).status_code == 404


def test_a_meeting_that_is_over_says_so_kindly(browser: Come, plan: Plan) -> None:
    amira, here = browser(_person(plan.citizen)), _meeting(plan, "missed")
    answer = amira.post(_address(plan, here), data={"text": "Pengene"})
    assert answer.status_code == 422 and "Det kan ikke ændres her mere." in answer.text
    assert "<textarea" not in answer.text.split("<main", 1)[1]


def test_strangers_find_no_agenda(browser: Come, nobody: Browser, plan: Plan, going_on: UUID) -> None:
    here = _address(plan, going_on)
    assert nobody.get(here).status_code == 303
    for person in (plan.dorte, plan.camilla):
        there = browser(_person(person))
        assert there.get(here).status_code == 404
        assert there.post(here, data={"text": "Hej"}).status_code == 404
    assert _opened(plan, going_on).agenda == ()


def test_a_stranger_hears_nothing_of_what_they_typed_wrong(browser: Come, plan: Plan, going_on: UUID) -> None:
    point = meeting.add_point(plan.citizen, plan.id, going_on, said("Pengene")).subject_id
    form = {"text": "", "seen": ""}
    assert browser(_person(plan.dorte)).post(f"{_address(plan, going_on)}/{point}/text", data=form).status_code == 404
    assert browser(_person(plan.bo)).post(f"{_address(plan, going_on)}/{point}/text", data=form).status_code == 422


def test_two_who_say_what_became_of_a_point_do_not_overrule_each_other(
    browser: Come, plan: Plan, going_on: UUID
) -> None:
    amira, here = browser(_person(plan.citizen)), _address(plan, going_on)
    point = meeting.add_point(plan.bo, plan.id, going_on, said("Praktik")).subject_id
    assert point
    assert 'name="seen_outcome" value=""' in amira.get(here).text
    meeting.settle_point(plan.bo, plan.id, going_on, point, "talked")
    answer = amira.post(f"{here}/{point}/outcome", data={"outcome": "carried", "seen_outcome": "", "at": "room"})
    assert answer.status_code == 303 and "Nogen ændrede det samme imens" in amira.get(answer.location).text
    assert _opened(plan, going_on).agenda[0].outcome == "talked"
