"""A yes on a page: what a device at the table is told, and who hands a screen or a paper over."""

from collections.abc import Callable
from uuid import UUID

import pytest
from cast import Plan, prepare
from flask import Flask
from gathered import agreed, close, going_on, outcome
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


def test_who_does_not_see_all_of_it_prints_nothing_to_sign(browser: Come, plan: Plan, where: UUID) -> None:
    close(plan, where)
    tove = _come(browser, plan.tove)
    assert tove.get(_at(plan, where, "summary?copy=citizen")).status_code == 303
    assert _come(browser, plan.bo).get(_at(plan, where, "summary?copy=citizen")).status_code == 200
