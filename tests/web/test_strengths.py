"""Cards of strengths on the web: kept for oneself, shown in one tap after plain words, and built on by others."""

import re

import pytest
from cast import Plan, said
from flask import Flask
from meetings import agreed
from web.browser import Browser
from web.pressing import fields, press

from minplan import access, content, feelings, journey, vault

SECRET = "Jeg kan tale med vulkaner"
HOME = "/mine/strengths"
YES = {"agreed": feelings.KEPT_AGREED}


def keep(citizen: Browser, **form: str) -> str:
    """Keep a card; the address of its page."""
    assert citizen.post(HOME, data=YES | {"shelf": "good_at"} | form).location.endswith(HOME)
    return re.findall(rf'href="({HOME}/[0-9a-f-]{{36}})"', citizen.get(HOME).text)[-1]


def suggest(bo: Browser, amira: Plan, card: str, **form: str) -> str:
    """What a proposal that builds on the card at this address comes to."""
    values = {"title": "Tal til foreningen", "milestone": str(amira.milestone), "kind": "own", "ball": "citizen"}
    answer = bo.post(f"/plans/{amira.id}/steps", data=values | {"builds_on": card.rpartition("/")[2]} | form)
    return answer.text if answer.status_code == 422 else str(answer.status_code)


def proposal(amira: Plan) -> str:
    with access.view(amira.citizen) as view:
        found = journey.proposals(view, journey.way(view))[-1]
    return f"/plans/{amira.id}/proposals/{found.id}"


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_every_page_is_whole_in_every_language(citizen: Browser, bo: Browser, amira: Plan, lang: str) -> None:
    card = keep(citizen, text=SECRET)
    keep(citizen, phrase="strength.cook")
    assert press(citizen, card, f"{card}/showing") == 303
    suggest(bo, amira, card)
    for somebody in (citizen, bo):
        somebody.get("/privacy")  # what was done is said once, in the language of that time
    for address in (HOME, f"{HOME}/new?about=work", card, proposal(amira)):
        page = citizen.get(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        assert page.status_code == 200 and page.headers["Cache-Control"] == "no-store", address
    for address in (f"/plans/{amira.id}/strengths", f"/plans/{amira.id}/steps/new"):
        assert SECRET in bo.get(f"{address}?lang={lang}").text


def test_pictures_and_own_words_are_kept_together_and_what_is_there_is_not_offered_again(citizen: Browser) -> None:
    form = {"shelf": "help", "phrase": ["strength.neighbour", "strength.friend"], "text": SECRET}
    answer = citizen.post(HOME, data=YES | form)
    assert "vulkaner" not in str(answer.headers) and "3 kort er gemt" in citizen.get(HOME).text
    assert [each.shelf for each in feelings.strengths(access.person(citizen.came[0].id).id)] == ["help"] * 3  # type: ignore[index,union-attr]
    page = citizen.get(f"{HOME}/new?about=help").text
    assert "strength.friend" not in page and "strength.volunteer" in page
    assert "Det var der allerede" in citizen.post(HOME, data=YES | form, follow_redirects=True).text


def test_every_ready_card_and_every_scene_is_drawn(app: Flask) -> None:
    draw = app.jinja_env.get_template("feelings/_drawings.html").module.drawing  # type: ignore[attr-defined]
    every = [*content.phrases("strength"), *content.phrases("scene")]
    assert len(every) >= 50 and not [each for each in every if draw(each) == draw(None)], "give it a drawing"


def test_plain_words_stand_before_the_button_that_shows(citizen: Browser) -> None:
    page = citizen.get(keep(citizen, text=SECRET)).text
    words, button = page.index("De, der arbejder med din vej, kan så læse det:"), page.index("Vis det til dem")
    assert "<bdi>Bo</bdi>" in page[words:button] and "Det bliver aldrig brugt om rådighed" in page[words:button]
    assert 'aria-describedby="to-team"' in page[:button]


def test_others_see_a_card_only_while_it_is_shown_and_what_is_said_of_work_first(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    card, there = keep(citizen, text=SECRET), f"/plans/{amira.id}/strengths"
    keep(citizen, text="Jeg vil gerne arbejde med lava", shelf="work")
    assert "vulkaner" not in bo.get(there).text and "har ikke vist nogen kort" in bo.get(there).text
    for address in (card, f"{HOME}/{feelings.strengths(amira.citizen)[-1].id}"):
        assert press(citizen, address, f"{address}/showing") == 303
    page = bo.get(there).text
    assert page.index("lava") < page.index(SECRET)
    for near in (f"/plans/{amira.id}", f"/plans/{amira.id}/meetings/{agreed(amira)}"):
        assert f'href="{there}"' in bo.get(near).text
    citizen.post(f"{card}/hiding")
    assert "vulkaner" not in bo.get(there).text and "lava" in bo.get(there).text
    assert "det, du har vist" in citizen.get("/plan/openings").text


def test_a_proposal_builds_on_a_card_and_both_read_on_which(citizen: Browser, bo: Browser, amira: Plan) -> None:
    card = keep(citizen, text=SECRET, shelf="help")
    assert "builds_on" not in bo.get(f"/plans/{amira.id}/steps/new").text
    assert press(citizen, card, f"{card}/showing") == 303
    form = bo.get(f"/plans/{amira.id}/steps/new?strength={card.rpartition('/')[2]}").text
    assert f'value="{card.rpartition("/")[2]}" checked' in form and f"&amp;strength={card.rpartition('/')[2]}" in form
    assert "builds_on" not in citizen.get(f"/plans/{amira.id}/steps/new").text
    assert suggest(bo, amira, card) == "303"
    asked = citizen.get(proposal(amira)).text
    assert "Bygger på dit kort" in asked and SECRET in asked and "Her hjælper du andre" in asked
    assert "Bygger på det, Amira har vist" in bo.get(proposal(amira)).text
    citizen.post(f"{proposal(amira)}/answer", data={"answer": "yes"})
    step = re.findall(rf'href="(/plans/{amira.id}/steps/[0-9a-f-]{{36}})"', citizen.get(card).text)[0]
    assert SECRET in citizen.get(step).text and SECRET in bo.get(step).text
    citizen.post(f"{card}/hiding")
    assert SECRET in citizen.get(step).text and "vulkaner" not in bo.get(step).text
    citizen.post(f"{card}/removal")
    assert "Bygger på" not in citizen.get(step).text and "Tal til foreningen" in citizen.get(step).text


def test_a_card_that_was_taken_back_meanwhile_is_told_and_no_word_is_lost(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    told = suggest(bo, amira, keep(citizen, text=SECRET))
    assert "Det kort er taget tilbage" in told and "Tal til foreningen" in told and "vulkaner" not in told
    assert "Vælg en af mulighederne" in suggest(bo, amira, "nonsense")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Skriv eller vælg noget her."),
        ({"text": "x" * 10_000}, "Det er lidt for langt."),
        ({"text": "nul \0 nul"}, "Der er et tegn"),
        ({"text": "Mit nummer er 010190-1234"}, "Det ligner et CPR-nummer."),
        ({"phrase": "strength.volcano"}, "Vælg en af mulighederne."),
        ({"phrase": "strength.friend", "text": "Ord"}, "Vælg en af mulighederne."),
        ({"text": "Ord", "lang": "?"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_used_is_said_and_the_words_are_kept(citizen: Browser, form: dict[str, str], told: str) -> None:
    answer = citizen.post(HOME, data=YES | {"shelf": "good_at"} | form)
    assert answer.status_code == 422 and told in answer.text
    assert form.get("text", "")[:3] in answer.text and feelings.strengths(citizen.came[0].id) == []  # type: ignore[index]


def test_words_are_changed_and_never_lost_between_two_windows(citizen: Browser) -> None:
    card = keep(citizen, text=SECRET)
    assert citizen.post(f"{card}/words", data=YES | {"text": "x" * 3000, "seen_text": SECRET}).status_code == 422
    assert citizen.post(f"{card}/words", data=YES | {"text": "Bjerge", "seen_text": SECRET}).status_code == 303
    late = citizen.post(f"{card}/words", data=YES | {"text": "Dale", "seen_text": SECRET})
    assert late.status_code == 409 and "Intet er tabt" in late.text and "Bjerge" in late.text and "Dale" in late.text
    assert "Bjerge" in citizen.get(card).text


def test_what_is_not_there_is_not_there(citizen: Browser) -> None:
    nothing = f"{HOME}/00000000-0000-4000-8000-000000000000"
    assert citizen.get(nothing).status_code == citizen.get(f"{HOME}/new?about=nonsense").status_code == 404
    for verb in ("words", "showing", "hiding", "removal"):
        assert citizen.post(f"{nothing}/{verb}", data=YES | {"text": "Ord", "seen_text": ""}).status_code == 404, verb


def test_without_the_key_the_room_says_so_and_the_step_stays_whole(citizen: Browser, bo: Browser, amira: Plan) -> None:
    card = keep(citizen, text=SECRET)
    assert press(citizen, card, f"{card}/showing") == 303
    suggest(bo, amira, card)
    vault.destroy(amira.citizen)
    assert citizen.get(HOME).status_code == 423
    assert citizen.get(proposal(amira)).status_code == bo.get(f"/plans/{amira.id}/steps/new").status_code == 200
    assert bo.get(f"/plans/{amira.id}/strengths").status_code == 200
    assert citizen.post(f"{card}/removal").status_code == 303


def test_an_old_page_shows_no_other_words_than_stood_on_it(citizen: Browser, bo: Browser, amira: Plan) -> None:
    card = keep(citizen, text="Bjerge")
    old = fields(citizen.get(card).text, f"{card}/showing")
    strength = feelings.strengths(amira.citizen)[0].id
    feelings.reword_strength(amira.citizen, strength, "Bjerge", said(SECRET))
    asked = citizen.post(f"{card}/showing", data=old)
    assert asked.status_code == 409 and "Der står noget andet nu" in asked.text and SECRET in asked.text
    assert "vulkaner" not in bo.get(f"/plans/{amira.id}/strengths").text
    assert citizen.post(f"{card}/showing", data=fields(asked.text, f"{card}/showing")).status_code == 303
    assert SECRET in bo.get(f"/plans/{amira.id}/strengths").text
