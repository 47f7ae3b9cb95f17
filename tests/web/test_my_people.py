"""“Who can I talk to?” and “something for me” on the web: drawn and listed, with offers where it is empty."""

import re

import pytest
from cast import Plan
from web.browser import Browser

from minplan import clock, feelings

PEOPLE, FOR_ME = "/mine/people", "/mine/for-me"
SEEN = {"seen_name": "Leila", "seen_circle": "close", "seen_phone": ""}
YES = {"agreed": feelings.KEPT_AGREED}
EMPTY = YES | {"seen_for_me": ""}


def trust(citizen: Browser, **form: str) -> str:
    """Write somebody down; the address of their page."""
    assert citizen.post(PEOPLE, data=YES | form).status_code == 303
    return re.findall(r'href="(/mine/people/[0-9a-f-]{36})"', citizen.get(PEOPLE).text)[-1]


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_an_empty_circle_is_met_with_offers(citizen: Browser, lang: str) -> None:
    page = citizen.get(f"{PEOPLE}?lang={lang}").text
    assert "Bo" in page and "Mødestedet" in page and 'href="/help"' in page and 'href="tel:70000042"' in page
    trust(citizen, name="Leila", circle="close", phone="70 00 00 09")
    page = citizen.get(f"{PEOPLE}?lang={lang}").text
    assert page.count("Leila") >= 2 and 'href="tel:70000009"' in page
    assert page.index("Leila") < page.index("Mødestedet")


def test_old_places_are_not_offered(citizen: Browser) -> None:
    clock.start(clock.parse("2027-06-01"))
    page = citizen.get(PEOPLE).text
    assert "Mødestedet" not in page and "Din egen læge" in page


def test_a_person_is_changed_and_taken_out(citizen: Browser) -> None:
    here = trust(citizen, name="Leila", circle="close")
    citizen.post(here, data=YES | SEEN | {"name": "Leila på 3. sal", "circle": "professional", "phone": ""})
    assert "Leila på 3. sal" in citizen.get(PEOPLE).text
    late = citizen.post(here, data=YES | SEEN | {"name": "Leila og Omar", "circle": "close", "phone": "70 00 00 09"})
    assert late.status_code == 409 and "Leila på 3. sal" in late.text and 'value="Leila og Omar"' in late.text
    answer = citizen.post(f"{here}/removal")
    assert "Leila" not in str(answer.headers) and "Leila" not in citizen.get(PEOPLE).text
    assert citizen.get(here).status_code == 404
    assert citizen.post(here, data=YES | SEEN | {"name": "Leila", "circle": "close"}).status_code == 404


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Skriv eller vælg noget her."),
        ({"name": "Leila", "circle": "far"}, "Vælg en af mulighederne."),
        ({"name": "Leila", "circle": "close", "phone": "ring"}, "Skriv et telefonnummer med tal"),
        ({"name": "L" * 10_000, "circle": "close"}, "Det er lidt for langt."),
        ({"name": "Lei\0la", "circle": "close"}, "Der er et tegn"),
        ({"name": "Lei\u202ela", "circle": "close"}, "Der er et tegn"),
    ],
)
def test_what_cannot_be_used_is_said_by_field(citizen: Browser, form: dict[str, str], told: str) -> None:
    here = trust(citizen, name="Omar", circle="close")
    for address in (PEOPLE, here):
        answer = citizen.post(address, data=YES | SEEN | form)
        assert answer.status_code == 422 and told in answer.text


def test_one_thing_for_me_is_chosen_and_taken_away(citizen: Browser) -> None:
    page = citizen.get(FOR_ME).text
    assert 'value="for_me.walk"' in page and 'href="/mine">Ikke nu</a>' in page
    assert citizen.post(FOR_ME, data=EMPTY | {"phrase": "for_me.walk"}).status_code == 303
    assert 'value="for_me.walk"' not in citizen.get(FOR_ME).text.replace('name="seen_for_me" value="for_me.walk"', "")
    answer = citizen.post(FOR_ME, data=YES | {"text": "En time alene", "seen_for_me": "for_me.walk"})
    assert "alene" not in str(answer.headers) and "En time alene" in citizen.get(FOR_ME).text
    assert citizen.post(FOR_ME, data=EMPTY).status_code == citizen.post(FOR_ME, data=YES).status_code == 422
    assert citizen.post(FOR_ME, data=EMPTY | {"phrase": "worry.money"}).status_code == 422
    citizen.post(f"{FOR_ME}/removal")
    assert "En time alene" not in citizen.get(FOR_ME).text
    assert citizen.post(f"{FOR_ME}/removal").status_code == 303


def test_what_another_window_kept_for_me_is_not_lost(citizen: Browser) -> None:
    citizen.post(FOR_ME, data=EMPTY | {"text": "Fra det ene\nvindue"})
    late = citizen.post(FOR_ME, data=EMPTY | {"text": "Fra det andet", "lang": "ar"})
    assert late.status_code == 409 and "Fra det ene" in late.text and ">Fra det andet</textarea>" in late.text
    assert "Vælg igen, hvis du vil bytte." in late.text and '<option value="ar" lang="ar" selected>' in late.text
    picked = citizen.post(FOR_ME, data=EMPTY | {"phrase": "for_me.walk"})
    assert picked.status_code == 409 and "Fra det ene" in picked.text
    seen = "Fra det ene\r\nvindue"  # as a browser sends it
    assert citizen.post(FOR_ME, data=YES | {"text": "Fra det andet", "seen_for_me": seen}).status_code == 303
    assert "Fra det andet" in citizen.get(FOR_ME).text


def test_nobody_else_comes_in(amira: Plan, citizen: Browser, bo: Browser) -> None:
    new = feelings.NewTrusted(name="Else", circle="close")
    theirs = feelings.trust(amira.dorte, new).subject_id
    assert citizen.get(f"{PEOPLE}/{theirs}").status_code == 404
    citizen.post(f"{PEOPLE}/{theirs}/removal")
    assert len(feelings.people_i_trust(amira.dorte)) == 1
    assert bo.get(PEOPLE).status_code == bo.get(FOR_ME).status_code == 403


def test_my_own_room_leads_to_each(citizen: Browser) -> None:
    page = citizen.get("/mine").text
    assert all(f'href="{address}"' in page for address in ("/backpack", PEOPLE, FOR_ME))
