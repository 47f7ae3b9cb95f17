"""Amira and Bo at a meeting that is going on, each with their own browser."""

from collections.abc import Callable
from uuid import UUID

import pytest
from cast import Plan, prepare
from flask import Flask
from gathered import going_on
from web.browser import Browser

from minplan import access
from minplan.access import PersonView

Come = Callable[[PersonView], Browser]


@pytest.fixture
def plan(app: Flask) -> Plan:
    """Amira's plan, on a Monday morning."""
    return prepare()


@pytest.fixture
def where(plan: Plan) -> UUID:
    """A meeting of hers that is going on."""
    return going_on(plan)


@pytest.fixture
def amira(browser: Come, plan: Plan) -> Browser:
    return browser(person(plan.citizen))


@pytest.fixture
def bo(browser: Come, plan: Plan) -> Browser:
    return browser(person(plan.bo))


def person(who: UUID) -> PersonView:
    found = access.person(who)
    assert found
    return found


def at(plan: Plan, where: UUID, rest: str = "") -> str:
    """An address below a meeting."""
    return f"/plans/{plan.id}/meetings/{where}/{rest}"
