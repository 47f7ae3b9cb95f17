"""A served demo in which Karin and Mette sit together: their meeting is open, and each comes into its room."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from browser.caseworker import Caseworker
from browser.chromium import PHONE
from browser.citizen import Citizen
from browser.fixtures import restore
from browser.lived_in import NOW, opened_database, prepare
from playwright.sync_api import Browser
from serving import served

from minplan import access, meeting

Room = Callable[..., Any]


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Where it is served, the address of the room, and what makes both as they were at first."""
    untouched, place = tmp_path_factory.mktemp("laid"), tmp_path_factory.mktemp("table")
    address = sit_down(untouched)
    copytree(untouched, place, dirs_exist_ok=True)
    with served(place, MINPLAN_NOW=NOW) as served_at:
        yield served_at, address, lambda: restore(untouched, place)


@pytest.fixture
def room(browser: Browser, laid: tuple[str, str, Callable[[], None]]) -> Iterator[Room]:
    """Somebody comes into the room: room("Karin", "ar"). All who come meet in the same one."""
    served_at, address, again = laid
    again()
    contexts = []

    def enter(name: str, language: str = "da", **options: Any) -> Citizen:
        context = browser.new_context(**{"base_url": served_at, "viewport": PHONE, **options})  # type: ignore[arg-type]
        context.set_default_timeout(8000)
        contexts.append(context)
        person = (Citizen if name == "Karin" else Caseworker)(context.new_page(), language).come_in(name)
        person.page.goto(address)
        return person

    yield enter
    for context in contexts:
        context.close()


def sit_down(place: Path, citizen: str = "Karin", contact: str = "Mette Krog") -> str:
    """Open the meeting that these two have agreed on, in a new demo at `place`; the address of its room."""
    prepare(place)
    with opened_database(place):
        people = {person.name: person.id for person in access.demo_people()}
        with access.view(people[citizen]) as view:
            plan, found = view.plan.id, meeting.coming(view)
        assert found
        meeting.open_meeting(people[contact], plan, found.id)
        return f"/plans/{plan}/meetings/{found.id}/room"
