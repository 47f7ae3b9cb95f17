"""Every form that keeps something says beside its button what that means, and without that yes nothing is kept."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from meetings import agreed, closed
from web.browser import Browser

from minplan import clock, feelings
from minplan.words import NewText

WORD = "Vulkanen i køkkenet"
YES = {"agreed": feelings.KEPT_AGREED}
PROMISE = "Det bliver aldrig brugt om rådighed eller sanktion."
NEW = {
    "backpack": ("/backpack", "/backpack", {"text": WORD}),
    "picture": ("/backpack", "/backpack", {"picture": "money"}),
    "for me": ("/mine/for-me", "/mine/for-me", {"text": WORD}),
    "something for me": ("/mine/for-me", "/mine/for-me", {"phrase": "for_me.walk"}),
    "person": ("/mine/people", "/mine/people", {"name": WORD, "circle": "close"}),
    "horizon": ("/mine/horizon/answer?about=days", "/mine/horizon", {"question": "days", "text": WORD}),
    "not now": ("/mine/horizon/answer?about=days", "/mine/horizon", {"question": "days", "not_now": "1"}),
    "strength": ("/mine/strengths/new?about=work", "/mine/strengths", {"shelf": "work", "text": WORD}),
}


def fields(page: str, action: str) -> dict[str, str]:
    """What the forms of a page that go there send by themselves."""
    inside = re.findall(rf'<form[^>]*action="{action}"[^>]*>.*?</form>', page, re.DOTALL)
    assert inside and all('name="agreed"' in each for each in inside), "each of them brings the yes"
    return dict(re.findall('type="hidden" name="([^"]+)" value="([^"]*)"', "".join(inside)))


def asked_first(citizen: Browser, amira: Plan, where: str, action: str, form: dict[str, str]) -> None:
    """The words stand on the page; without the yes all stays as it is, and what was said stands in the form again."""
    page, before = citizen.get(where).text, feelings.how_many(amira.citizen)
    assert PROMISE in page and "Det er låst til dig" in page and "Du kan slette det, når du vil." in page
    seen = fields(page, action) | form
    for wrong in ({}, {"agreed": ""}, {"agreed": "2020-01-01"}, {"agreed": "\0"}):
        answer = citizen.post(action, data={name: seen[name] for name in seen if name != "agreed"} | wrong)
        assert answer.status_code == 422 and "Læs, hvordan det bliver gemt, og tryk igen." in answer.text
        assert all(value in answer.text for value in form.values()) and PROMISE in answer.text
    assert feelings.how_many(amira.citizen) == before
    assert citizen.post(action, data=seen).status_code == 303


@pytest.mark.parametrize("name", NEW)
def test_what_is_new_is_kept_with_a_yes_only(citizen: Browser, amira: Plan, name: str) -> None:
    asked_first(citizen, amira, *NEW[name])
    assert feelings.how_many(amira.citizen) == 1


def test_other_words_are_kept_with_a_yes_only(citizen: Browser, amira: Plan) -> None:
    worry = feelings.put_down(amira.citizen, "money").subject_id
    asked_first(citizen, amira, f"/backpack/{worry}", f"/backpack/{worry}/words", {"text": WORD})
    person = feelings.trust(amira.citizen, feelings.NewTrusted(name="Leila", circle="close")).subject_id
    changed = {"name": WORD, "circle": "close", "phone": ""}
    asked_first(citizen, amira, f"/mine/people/{person}", f"/mine/people/{person}", changed)
    feelings.keep_strengths(amira.citizen, [feelings.NewStrength(shelf="work", words=said("Jord"))])
    card = f"/mine/strengths/{feelings.strengths(amira.citizen)[0].id}"
    asked_first(citizen, amira, card, f"{card}/words", {"text": WORD})


def test_a_step_and_a_meeting_are_answered_with_a_yes_only(citizen: Browser, amira: Plan) -> None:
    step: UUID = amira.step
    meeting = closed(amira, step)
    lift = f"/plans/{amira.id}/steps/{step}/lift"
    after = f"/plans/{amira.id}/meetings/{meeting}/afterwards"
    asked_first(citizen, amira, lift, lift, {"answer": "drains"})
    asked_first(citizen, amira, after, after, {"otherwise": WORD, "decide": "1", "to": "me"})


def test_passing_over_is_remembered_with_a_yes_only(citizen: Browser, amira: Plan) -> None:
    after = f"/plans/{amira.id}/meetings/{closed(amira, amira.step)}/afterwards"
    asked_first(citizen, amira, after, after, {"skip": "1"})


def test_where_words_leave_to_others_the_promise_stands_too(citizen: Browser, amira: Plan) -> None:
    citizen.post("/mine/horizon", data=YES | {"question": "days", "text": WORD, "seen_answer": ""})
    worry = feelings.put_down(amira.citizen, "money").subject_id
    agreed(amira, clock.now() + timedelta(days=2))
    for page in ("/mine/horizon", f"/backpack/{worry}/agenda"):
        told = citizen.get(page).text
        assert PROMISE in told and "skrive det ned" in told, page


def test_words_that_stand_in_a_form_say_their_own_language(citizen: Browser, amira: Plan) -> None:
    arabic = NewText(text="سلام", lang="ar")
    worry = feelings.put_down(amira.citizen, None, arabic).subject_id
    feelings.keep_strengths(amira.citizen, [feelings.NewStrength(shelf="work", words=arabic)])
    feelings.answer_horizon(amira.citizen, "", feelings.NewAnswer(question="days", words=arabic))
    picture = feelings.keep_checkin(amira.citizen, feelings.CheckIn(note=arabic)).subject_id
    card = feelings.strengths(amira.citizen)[0].id
    for page in (
        f"/backpack/{worry}",
        f"/mine/strengths/{card}",
        "/mine/horizon/answer?about=days",
        f"/feelings/album/{picture}",
    ):
        assert '<option value="ar" lang="ar" selected>' in citizen.get(page).text, page
