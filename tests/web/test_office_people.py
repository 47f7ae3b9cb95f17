"""The administrator's pages: people come, change and leave, and get places; every form asked the same questions."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from cast import Plan
from flask import Flask
from officers import NUMBER, Officers, appoint, number_of
from props import everything
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, identity, office

Who = Callable[[UUID], Browser]
TYPED = "Nummer 010190-1234 🌳"
COLLEAGUE = {"kind": "staff", "name": "Ida Storm", "email": "ida@example.dk", "role": "læge", "language": "da"}


@pytest.fixture
def officers(amira: Plan) -> Officers:
    return appoint()


@pytest.fixture
def who(app: Flask, officers: Officers) -> Who:
    return lambda person: app.test_client().come_in(access.person(person))  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def admin(who: Who, officers: Officers) -> Browser:
    return who(officers.admin)


def deeds(amira: Plan) -> dict[str, dict[str, str]]:
    """Every form by its address, filled soundly."""
    new = {"id": str(uuid4())}
    return {
        "/people": COLLEAGUE | new,
        "/people/citizens": {"name": "Mona", "language": "ar", "contact": str(amira.bo), "number": NUMBER, **new},
        f"/people/{amira.bo}": COLLEAGUE | {"name": "Bo Berg", "email": "bo@example.dk"},
        f"/people/{amira.citizen}": {"name": "Amira B", "language": "da", "number": ""},
        f"/people/{amira.citizen}/places": {"colleague": str(amira.camilla), "role": "læge"},
        f"/people/{amira.citizen}/places/{amira.tove}/end": {},
        f"/people/{amira.camilla}/end": {},
        f"/people/{amira.camilla}/return": {},
    }


def test_each_works_and_says_so_and_twice_is_once(amira: Plan, admin: Browser) -> None:
    for address, form in deeds(amira).items():
        answer = admin.post(address, data=form)
        assert answer.status_code == 303, address
        assert 'class="flash"' in admin.get(answer.location).text, address
        before = everything()
        assert admin.post(address, data=form).status_code == 303, address
        assert everything() == before, address


def test_words_come_back_when_something_is_to_be_put_right(amira: Plan, admin: Browser) -> None:
    for address, form in deeds(amira).items():
        for field in {"name", "role", "department"} & set(form):
            answer = admin.post(address, data=form | {field: TYPED, "number": ""})
            assert answer.status_code == 422 and 'role="alert"' in answer.text, (address, field)
            assert "🌳" in answer.text and "010190-1234" not in answer.text, (address, field)
            kept = set(form) & {"email", "name", "role", "department"} - {field}
            assert all(form[other] in answer.text for other in kept), (address, field)


@pytest.mark.parametrize("field", ["name", "email", "phone"])
def test_every_field_that_waits_is_named_at_once(admin: Browser, field: str) -> None:
    bad = {"name": "", "email": "nix", "phone": "nix", "id": str(uuid4())}
    assert f'href="#new-{field}"' in admin.post("/people", data=COLLEAGUE | bad).text


def test_a_number_is_never_put_back_into_a_page(amira: Plan, admin: Browser) -> None:
    form = {"id": str(uuid4()), "name": "", "language": "da", "contact": str(amira.bo), "number": NUMBER}
    answer = admin.post("/people/citizens", data=form)
    assert answer.status_code == 422 and "999999" not in answer.text
    assert "999999" not in admin.post("/people/citizens", data=form | {"name": "Mona", "number": NUMBER + "7"}).text
    number_of(amira.citizen)
    taken = admin.post("/people/citizens", data=form | {"name": "Mona"})
    assert taken.status_code == 422 and "Det hører til en, der allerede er her." in taken.text


def test_a_form_that_has_become_old_shows_both_and_changes_nothing(amira: Plan, admin: Browser) -> None:
    before = everything()
    answer = admin.post(f"/people/{amira.bo}", data=COLLEAGUE | {"name": "Bo Berg", "seen_name": "Bo Bak"})
    assert answer.status_code == 409 and everything() == before
    assert "Bo Berg" in answer.text and "En anden har ændret det imens. Nu står der:" in answer.text


def test_a_colleague_is_told_no_and_everybody_else_that_nothing_is_there(
    amira: Plan, who: Who, officers: Officers
) -> None:
    before = everything()
    for address, form in deeds(amira).items():
        places = "/places" in address
        for person, status in (
            (amira.citizen, 404), (amira.bo, 403), (officers.editor, 403), (officers.leader, 303 if places else 403),
        ):  # fmt: skip
            if person != officers.leader or not places:
                assert who(person).post(address, data=form).status_code == status, (address, status)
    assert everything() == before


def test_nobody_is_led_to_the_door(amira: Plan, nobody: Browser) -> None:
    for address, form in deeds(amira).items():
        answer = nobody.post(address, data=form)
        assert answer.location == "/sign-in" or 'href="/sign-in' in answer.text, address
        assert answer.status_code in (303, 401) and NUMBER not in answer.text, address


@pytest.mark.parametrize("name", ["their_admin", "their_leader"])
def test_from_another_municipality_nobody_here_is_there(
    amira: Plan, who: Who, officers: Officers, name: str
) -> None:
    browser = who(getattr(officers, name))
    before = everything()
    for address, form in deeds(amira).items():
        if str(amira.citizen) in address or str(amira.bo) in address or str(amira.camilla) in address:
            assert browser.post(address, data=form).status_code in (403, 404), address
    assert everything() == before
    text = browser.get("/people").text
    assert "Dagny" in text and "Amira" not in text
    assert browser.get(f"/people/{amira.citizen}").status_code == 404
    assert "Amira" not in browser.post("/people/search", data={"name": "Amira"}).text.replace('value="Amira"', "")


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_page_reads_in_every_language(amira: Plan, admin: Browser, officers: Officers, lang: str) -> None:
    office.give_place(officers.by("admin"), amira.id, office.NewPlace(colleague=amira.camilla, role="læge"))
    office.end(officers.by("admin"), amira.tove)
    people = (amira.citizen, amira.bo, amira.tove, officers.admin)
    for address in ("/people", "/people/new", "/people/new-citizen", *(f"/people/{person}" for person in people)):
        assert admin.get(f"{address}?lang={lang}").status_code == 200, address


def test_who_is_ended_is_out_with_the_next_click(amira: Plan, admin: Browser, who: Who) -> None:
    tove = who(amira.tove)
    assert tove.get("/citizens").status_code == 200
    admin.post(f"/people/{amira.tove}/end")
    tove.came = None
    assert tove.get("/citizens").status_code == 303


def test_who_has_citizens_is_not_ended_and_the_page_says_whose(amira: Plan, admin: Browser) -> None:
    page = admin.get(f"/people/{amira.bo}").text
    assert f'href="/people/{amira.citizen}"' in page and "Luk for adgang nu" not in page
    answer = admin.post(f"/people/{amira.bo}/end")
    assert answer.status_code == 422 and "Borgerne får en ny kontaktperson først." in answer.text


def test_the_citizen_reads_who_joined_and_left(amira: Plan, admin: Browser, who: Who) -> None:
    admin.post(f"/people/{amira.citizen}/places", data={"colleague": str(amira.camilla), "role": "læge"})
    admin.post(f"/people/{amira.citizen}/places/{amira.camilla}/end")
    text = who(amira.citizen).get("/plan/history").text
    assert "Camilla er nu med på planen." in text and "Camilla er ikke med på planen mere." in text
    assert text.count("Birgit") == 2


def test_a_search_finds_by_name_and_keeps_a_number_out_of_every_address(amira: Plan, admin: Browser) -> None:
    text = admin.post("/people/search", data={"name": "ami"}).text
    assert "Camilla" in text and "Tove" not in text
    answer = admin.post("/people/search", data={"name": "010190-1234"})
    assert answer.status_code == 422 and "010190" not in answer.text


def test_no_page_here_shows_a_word_of_a_plan(amira: Plan, admin: Browser) -> None:
    for address in ("/people", f"/people/{amira.citizen}", f"/people/{amira.bo}"):
        text = admin.get(address).text
        assert "Gå en tur" not in text and str(amira.id) not in text and str(amira.step) not in text


def test_what_is_known_of_a_browser_changes_with_the_card(amira: Plan, admin: Browser, who: Who) -> None:
    citizen = who(amira.citizen)
    tag = citizen.get("/plan").headers["ETag"]
    admin.post(f"/people/{amira.bo}", data=COLLEAGUE | {"name": "Bo Berg"})
    answer = citizen.get("/plan", headers={"If-None-Match": tag})
    assert answer.status_code == 200 and "Bo Berg" in answer.text


def test_a_name_that_is_put_right_stands_on_every_page_at_once(amira: Plan, admin: Browser, who: Who) -> None:
    readers = {amira.citizen: "/plan", amira.bo: f"/plans/{amira.id}"}
    tags = {person: who(person).get(address).headers["ETag"] for person, address in readers.items()}
    admin.post(f"/people/{amira.citizen}", data={"name": "Mira", "language": "da"})
    for person, address in readers.items():
        answer = who(person).get(address, headers={"If-None-Match": tags[person]})
        assert answer.status_code == 200 and "Mira" in answer.text


def test_a_new_colleague_can_come_in(admin: Browser, who: Who) -> None:
    admin.post("/people", data=COLLEAGUE | {"id": str(uuid4())})
    found = identity.by_email(access.HOME, "ida@example.dk")
    assert found and who(found.id).get("/citizens").status_code == 200
