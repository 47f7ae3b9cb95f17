"""Every form of the house, filled with what nobody should send."""

from collections.abc import Callable
from itertools import cycle
from uuid import UUID

import pytest
from flask import Flask
from house.forms import Forms
from house.test_routes import doors, ids, people
from sqlalchemy import text
from web.browser import Browser

from minplan import db
from minplan.access import PersonView

__all__ = ["ids", "people"]

REFUSED = ["\0", "x" * 2001, "Mit nummer er 010190-1234"]
JUNK = [*REFUSED, "javascript:alert(1)", "9999-12-31", "-1", "\u202e<b>'\"&{{7*7}}🌳"]


def revision(plan: UUID) -> int:
    with db.reading() as connection:
        select = text("SELECT revision FROM plan WHERE id = :plan")
        return int(connection.execute(select, {"plan": plan.hex}).scalar_one())


def _forget_how_often() -> None:
    """How many messages somebody may send is asked elsewhere."""
    with db.writing() as session:
        session.execute(text("DELETE FROM attempt"))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Karin", "Mette"])
def test_what_nobody_should_send_breaks_nothing(
    app: Flask,
    browser: Callable[[PersonView], Browser],
    people: dict[str, PersonView],
    ids: dict[str, UUID],
    name: str,
) -> None:
    client = browser(people[name])
    answers = [client.get(address) for method, address, _ in doors(app, ids) if method == "GET"]
    pages = [answer.text for answer in answers if answer.mimetype == "text/html"]
    forms = {action: fields for page in pages for action, fields in Forms(page).found if action != "/sign-out"}
    assert forms
    junk = cycle(JUNK)
    for action, fields in forms.items():
        for bad in [*fields, *fields]:
            _forget_how_often()
            answer = client.post(action, data=fields | {bad: next(junk)})
            assert answer.status_code < 500, f"{bad} at {action}"
        for refused in REFUSED if fields else ():  # one tap has nothing in it that could be wrong
            _forget_how_often()
            before = revision(ids["plan"])
            answer = client.post(action, data=dict.fromkeys(fields, refused))
            assert answer.status_code in (303, 403, 404, 409, 413, 422) or action == "/tone", action
            assert revision(ids["plan"]) == before, f"half written by {action}"
