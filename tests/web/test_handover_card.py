"""On every page a citizen finds who to turn to: by name, with hours, a telephone, a way to write and a stand-in."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import update
from web.stage import Stage, stage

from minplan import access, db

__all__ = ["stage"]

FULL = {"hours": "man–fre 9–15", "phone": "+45 70 00 00 09"}
PAGES = ("/plan/history", "{plan}/steps/{step}", "{plan}/calls/new", "{plan}/wins", "{plan}/sharing", "{plan}/token")


def set_person(who: UUID, **values: object) -> None:
    with db.writing() as session:
        session.execute(update(access.Person).where(access.Person.id == who).values(**values))  # type: ignore[arg-type]


@pytest.fixture
def reachable(stage: Stage) -> Stage:
    """Bo can be reached, and Tove stands in for him."""
    set_person(stage.cast.tove, phone="+45 70 00 00 08")
    set_person(stage.cast.bo, stand_in_id=stage.cast.tove, **FULL)
    return stage


@pytest.mark.parametrize("page", [*PAGES, "/nothing-here"])
@pytest.mark.parametrize("lang", ["da", "ar", "xx"])
def test_every_page_says_who_and_how(reachable: Stage, page: str, lang: str) -> None:
    address = page.format(plan=reachable.address, step=reachable.amira["step"])
    text = reachable.browser("amira").get(f"{address}?lang={lang}").text
    card = re.findall(r"<aside class=.contact.*?</aside>", text, re.DOTALL)
    assert len(card) == 1
    for said in ("Bo", *FULL.values(), "Tove", 'href="tel:+4570000008"', f'{reachable.address}/calls/new"'):
        assert said in card[0], said


def test_the_plan_has_one_card_and_it_is_the_fuller_one(reachable: Stage) -> None:
    text = reachable.browser("amira").get("/plan").text
    assert '<aside class="contact"' not in text and text.count(FULL["hours"]) == 1
    assert "Når Bo ikke er der:" in text and 'href="tel:+4570000008"' in text


def test_what_is_not_known_leaves_no_gap(stage: Stage) -> None:
    text = stage.browser("amira").get("/plan/history").text
    assert "Din kontaktperson:" in text and "Skriv til Bo" in text
    assert "tel:" not in text and "Træffes" not in text and "ikke er der" not in text


@pytest.mark.parametrize("who", ["bo", "tove", "leader", "nobody"])
def test_a_card_is_the_citizens_alone(reachable: Stage, who: str) -> None:
    browser = reachable.browser(who)
    for page in ("/citizens", reachable.address, "/waiting", "/sign-in"):
        assert '<aside class="contact"' not in browser.get(page).text


def test_a_page_that_the_browser_knows_is_new_when_the_hours_are(reachable: Stage) -> None:
    browser = reachable.browser("amira")
    tag = browser.get("/plan").headers["ETag"]
    known: Callable[[], int] = lambda: browser.get("/plan", headers={"If-None-Match": tag}).status_code  # noqa: E731
    assert known() == 304
    set_person(reachable.cast.bo, hours="tirsdag 12–18")
    assert known() == 200
