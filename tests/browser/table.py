"""A served demo in which Karin and Mette sit together: their meeting is open, and each comes into its room."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.caseworker import Caseworker
from browser.chromium import PHONE
from browser.citizen import Citizen
from browser.lived_in import NOW, opened_database
from playwright.sync_api import Browser
from serving import served

from minplan import access, exchange, meeting

Room = Callable[..., Any]


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    """Somebody comes into the room: room("Karin", "ar")."""
    address = sit_down(tmp_path)
    contexts = []

    def enter(name: str, language: str = "da", **options: Any) -> Citizen:
        context = browser.new_context(**{"base_url": served_at, "viewport": PHONE, **options})  # type: ignore[arg-type]
        context.set_default_timeout(8000)
        contexts.append(context)
        person = (Citizen if name == "Karin" else Caseworker)(context.new_page(), language).come_in(name)
        person.page.goto(address)
        return person

    with served(tmp_path, MINPLAN_NOW=NOW) as served_at:
        yield enter
        for context in contexts:
            context.close()


def sit_down(place: Path, citizen: str = "Karin", contact: str = "Mette Krog") -> str:
    """Open the meeting that these two have agreed on, in a new demo at `place`; the address of its room."""
    with opened_database(place):
        exchange.demo()
        people = {person.name: person.id for person in access.demo_people()}
        with access.view(people[citizen]) as view:
            plan, found = view.plan.id, meeting.coming(view)
        assert found
        meeting.open_meeting(people[contact], plan, found.id)
        return f"/plans/{plan}/meetings/{found.id}/room"
