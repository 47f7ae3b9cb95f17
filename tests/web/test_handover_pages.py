"""Contact persons on the web: the leader changes one, the old one writes, the citizen decides, the new one reads."""

import re
from uuid import UUID

import pytest
from markupsafe import escape
from props import everything
from sqlalchemy import select
from web.browser import Browser
from web.stage import Stage, stage
from web.test_odd_input import ODD
from werkzeug.test import TestResponse

from minplan import db
from minplan.handover import Handover

__all__ = ["stage"]

WHY, DRAFT, BYE, OWN = "Bo er flyttet.", "Ring om formiddagen.", "Tak for alt.", "Ring helst om aftenen."
LANGUAGES = ("da", "en", "ar", "xx")


def change(stage: Stage, who: str = "leader", **more: object) -> TestResponse:
    form = {"citizens": [str(stage.cast.id)], "to": str(stage.cast.camilla), "reason": WHY} | more
    return stage.browser(who).post(f"/contacts/{stage.cast.bo}", data=form)


def handover_id(stage: Stage) -> UUID:
    with db.reading() as connection:
        table = Handover.__table__  # type: ignore[attr-defined]
        return connection.execute(select(table.c.id).where(table.c.plan_id == stage.cast.id)).scalars().one()


def seen(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(seen_\w+)" value="([^"]*)"', page))


def test_from_one_to_the_next(stage: Stage) -> None:
    answer = change(stage)
    assert (answer.status_code, answer.location) == (303, "/contacts")
    bo, amira, camilla = (stage.browser(name) for name in ("bo", "amira", "camilla"))
    here = f"/handovers/{handover_id(stage)}"
    assert here in bo.get("/me").text and bo.get(stage.address).status_code == 404
    assert bo.post(here, data={"page": DRAFT, "goodbye": BYE}).status_code == 303
    assert "Du har fået ny kontakt: Camilla" in amira.get("/plan").text and WHY in amira.get("/plan/contacts").text
    page = amira.get("/plan/handover").text
    assert DRAFT in page and BYE in page
    assert "ikke noget at læse" in camilla.get(f"{stage.address}/handover").text
    form = {"page": OWN, "send": "1"} | seen(page)
    assert amira.post(f"/plan/handover/{handover_id(stage)}", data=form).status_code == 303
    read = camilla.get(f"{stage.address}/handover").text
    assert OWN in read and DRAFT not in read and BYE not in read
    assert here not in bo.get("/me").text and bo.get(here).status_code == 404
    amira.post(f"/plan/handover/{handover_id(stage)}/recall")
    assert OWN not in camilla.get(f"{stage.address}/handover").text


def test_asked_twice_is_done_once(stage: Stage) -> None:
    for again in ({}, {"all": "1"}):
        change(stage, **again)
        before = everything()
        answer = change(stage, **again)
        assert answer.status_code == 303 and everything() == before


def test_all_of_somebodys_citizens_at_once(stage: Stage) -> None:
    answer = change(stage, all="1", citizens=[])
    assert "2 borgere har fået en ny kontaktperson." in stage.browser("leader").get("/contacts").text or answer
    assert [stage.browser(name).get("/plan").text.count("ny kontakt: Camilla") for name in ("amira", "dorte")] == [1, 1]


@pytest.mark.parametrize(
    "missing", [{"reason": ""}, {"to": ""}, {"citizens": []}, {"reason": "Mit nummer er 010190-1234"}, {"to": "x"}]
)
def test_words_and_choices_come_back(stage: Stage, missing: dict[str, object]) -> None:
    before = everything()
    answer = change(stage, **{"reason": "Fordi 🌳", "stays": "1"} | missing)
    assert answer.status_code == 422 and 'role="alert"' in answer.text and "010190-1234" not in answer.text
    assert everything() == before
    assert "reason" in missing or "Fordi 🌳" in answer.text
    assert 'name="stays" value="1" checked' in answer.text


def test_what_came_too_late_is_said(stage: Stage) -> None:
    change(stage)
    answer = change(stage, to=str(stage.cast.tove))
    assert answer.status_code == 409 and "Sådan står det nu" in answer.text


def test_a_draft_that_changed_meanwhile_is_shown_first(stage: Stage) -> None:
    change(stage)
    amira, bo = stage.browser("amira"), stage.browser("bo")
    page = seen(amira.get("/plan/handover").text)
    bo.post(f"/handovers/{handover_id(stage)}", data={"page": DRAFT})
    answer = amira.post(f"/plan/handover/{handover_id(stage)}", data={"page": OWN, "send": "1"} | page)
    assert answer.status_code == 409 and OWN in answer.text and DRAFT in answer.text


def test_the_draft_sent_as_it_is_keeps_its_language(stage: Stage) -> None:
    change(stage)
    amira = stage.browser("amira")
    stage.browser("bo").post(f"/handovers/{handover_id(stage)}", data={"page": DRAFT})
    form = {"page": DRAFT, "send": "1", "lang": "ar"} | seen(amira.get("/plan/handover?lang=ar").text)
    amira.post(f"/plan/handover/{handover_id(stage)}", data=form)
    assert (
        f'<span lang="da" dir="auto">{DRAFT}</span>' in stage.browser("camilla").get(f"{stage.address}/handover").text
    )


def test_what_somebody_tells_of_themselves_is_shown_as_citizens_see_it(stage: Stage) -> None:
    bo = stage.browser("bo")
    form = {"phone": "+45 70 00 00 09", "hours": "man–fre 9–15", "stand_in": str(stage.cast.tove)}
    hello = {"hello_name": "Bo", "hello_help": "at finde vej", "hello_like": "kaffe"}
    assert bo.post("/me", data=form | hello).location == "/me"
    for text in (bo.get("/me").text, stage.browser("amira").get("/plan/contacts").text):
        assert all(said in text for said in (form["phone"], form["hours"], "Tove", "at finde vej", "kaffe"))
    assert bo.post("/me", data=form | {"hours": "x" * 200}).status_code == 422
    assert "Ring til mig" in bo.post("/me", data={"phone": "Ring til mig"}).text
    assert bo.post("/me", data={"stand_in": str(stage.cast.dorte)}).status_code == 422
    bo.post("/me", data={})
    assert "man–fre" not in stage.browser("amira").get("/plan/contacts").text


@pytest.mark.parametrize("kind", ODD)
def test_odd_words_are_kept_to_the_letter_and_shown_harmlessly(stage: Stage, kind: str) -> None:
    odd = f"Ord {ODD[kind]}"
    bo, amira, leader = (stage.browser(name) for name in ("bo", "amira", "leader"))
    bo.post("/me", data={"hours": odd[:100], "hello_name": odd[:100], "hello_like": odd[:100]})
    assert amira.get("/plan/contacts").status_code == 200
    assert change(stage, reason=odd).status_code == 303
    bo.post(f"/handovers/{handover_id(stage)}", data={"page": odd, "goodbye": odd})
    page = amira.get("/plan/handover").text
    shown = str(escape(" ".join(odd.split()) if "\n" in odd else odd.strip()))
    assert kind == "lines" or page.count(shown) >= 2
    assert amira.post(f"/plan/handover/{handover_id(stage)}", data={"page": odd, "send": "1"} | seen(page)).location
    assert kind == "lines" or shown in stage.browser("camilla").get(f"{stage.address}/handover").text
    assert amira.post("/plan/another-person", data={"words": odd}).status_code == 303
    wish = re.search(r"/petitions/[0-9a-f-]+", leader.get("/petitions").text)
    assert wish and (kind == "lines" or shown in leader.get(wish[0]).text)
    for address in ("/plan", "/plan/contacts", "/plan/history", "/plan/another-person"):
        assert amira.get(address).status_code == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_stands_in_every_language(stage: Stage, lang: str) -> None:
    change(stage)
    stage.browser("bo").post(f"/handovers/{handover_id(stage)}", data={"page": DRAFT, "goodbye": BYE})
    stage.browser("amira").post("/plan/another-person", data={"words": OWN})
    pages = {
        "amira": ["/plan", "/plan/contacts", "/plan/handover", "/plan/another-person", "/plan/history"],
        "bo": ["/me", f"/handovers/{handover_id(stage)}"],
        "camilla": [f"{stage.address}/handover", stage.address],
        "leader": ["/contacts", f"/contacts/{stage.cast.bo}", f"/contacts/{stage.cast.camilla}", "/petitions"],
    }
    for name, addresses in pages.items():
        for address in addresses:
            assert stage.browser(name).get(f"{address}?lang={lang}").status_code == 200, address


def test_doors(stage: Stage) -> None:
    change(stage)
    tried: list[tuple[Browser, str, int]] = [
        (stage.browser("tove"), f"{stage.address}/handover", 404),
        (stage.browser("bo"), "/contacts", 403),
        (stage.browser("amira"), "/contacts", 404),
        (stage.browser("bo"), "/petitions", 403),
        (stage.browser("amira"), "/me", 404),
        (stage.browser("camilla"), f"/handovers/{handover_id(stage)}", 404),
        (stage.browser("leader"), f"/contacts/{stage.cast.dorte}", 404),
    ]
    elsewhere = f"/plan/handover/{stage.cast.id}"
    assert stage.browser("amira").post(elsewhere, data={"send": "1"}).status_code == 404
    assert stage.browser("amira").post(f"{elsewhere}/recall").status_code == 404
    for browser, address, status in tried:
        assert browser.get(address).status_code == status, address
