"""In the pseudo-language every text of the product stands in a frame: what stands in none cannot be translated.

The client looks at each page that it opens; these tests open them all.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from web.browser import Browser
from web.deeds import DEEDS
from web.questions import STALE, Restage, restage
from web.stage import Stage

from minplan import access, clock, db

__all__ = ["restage"]

PEOPLE = ("amira", "bo", "tove", "leader", "dorte", "nobody")


def reading(stage: Stage, name: str) -> Browser:
    browser = stage.browser(name)
    browser.set_cookie("lang", "xx")
    return browser


def open_everything(stage: Stage, name: str) -> None:
    """Every address that answers GET, with the ids of the stage."""
    at, browser = stage.app.url_map.bind("localhost"), reading(stage, name)
    for rule in stage.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in ("assets.show", "issuer.authorize"):
            values = {key: stage.amira.get(key) or uuid4() for key in rule.arguments}
            assert browser.get(at.build(rule.endpoint, values)).status_code < 500, rule


@pytest.mark.parametrize("name", PEOPLE)
def test_every_page_can_be_translated(restage: Restage, name: str) -> None:
    stage = restage()
    open_everything(stage, name)
    # Later every promise is broken, and much has been still for long.
    clock.start(clock.now() + timedelta(days=45))
    open_everything(stage, name)


def test_every_step_and_thread_can_be_translated(restage: Restage) -> None:
    stage = restage()
    for name in ("amira", "bo", "tove"):
        browser = reading(stage, name)
        for key in ("step", "other", "behind", "law", "agreed", "owed", "proposal"):
            assert browser.get(stage.step(key)).status_code in (200, 404)
        assert browser.get(f"{stage.address}/calls/{stage.amira['plan_thread']}").status_code == 200


@pytest.mark.slow
def test_every_answer_can_be_translated(restage: Restage) -> None:
    """What is said when it is done, when it was so already, and when somebody else was quicker."""
    for name, deed in DEEDS.items():
        stage = restage()
        browser = reading(stage, deed.who)
        stale = {key: STALE.get(key, str(uuid4())) for key in deed.form if key.startswith("seen_")}
        assert deed.do(stage, browser, **stale).status_code in (303, 409), name
        for _ in range(2):
            answer = deed.do(stage, browser)
            assert answer.status_code == 303 and browser.get(answer.location).status_code == 200, name
        assert reading(stage, "bo").get(f"{stage.address}/history").status_code == 200, name


def test_the_plans_of_those_who_have_nothing_yet_can_be_translated(restage: Restage) -> None:
    stage = restage()
    with db.writing() as session:
        person = access.Person(kind="citizen", name="Ny", language="xx")
        session.add(person)
        session.flush()
        plan = access.Plan(citizen_id=person.id, created_at=clock.now())
        session.add(plan)
        session.flush()
        session.add(access.Membership(plan_id=plan.id, person_id=stage.cast.bo, relation="contact", name="Bo"))
        empty, newcomer = plan.id, access.PersonView(person.id, "citizen", "Ny", "xx", None)
    citizen = stage.browser("nobody").come_in(newcomer)
    forms = ("", "/history", "/steps/new", "/goals/new", "/wins", "/horizon", "/token", "/sharing", "/calls/new")
    for page in forms:
        assert citizen.get(f"/plans/{empty}{page}").status_code == 200, page
        if page not in ("/horizon", "/token", "/sharing", "/calls/new"):
            assert reading(stage, "bo").get(f"/plans/{empty}{page}").status_code == 200, page
