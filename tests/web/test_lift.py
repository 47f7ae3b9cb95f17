"""Does a step lift or drain? One tap, for the citizen alone; others read it while it is shown, and offer a talk."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from cast import Plan
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE
from web.pressing import fields, press

from minplan import access, feelings, vault
from minplan.access import PersonView

OFFER = "Tilbyd en snak"
YES = {"agreed": feelings.KEPT_AGREED}


@pytest.fixture(autouse=True)
def _begun(citizen: Browser, amira: Plan) -> None:
    """It is asked about what somebody has begun."""
    assert 'id="lift"' not in citizen.get(step(amira)).text
    citizen.post(f"{step(amira)}/start", data={"seen_state": "later"}, follow_redirects=True)


def step(amira: Plan) -> str:
    return f"/plans/{amira.id}/steps/{amira.step}"


def asked(page: str) -> str:
    """The part of a step's page that asks whether it lifts."""
    return page.partition('id="lift"')[2].partition("</section>")[0]


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_three_equal_answers_and_a_way_past_them(citizen: Browser, amira: Plan, lang: str) -> None:
    page = citizen.get(f"{step(amira)}?lang={lang}").text
    assert asked(page).count('class="button secondary" name="answer"') == 3 and 'value="skip"' in asked(page)
    citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "both"})
    mine = citizen.get(f"{step(amira)}/lift?lang={lang}")
    assert mine.headers["Cache-Control"] == "no-store" and 'id="said-both"' in mine.text
    assert citizen.get(f"{step(amira)}?lang={lang}").headers["Cache-Control"] == "no-store"


def test_it_is_the_citizens_until_shown_and_draining_offers_a_talk(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    told = citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "drains"}, follow_redirects=True).text
    assert "<b>Det tærer på mig</b>" in told and "Kun du kan se det." in told
    assert "tærer" not in bo.get(step(amira)).text
    assert press(citizen, f"{step(amira)}/lift", f"{step(amira)}/lift/showing") == 303
    page = bo.get(step(amira))
    assert "<b>Det tærer på mig</b>" in page.text and OFFER in page.text and page.headers["Cache-Control"] == "no-store"
    citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "lifts"})
    assert "tærer" not in (page := bo.get(step(amira))).text and OFFER not in page.text
    assert press(citizen, f"{step(amira)}/lift", f"{step(amira)}/lift/showing") == 303
    assert "<b>Det løfter mig</b>" in (page := bo.get(step(amira))).text and OFFER not in page.text
    citizen.post(f"{step(amira)}/lift/hiding")
    assert "Det løfter" not in bo.get(step(amira)).text
    assert "Det løfter" in citizen.get(step(amira)).text


def test_whoever_passes_over_it_is_not_asked_again_and_can_still_say_it(citizen: Browser, amira: Plan) -> None:
    told = citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "skip"}, follow_redirects=True).text
    assert 'name="answer"' not in asked(told) and f'href="{step(amira)}/lift"' in told
    assert citizen.post(f"{step(amira)}/lift/showing").status_code == 404
    citizen.post(f"{step(amira)}/lift/removal")
    assert 'name="answer"' in asked(citizen.get(step(amira)).text)


@pytest.mark.parametrize("form", [{}, {"answer": ""}, {"answer": "kills"}, {"answer": "\0"}, {"answer": "x" * 10_000}])
def test_another_answer_is_refused_and_nothing_is_kept(citizen: Browser, amira: Plan, form: dict[str, str]) -> None:
    assert citizen.post(f"{step(amira)}/lift", data=YES | form).status_code == 422
    assert feelings.lift(amira.citizen, amira.step) is None


def test_nobody_else_has_a_door_to_it(
    browser: Callable[[PersonView], Browser], citizen: Browser, bo: Browser, amira: Plan
) -> None:
    citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "drains"})
    dorte = browser(access.person(amira.dorte))  # type: ignore[arg-type]
    for verb in ("", "/showing", "/hiding", "/removal"):
        assert dorte.post(f"{step(amira)}/lift{verb}", data={"answer": "lifts"}).status_code == 404
        assert bo.post(f"{step(amira)}/lift{verb}", data={"answer": "lifts"}).status_code in (403, 404)
    assert dorte.get(f"{step(amira)}/lift").status_code == 404
    for name in (f"/plans/{amira.id}/steps/{uuid4()}/lift", f"/plans/{uuid4()}/steps/{amira.step}/lift"):
        assert citizen.get(name).status_code == citizen.post(name, data={"answer": "lifts"}).status_code == 404
    found = feelings.lift(amira.citizen, amira.step)
    assert found and (found.answer, found.showing) == ("drains", None)


def test_without_the_key_the_step_stands(citizen: Browser, bo: Browser, amira: Plan) -> None:
    citizen.post(f"{step(amira)}/lift", data=YES | {"answer": "drains"})
    assert press(citizen, f"{step(amira)}/lift", f"{step(amira)}/lift/showing") == 303
    vault.destroy(amira.citizen)
    assert citizen.get(step(amira)).status_code == bo.get(step(amira)).status_code == 200
    assert citizen.get(f"{step(amira)}/lift").status_code == 423


def test_an_old_page_shows_no_other_answer_than_the_one_that_stood_on_it(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    here, showing = f"{step(amira)}/lift", f"{step(amira)}/lift/showing"
    citizen.post(here, data=YES | {"answer": "lifts"})
    old = fields(citizen.get(here).text, showing)
    citizen.post(here, data=YES | {"answer": "drains"})
    for data in (old, {}, old | {"shown_agreed": "2026-11-22"}):
        asked = citizen.post(showing, data=data)
        assert asked.status_code == 409 and "Der står noget andet nu" in asked.text
    assert "tærer" not in bo.get(step(amira)).text
    assert citizen.post(showing, data=fields(asked.text, showing)).status_code == 303
    assert "Det tærer" in bo.get(step(amira)).text
