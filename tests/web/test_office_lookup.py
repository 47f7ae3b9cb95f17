"""Look-up, emergency, spot checks and the editor's home, page by page."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from cast import Plan
from flask import Flask
from officers import NUMBER, Officers, appoint, number_of
from props import everything, hide
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock

Who = Callable[[UUID], Browser]
WHY = {"reason": "Borgeren ringer og er i fare."}


@pytest.fixture
def officers(amira: Plan) -> Officers:
    found = appoint()
    number_of(amira.citizen)
    return found


@pytest.fixture
def who(app: Flask, officers: Officers) -> Who:
    return lambda person: app.test_client().come_in(access.person(person))  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def camilla(who: Who, amira: Plan) -> Browser:
    """A caseworker without a place on Amira's plan."""
    return who(amira.camilla)


def find(browser: Browser, number: str = NUMBER) -> str:
    return browser.post("/lookup", data={"number": number}).text


def test_a_citizen_is_found_and_the_number_stands_nowhere(amira: Plan, camilla: Browser, who: Who) -> None:
    answer = camilla.post("/lookup", data={"number": NUMBER})
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert "Amira" in answer.text and "Du har ikke en plads på planen." in answer.text and "999999" not in answer.text
    assert f'href="/plans/{amira.id}/emergency"' in answer.text
    assert f'href="/plans/{amira.id}"' in find(who(amira.bo))


def test_a_number_typed_into_a_card_is_a_look_up_too(amira: Plan, officers: Officers, who: Who) -> None:
    admin, card = who(officers.admin), {"name": "Amira 🌳", "language": "da"}
    new = {"id": str(uuid4()), "contact": str(amira.bo)}
    for address, form in ((f"/people/{amira.citizen}", card), ("/people/citizens", card | new)):
        for turn in range(5):
            typed = f"999999-1{len(form)}{turn}1"
            assert admin.post(address, data=form | {"number": typed}).status_code != 429, (address, turn)
    answer = admin.post(f"/people/{amira.citizen}", data=card | {"number": "999999-1234"})
    assert answer.status_code == 429 and "🌳" in answer.text and "999999" not in answer.text
    assert admin.post(f"/people/{amira.citizen}", data=card | {"number": ""}).status_code == 303


def test_who_is_elsewhere_and_who_is_nowhere_answer_alike(amira: Plan, camilla: Browser) -> None:
    number_of(amira.citizen, "999999-0002")
    assert find(camilla) == find(camilla, "999999-0003")
    assert "Vi fandt ingen borger i kommunen med det nummer." in find(camilla)


def test_after_ten_tries_there_is_a_pause(camilla: Browser, who: Who, amira: Plan) -> None:
    for _ in range(10):
        assert camilla.post("/lookup", data={"number": "999999-0003"}).status_code == 200
    answer = camilla.post("/lookup", data={"number": NUMBER})
    assert answer.status_code == 429 and "Vent lidt, og prøv igen" in answer.text
    assert "Amira" not in answer.text and "999999" not in answer.text
    assert who(amira.bo).post("/lookup", data={"number": NUMBER}).status_code == 200


def test_what_is_no_number_is_asked_for_again(camilla: Browser) -> None:
    for number in ("", "12", "010190-12345"):
        answer = camilla.post("/lookup", data={"number": number})
        assert answer.status_code == 422 and 'role="alert"' in answer.text and "010190" not in answer.text


def test_an_emergency_shows_one_page_and_no_more(amira: Plan, camilla: Browser, who: Who) -> None:
    find(camilla)
    address = f"/plans/{amira.id}/emergency"
    answer = camilla.post(address, data=WHY)
    assert (answer.status_code, answer.location) == (303, address)
    page = camilla.get(address)
    assert "Gå en tur" in page.text and WHY["reason"] in page.text and page.headers["Cache-Control"] == "no-store"
    assert f'action="/plans/{amira.id}' not in page.text and f'href="/plans/{amira.id}/' not in page.text
    assert camilla.get(f"/plans/{amira.id}").status_code == 404
    hide(amira, amira.bo, "health")
    assert "Gå en tur" not in camilla.get(address).text
    clock.start(clock.parse("2026-11-16T10:30"))
    assert camilla.get(address).status_code == 404


def test_the_citizen_reads_at_once_who_it_was_and_why(amira: Plan, camilla: Browser, who: Who) -> None:
    find(camilla)
    camilla.post(f"/plans/{amira.id}/emergency", data=WHY)
    camilla.get(f"/plans/{amira.id}/emergency")
    citizen = who(amira.citizen)
    log = citizen.get("/plan/openings").text
    assert "Camilla" in log and WHY["reason"] in log and "fundet med CPR-nummer" in log
    assert "En medarbejder har åbnet din plan i en nødsituation." in citizen.get("/notices").text


def test_a_reason_is_needed_and_comes_back_with_its_words(amira: Plan, camilla: Browser) -> None:
    find(camilla)
    before = everything()
    for reason in ("", "Kort", "Nummer 010190-1234, og 🌳 står her"):
        answer = camilla.post(f"/plans/{amira.id}/emergency", data={"reason": reason})
        assert answer.status_code == 422 and 'role="alert"' in answer.text and "010190-1234" not in answer.text
        assert ("🌳 står her" in answer.text) == ("🌳" in reason)
    assert everything() == before


def test_without_a_find_the_glass_is_not_there(amira: Plan, camilla: Browser, who: Who, officers: Officers) -> None:
    before = everything()
    for person in (amira.camilla, officers.leader, officers.their_staff, amira.dorte):
        for answer in (
            who(person).get(f"/plans/{amira.id}/emergency"),
            who(person).post(f"/plans/{amira.id}/emergency", data=WHY),
        ):
            assert answer.status_code == 404
    assert everything() == before


def test_who_has_a_place_needs_no_emergency(amira: Plan, who: Who) -> None:
    for answer in (
        who(amira.bo).get(f"/plans/{amira.id}/emergency"),
        who(amira.bo).post(f"/plans/{amira.id}/emergency", data=WHY),
    ):
        assert (answer.status_code, answer.location) == (303, f"/plans/{amira.id}")


def test_a_spot_check_is_made_by_somebody_else_and_once(
    amira: Plan, camilla: Browser, who: Who, officers: Officers
) -> None:
    find(camilla)
    camilla.post(f"/plans/{amira.id}/emergency", data=WHY)
    camilla.get(f"/plans/{amira.id}/emergency")
    leader = who(officers.leader)
    page = leader.get("/spot-checks").text
    assert "Camilla" in page and WHY["reason"] in page and "Gå en tur" not in page and "Amira" in page
    opening = page.partition('name="opening" value="')[2].partition('"')[0]
    answer = leader.post("/spot-checks", data={"opening": opening})
    assert answer.status_code == 303
    assert "Set efter af Lone" in leader.get("/spot-checks").text
    before = everything()
    assert leader.post("/spot-checks", data={"opening": opening}).status_code == 303
    assert everything() == before
    theirs = who(officers.their_leader)
    assert "Camilla" not in theirs.get("/spot-checks").text
    assert theirs.post("/spot-checks", data={"opening": opening}).status_code == 404


@pytest.mark.parametrize("opening", ["", "x", "-1", "0", "9" * 40, "²"])
def test_an_odd_opening_is_no_failure(who: Who, officers: Officers, opening: str) -> None:
    assert who(officers.admin).post("/spot-checks", data={"opening": opening}).status_code == 404


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_page_reads_in_every_language(
    amira: Plan, camilla: Browser, who: Who, officers: Officers, lang: str
) -> None:
    camilla.set_cookie("lang", lang)
    find(camilla)
    emergency = f"/plans/{amira.id}/emergency"
    for address in ("/lookup", emergency):
        assert camilla.get(address).status_code == 200
    camilla.post(emergency, data=WHY)
    assert camilla.get(emergency).status_code == 200
    for person, address in (
        (officers.leader, "/spot-checks"), (officers.admin, "/spot-checks"), (officers.editor, "/texts"),
        (officers.leader, "/waiting"), (officers.leader, "/people"),
    ):  # fmt: skip
        assert who(person).get(f"{address}?lang={lang}").status_code == 200, address


def test_each_has_a_home_and_no_other_door(amira: Plan, who: Who, officers: Officers) -> None:
    homes = {officers.admin: "/people", officers.leader: "/waiting", officers.editor: "/texts"}
    for person, home in homes.items():
        assert who(person).get("/").location == home
        assert who(person).get(f"/plans/{amira.id}").status_code == 404 or person != officers.leader
    for address in ("/people", "/spot-checks", "/lookup", "/waiting", "/citizens", f"/plans/{amira.id}"):
        assert who(officers.editor).get(address).status_code in (403, 404), address
    for address in ("/lookup", "/waiting", "/texts", "/citizens", f"/plans/{amira.id}"):
        assert who(officers.admin).get(address).status_code in (403, 404), address
