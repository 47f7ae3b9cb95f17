"""A yes on a page: what a device at the table is told, and who hands a screen or a paper over."""

from collections.abc import Callable
from uuid import UUID

import pytest
from cast import Plan, prepare
from flask import Flask
from gathered import agreed, close, confirm, going_on, outcome
from web.browser import Browser

from minplan import access, journey
from minplan.access import PersonView

Come = Callable[[PersonView], Browser]


@pytest.fixture
def plan(app: Flask) -> Plan:
    """Amira's plan; Tove sees nothing of her health."""
    found = prepare()
    journey.hide_tracks(found.citizen, found.id, found.tove, {"health"})
    return found


@pytest.fixture
def where(plan: Plan) -> UUID:
    """A meeting that is going on, with an agreement that Tove does not see."""
    here = going_on(plan)
    agreed(plan, here, track="health")
    return here


def _come(browser: Come, who: UUID) -> Browser:
    found = access.person(who)
    assert found
    return browser(found)


def _at(plan: Plan, where: UUID, rest: str) -> str:
    return f"/plans/{plan.id}/meetings/{where}/{rest}"


def test_a_device_at_the_table_is_told_what_it_said(app: Flask, plan: Plan, where: UUID) -> None:
    seat: Browser = app.test_client()  # type: ignore[assignment]
    seat.sit_down(plan.citizen, where)
    word = {"side": "citizen", "digest": outcome(plan, where).digest}
    for says, told in (("agree", "Dit ja venter"), ("differently", "Det tæller, når du selv er logget ind")):
        seat.post(_at(plan, where, "confirmation"), data=word | {"says": says})
        assert told in seat.get(_at(plan, where, "room")).text
    seat.post(_at(plan, where, "confirmation"), data=word | {"says": "differently"})
    assert "Det har vi allerede fået." in seat.get(_at(plan, where, "room")).text


def test_who_does_not_see_all_of_it_hands_no_screen_over(browser: Come, plan: Plan, where: UUID) -> None:
    tove = _come(browser, plan.tove)
    assert tove.get(_at(plan, where, "confirmation")).status_code == 303
    assert "Bed kontaktpersonen om det." in tove.get(_at(plan, where, "room")).text
    assert _come(browser, plan.bo).get(_at(plan, where, "confirmation")).status_code == 200


def test_whoever_sees_it_differently_is_not_told_that_closing_is_a_yes(browser: Come, plan: Plan, where: UUID) -> None:
    bo, told = _come(browser, plan.bo), "Når du slutter mødet, siger du også ja"
    assert told in bo.get(_at(plan, where, "room")).text
    confirm(plan, where, "municipality", says="differently")
    agreed(plan, where, "Mød os igen")
    assert told not in bo.get(_at(plan, where, "room")).text


def test_paper_is_refused_where_the_citizen_answered_themselves(browser: Come, plan: Plan, where: UUID) -> None:
    confirm(plan, where, says="differently")
    word = {"side": "citizen", "says": "agree", "how": "paper", "digest": outcome(plan, where).digest}
    found = _come(browser, plan.bo).post(_at(plan, where, "confirmation"), data=word)
    assert found.status_code == 422 and "Der er allerede svaret på egen skærm." in found.text


def test_who_does_not_see_all_of_it_prints_nothing_to_sign(browser: Come, plan: Plan, where: UUID) -> None:
    close(plan, where)
    tove = _come(browser, plan.tove)
    assert tove.get(_at(plan, where, "summary?copy=citizen")).status_code == 303
    assert _come(browser, plan.bo).get(_at(plan, where, "summary?copy=citizen")).status_code == 200
