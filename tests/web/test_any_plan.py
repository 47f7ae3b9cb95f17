"""Whatever plan comes in, its pages are good pages for the citizen and for the contact, in every language."""

from collections.abc import Callable
from typing import Any

import pytest
from documents import long_document, plan_documents
from hypothesis import HealthCheck, given, settings, strategies as st
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, exchange, journey
from minplan.access import PersonView

Browsing = Callable[[PersonView], Browser]


def visit(browser: Browsing, document: dict[str, Any], language: str) -> None:
    """The plan's page, its history and some of its steps, through the citizen's eyes and the contact's."""
    (plan,) = exchange.bring_in([document])
    citizen = access.citizen_of(plan)
    assert citizen
    with access.view(citizen) as view:
        steps = [row.id for row in journey.everything(view).steps][:4]
        people = [access.person(citizen), access.person(view.members[0].person_id)]
    for person in people:
        assert person
        for page in ("", "/history", *(f"/steps/{step}" for step in steps)):
            found = browser(person).get(f"/plans/{plan}{page}", query_string={"lang": language})
            assert found.status_code == 200, page


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)
@given(document=plan_documents(), language=st.sampled_from(EVERY_LANGUAGE))
def test_any_plan_is_a_good_page(browser: Browsing, document: dict[str, Any], language: str) -> None:
    visit(browser, document, language)


@pytest.mark.parametrize("steps", [0, 1, 500])
def test_a_plan_of_any_size_is_a_good_page(browser: Browsing, steps: int) -> None:
    visit(browser, long_document(steps), "ar")
