"""Mine data: all of it to read and to take home, a name and a language to correct, and what is mine alone to empty."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from furnished import furnish
from sqlalchemy import select
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE
from web.server import Ask
from web.stage import Stage, stage

import minplan
from minplan import access, clock, db, own_data
from minplan.access import PersonView
from minplan.words import erase

__all__ = ["stage"]

NOTICE = Path(minplan.__file__).parent / "templates/own_data/privacy.html"
# Whoever changes what citizens were told gives it a new day (own_data.PRIVACY), so that they are told again.
TOLD = ("2026-11-23", "f957077a215f")


@pytest.fixture
def amira(stage: Stage) -> Browser:
    furnish(stage.cast.id, stage.cast.citizen, stage.cast.bo, "amira-mark")
    return stage.browser("amira")


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
@pytest.mark.parametrize("address", ["/plan/data", "/plan/data/all", "/privacy"])
def test_the_pages_are_whole_in_every_language(amira: Browser, address: str, lang: str) -> None:
    assert amira.get(f"{address}?lang={lang}").status_code == 200


def test_the_readable_page_says_what_the_file_says(amira: Browser) -> None:
    page = amira.get("/plan/data/all").text
    found = json.loads(amira.get("/plan/data.json").text)
    assert found["person"][0]["name"] == "Amira" and found["plan_document"]["citizen"]["name"] == "Amira"
    for text in found["text"]:
        assert text["body"] is None or text["body"] in page
    assert "amira-mark" in page and "Den nye" not in page


@pytest.mark.parametrize("address", ["/plan/data", "/plan/data/all", "/plan/data.json"])
def test_it_is_the_citizens_alone_and_stays_in_no_browser(stage: Stage, address: str) -> None:
    assert stage.browser("amira").get(address).headers["Cache-Control"] == "no-store"
    for who in ("bo", "tove", "leader"):
        assert stage.browser(who).get(address).status_code == 403
    assert stage.browser("nobody").get(address).status_code == 303


def test_nothing_of_another_citizen_stands_there(stage: Stage) -> None:
    furnish(stage.dorte["plan"], stage.cast.dorte, stage.cast.bo, "dorte-mark")
    for address in ("/plan/data", "/plan/data/all", "/plan/data.json"):
        page = stage.browser("amira").get(address).text
        assert "dorte-mark" not in page and str(stage.dorte["plan"]) not in page and "FIND EN NØGLE" not in page


def test_what_is_mine_alone_is_emptied_with_two_taps(stage: Stage, amira: Browser) -> None:
    page = amira.get("/plan/data").text
    forms = re.findall(r'action="(/plan/data/erasure/[^"]+)"', page)
    assert "/plan/data/erasure/horizon" in forms and any("/wins/" in form for form in forms)
    for form in forms:
        answer = amira.post(form, data={})
        assert answer.location == "/plan/data"  # from its top, where it is said
        assert "Det er slettet." in amira.get(answer.location).text
    left = amira.get("/plan/data").text
    assert "/plan/data/erasure/" not in left and "Der er ikke noget her lige nu." in left
    document = amira.get("/plan/data.json").text
    for gone in ("Et hus med udsigt", "Nøglen passede", "Find en nøgle", "Gå en tur"):
        assert gone not in document
    assert "Besøg et hus" in document


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_no_page_minds_that_words_are_gone(stage: Stage, amira: Browser, lang: str) -> None:
    amira.set_cookie("lang", lang)
    for form in re.findall(r'action="(/plan/data/erasure/[^"]+)"', amira.get("/plan/data").text):
        amira.post(form, data={})
    deleted = {"da": "(slettet)", "en": "(deleted)", "ar": "(محذوف)", "xx": "⟦(slettet)⟧"}[lang]
    here, ids = stage.address, stage.amira
    pages = ["", "/history", "/wins", f"/steps/{ids['step']}", f"/goals/{ids['goal']}", f"/proposals/{ids['wish']}",
             f"/calls/{ids['thread']}", f"/steps/{ids['behind']}/celebration", "/steps/new"]  # fmt: skip
    for browser in (amira, stage.browser("bo")):
        browser.set_cookie("lang", lang)
        texts = [browser.get(here + page) for page in pages]
        assert [answer.status_code for answer in texts] == [200] * len(pages)
        assert sum(deleted in answer.text for answer in texts) >= 3
    assert stage.browser("bo").get("/citizens").status_code == 200
    assert amira.get("/plan/data/all").status_code == 200


def test_anothers_win_or_step_is_not_there_and_the_agreed_is_refused(stage: Stage, amira: Browser) -> None:
    assert amira.post(f"/plan/data/erasure/wins/{stage.dorte['win']}").status_code == 404
    assert amira.post(f"/plan/data/erasure/steps/{stage.dorte['step']}").status_code == 404
    assert amira.post(f"/plan/data/erasure/steps/{stage.amira['law']}").status_code == 403
    assert stage.browser("bo").post("/plan/data/erasure/horizon").status_code == 403


def test_a_name_is_corrected_and_everybody_reads_it(stage: Stage, amira: Browser) -> None:
    page = amira.post("/plan/data/name", data={"name": "Amira Noor", "seen_name": "Amira"}, follow_redirects=True).text
    assert "Dit navn er rettet." in page
    assert "Navnet er rettet." in stage.browser("bo").get(f"{stage.address}/history").text
    late = amira.post("/plan/data/name", data={"name": "Ami", "seen_name": "Amira"})
    assert late.status_code == 409 and "Ami" in late.text
    for bad in ("", "a" * 81, "010190-1234", "\u200b", "Amira\u202e", "Ami\x01ra"):
        assert amira.post("/plan/data/name", data={"name": bad, "seen_name": "Amira Noor"}).status_code == 422


def test_a_language_is_chosen_for_good(stage: Stage, amira: Browser) -> None:
    answer = amira.post("/plan/data/language", data={"language": "ar"})
    assert answer.location == "/plan/data?lang=ar"
    assert access.person(stage.cast.citizen).language == "ar"  # type: ignore[union-attr]
    assert amira.post("/plan/data/language", data={"language": "xy"}).status_code == 422


def test_the_notice_is_read_once_and_leads_on(stage: Stage, amira: Browser) -> None:
    page = amira.get("/privacy?next=/plan/openings").text
    assert "Jeg har læst det" in page
    assert amira.post("/privacy", data={"next": "/plan/openings"}).location == "/plan/openings"
    assert "Jeg har læst det" not in amira.get("/privacy").text
    for bad in ("https://evil.example/", "//evil.example", "/people", ""):
        assert amira.post("/privacy", data={"next": bad}).location == "/plan"


def test_a_citizen_meets_the_notice_once_on_the_way_in(there: Ask, newcomer: Callable[..., PersonView]) -> None:
    person = newcomer("citizen")
    with db.writing() as session:
        session.get_one(access.Person, person.id).privacy_seen = "2020-01-01"

    def come_in() -> str:
        answer = there("/sign-in", "POST", data={"person": str(person.id), "next": "/plan/data"})
        return answer.history[-1].headers["Location"].partition("/privacy")[2] if answer.history else ""

    assert come_in() == "?next=/plan/data"
    there("/privacy", "POST", data={"next": "/plan/data"})
    assert come_in() == ""


def test_the_notice_is_no_gate(there: Ask, newcomer: Callable[..., PersonView]) -> None:
    person = newcomer("citizen")
    with db.writing() as session:
        session.get_one(access.Person, person.id).privacy_seen = None
    there("/sign-in", "POST", data={"person": str(person.id)})
    assert there("/sign-ins", allow_redirects=False).status_code != 303


def test_who_stands_by_others_meets_the_notice_too(there: Ask, newcomer: Callable[..., PersonView]) -> None:
    person = newcomer("supporter")
    with db.writing() as session:
        session.get_one(access.Person, person.id).privacy_seen = None
    answer = there("/sign-in", "POST", data={"person": str(person.id)})
    assert answer.history[-1].headers["Location"] == "/privacy?next=/supporting"
    assert "Jeg har læst det" in answer.text and 'href="/supporting/me"' in answer.text
    assert there("/privacy", "POST", data={"next": "/supporting"}).url.endswith("/supporting")
    assert "Jeg har læst det" not in there("/privacy").text


def test_the_notice_is_open_to_all_and_asks_nobody_else(stage: Stage) -> None:
    for who in ("nobody", "bo", "leader"):
        page = stage.browser(who).get("/privacy").text
        assert "Jeg har læst det" not in page and "18 år" in page and "adresse" in page
        assert 'href="/privacy"' in page


def test_a_notice_that_was_changed_has_a_new_day() -> None:
    words = "".join(re.findall(r'_\("[^"]*"', NOTICE.read_text("utf-8")))
    now = (own_data.PRIVACY.isoformat(), hashlib.sha256(words.encode()).hexdigest()[:12])
    assert now == TOLD, "give own_data.PRIVACY its new day, and write both here"


def test_a_plan_without_any_words_opens_on_every_page(stage: Stage, amira: Browser) -> None:
    with db.writing() as session:
        texts = db.metadata().tables["text"]
        erase(session, session.execute(select(texts.c.id)).scalars(), clock.now())
    ids = {name: str(value) for name, value in stage.amira.items()} | {"person": str(stage.cast.bo)}
    for client in (amira, stage.browser("bo")):
        client.set_cookie("lang", "ar")
        for rule in stage.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.arguments <= ids.keys() and "sign" not in rule.rule:
                address = stage.app.url_map.bind("localhost").build(rule.endpoint, {n: ids[n] for n in rule.arguments})
                assert client.get(address).status_code < 500, address


def test_the_notice_says_it_in_five_lines_and_the_rest_lies_folded(stage: Stage) -> None:
    amira = stage.browser("amira")
    assert "Gå til din forside" not in amira.get("/privacy").text, "who has not read it yet goes on from its button"
    amira.post("/privacy", data={"next": "/plan"})
    first, fold = amira.get("/privacy").text.split('<details class="fold"><summary>Læs det hele</summary>')
    assert first.count("<dt>") == 5 and "artikel" not in first and "artikel 15" in fold
    assert "<h1>Dine data og privatliv</h1>" in first and '<a href="/plan">Gå til din forside</a>' in first
    assert "Gå til din forside" not in stage.browser("nobody").get("/privacy").text


def test_notes_answers_and_the_calendar_are_read_there_too(amira: Browser) -> None:
    page = amira.get("/plan/data/all").text
    for heading in ("Dine noter fra møder", "Møder i din egen kalender"):
        assert heading in page
    assert "secret of amira-mark" not in page + amira.get("/plan/data.json").text, "a professional's own notes"
