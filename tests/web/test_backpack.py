"""The backpack on the web: closed it shows no words, and taking something along says first who will read it."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from flask import Flask
from meetings import agreed
from web.browser import Browser

from minplan import access, clock, content, feelings, meeting

SECRET = "Huslejen er højere end min løn"
YES = {"agreed": feelings.KEPT_AGREED}


def put_down(citizen: Browser, **form: str) -> str:
    """Put something down; the address of its page."""
    assert citizen.post("/backpack", data=YES | form).location.endswith("/backpack")
    return re.findall(r'href="(/backpack/[0-9a-f-]{36})"', citizen.get("/backpack/open").text)[0]


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_closed_it_shows_no_words_and_one_tap_opens_it(citizen: Browser, lang: str) -> None:
    assert "tom" in citizen.get("/backpack").text
    put_down(citizen, text=SECRET)
    put_down(citizen, picture="money")
    closed = citizen.get(f"/backpack?lang={lang}")
    assert SECRET not in closed.text and 'href="/backpack/open"' in closed.text
    assert closed.headers["Cache-Control"] == "no-store"
    opened = citizen.get(f"/backpack/open?lang={lang}").text
    assert SECRET in opened and 'href="/backpack"' in opened
    assert closed.text.count("<h1>") == 1 and "2" in closed.text


def test_what_happened_is_said_without_saying_what(citizen: Browser) -> None:
    answer = citizen.post("/backpack", data=YES | {"text": SECRET})
    assert "løn" not in str(answer.headers) and "Du behøver ikke bære det" in citizen.get("/backpack").text
    again = citizen.post("/backpack", data=YES | {"text": SECRET}, follow_redirects=True)
    assert "Det ligger der allerede" in again.text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Skriv eller vælg noget her."),
        ({"text": "x" * 10_000}, "Det er lidt for langt."),
        ({"text": "nul \0 nul"}, "Der er et tegn"),
        ({"text": "Mit nummer er 010190-1234"}, "Det ligner et CPR-nummer."),
        ({"picture": "volcano"}, "Vælg en af mulighederne."),
        ({"text": "Ord", "lang": "?"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_used_is_said_and_the_words_are_kept(citizen: Browser, form: dict[str, str], told: str) -> None:
    answer = citizen.post("/backpack", data=YES | form)
    assert answer.status_code == 422 and told in answer.text
    assert form.get("text", "")[:5] in answer.text


def test_words_are_added_changed_and_never_lost_between_two_tabs(citizen: Browser) -> None:
    here = put_down(citizen, picture="money")
    assert citizen.post(f"{here}/words", data=YES | {"text": SECRET, "seen_text": ""}).status_code == 303
    late = citizen.post(f"{here}/words", data=YES | {"text": "Elregningen", "seen_text": ""})
    assert late.status_code == 409 and late.text.count(SECRET) >= 2 and ">Elregningen</textarea>" in late.text
    again = citizen.post(f"{here}/words", data=YES | {"text": "Elregningen", "seen_text": SECRET})
    assert again.status_code == 303 and "Elregningen" in citizen.get(here).text
    long = {"text": "x" * 10_000, "seen_text": "Elregningen"}
    assert citizen.post(f"{here}/words", data=YES | long).status_code == 422
    assert citizen.post(f"{here}/words", data=YES | {"text": "Uden at have set"}).status_code == 422


def test_words_that_stand_there_keep_their_own_language(amira: Plan, citizen: Browser) -> None:
    here, there = put_down(citizen, text="هل تبقى عائلتي معي؟", lang="ar"), agreed(amira)
    for page in (here, f"{here}/agenda"):
        assert '<option value="ar" lang="ar" selected>' in citizen.get(page).text
        assert '<html lang="da"' in citizen.get(page).text
    form = {"meeting": str(there), "text": "هل تبقى عائلتي معي؟", "lang": "ar"}
    assert citizen.post(f"{here}/agenda", data=form).status_code == 303
    assert '<option value="da" lang="da" selected>' in citizen.get("/backpack").text  # the next one, in the reader's


def test_it_is_let_go_with_one_more_tap(citizen: Browser) -> None:
    here = put_down(citizen, text=SECRET)
    assert "Så er det væk med det samme" in citizen.get(here).text
    assert citizen.post(f"{here}/removal").location.endswith("/backpack/open")
    assert SECRET not in citizen.get("/backpack/open").text
    assert citizen.get(here).status_code == 404
    assert citizen.post(f"{here}/removal").status_code == 404


def test_before_it_is_taken_along_the_page_says_who_will_read_it(amira: Plan, citizen: Browser, bo: Browser) -> None:
    here = put_down(citizen, text=SECRET)
    assert "Foreslå et møde" in citizen.get(f"{here}/agenda").text
    there = agreed(amira, clock.now() + timedelta(days=2))
    page = citizen.get(f"{here}/agenda").text
    assert "kan læse punktet" in page and "nødt til at skrive det ned" in page and f">{SECRET}</textarea>" in page
    form = {"meeting": str(there), "text": "Min husleje"}
    assert citizen.post(f"{here}/agenda", data=form).status_code == 303
    page = citizen.get(here).text
    assert SECRET in page and "Taget med til mødet" in page and f"/meetings/{there}" in page
    card = bo.get(f"/plans/{amira.id}/meetings/{there}").text
    assert "Min husleje" in card and SECRET not in card


def test_each_ready_sentence_has_its_drawing(app: Flask) -> None:
    drawn = app.jinja_env.get_template("feelings/_drawn.html").module.drawn  # type: ignore[attr-defined]
    ready = [*content.phrases("worry"), *content.phrases("for_me")]
    drawings = {each: str(drawn(each.partition(".")[2])) for each in ready}
    assert all(" d=" in drawing for drawing in drawings.values()) and "for_me.walk" in drawings


def test_a_picture_becomes_the_same_on_the_agenda_where_there_is_one(amira: Plan, citizen: Browser) -> None:
    there = agreed(amira, clock.now() + timedelta(days=2))
    for name in ("money", "future"):
        here = put_down(citizen, picture=name)
        citizen.post(f"{here}/agenda?lang=en", data={"meeting": str(there)})
    with access.view(amira.citizen) as view:
        points = {point.text.phrase or point.text.text for point in meeting.one(view, there).agenda}
    assert points == {"agenda.money", "The future"}


def test_only_a_meeting_ahead_of_ones_own_can_be_chosen(amira: Plan, citizen: Browser) -> None:
    here, over = put_down(citizen, picture="money"), agreed(amira, clock.now() - timedelta(days=2))
    for wrong in ("", "x", str(over), str(UUID(int=0))):
        answer = citizen.post(f"{here}/agenda", data={"meeting": wrong, "text": "Mine penge"})
        assert answer.status_code == 422
    assert feelings.backpack(amira.citizen)[0].taken == ()


def test_a_worry_of_somebody_else_does_not_exist(amira: Plan, citizen: Browser, bo: Browser) -> None:
    theirs = feelings.put_down(amira.dorte, "money").subject_id
    for address in (f"/backpack/{theirs}", f"/backpack/{theirs}/agenda"):
        assert citizen.get(address).status_code == 404
    assert citizen.post(f"/backpack/{theirs}/words", data=YES | {"text": "Mit", "seen_text": ""}).status_code == 404
    citizen.post(f"/backpack/{theirs}/removal")
    assert len(feelings.backpack(amira.dorte)) == 1
    assert bo.get("/backpack").status_code == bo.get("/backpack/open").status_code == 403
