"""What is worth knowing stands where it is needed: on a step, a meeting, a call, and where something is suggested."""

import re
from collections.abc import Callable

import pytest
from cast import Plan, said
from meetings import agreed, closed, opened
from web.browser import Browser

from minplan import access, dialogue, journey, rights


@pytest.fixture
def tove(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> Browser:
    return browser(access.person(amira.tove))  # type: ignore[arg-type]


def here(page: str) -> list[str]:
    """The rights that stand on a page about something else."""
    found = re.search(r'class="(?:fold )?rights-here".*?</(?:section|details)>', page, re.DOTALL)
    return re.findall(r'href="/rights/([a-z0-9_]+)"', found[0]) if found else []


def test_at_most_three_stand_where_they_are_needed_and_both_sides_read_the_same(
    citizen: Browser, bo: Browser, tove: Browser, amira: Plan
) -> None:
    lives_on = "kontanthjaelp"
    rights.set_benefit(amira.citizen, amira.id, lives_on, None)
    dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="forgotten"))
    plan = f"/plans/{amira.id}"
    thread = re.search(r"/calls/([0-9a-f-]{36})", citizen.get("/plan").text)
    assert thread
    addresses = {
        f"{plan}/meetings/{agreed(amira)}": "before_meeting",
        f"{plan}/meetings/{opened(amira)}/room": "during_meeting",
        f"{plan}/meetings/{closed(amira, amira.step)}/summary": "after_meeting",
        f"{plan}{thread[0]}": "waiting",
        f"{plan}/steps/{amira.step}": "plan",
    }
    for address, moment in addresses.items():
        at_a_table = moment == "during_meeting"
        expected = [each.right.id for each in rights.here(moment, None if at_a_table else lives_on)]
        assert 1 <= len(expected) <= 3
        assert here(citizen.get(address).text) == here(bo.get(address).text) == expected, moment
        assert "Det kan borgeren forvente" in bo.get(address).text
        # What somebody lives on is not for their mentor, neither by its name nor by what holds for it.
        if not at_a_table:
            assert here(tove.get(address).text) == [each.right.id for each in rights.here(moment)], moment
    assert here(citizen.get("/plan/consents").text) == [each.right.id for each in rights.here("data", lives_on)]
    medical = [each.right.id for each in rights.here("medical", lives_on)]
    assert here(citizen.get("/plan/consents/fetching.from_doctor").text) == medical
    assert here(citizen.get("/plan/consents/fetching.from_school").text) == []


def test_a_step_with_a_word_of_a_sanction_lies_open_with_what_holds_for_that(citizen: Browser, amira: Plan) -> None:
    rights.set_benefit(amira.citizen, amira.id, "kontanthjaelp", None)
    new = journey.NewStep(milestone=amira.milestone, title=said("Samtale om sanktion"), tracks=["work"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    page = citizen.get(f"/plans/{amira.id}/steps/{step}").text
    assert here(page) == [each.right.id for each in rights.here("sanction", "kontanthjaelp")]
    assert '<section class="rights-here"' in page


@pytest.mark.parametrize("answered", [False, True])
def test_a_threat_in_an_answer_brings_what_holds_for_that(citizen: Browser, amira: Plan, answered: bool) -> None:
    called = dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="forgotten")).subject_id
    assert called
    words = said("Mister du din ydelse, hvis du ikke kommer?")
    if answered:
        dialogue.answer(amira.bo, amira.id, called, dialogue.NewAnswer(answer="words", text=words, seen=1))
    else:
        dialogue.write(amira.bo, amira.id, called, words)
    page = citizen.get(f"/plans/{amira.id}/calls/{called}").text
    assert here(page) == [each.right.id for each in rights.here("sanction")]


def test_a_threat_in_what_is_suggested_or_in_a_meeting_does_too(citizen: Browser, bo: Browser, amira: Plan) -> None:
    threat = said("Bliver du væk, trækker vi i dine penge")
    new = journey.NewStep(milestone=amira.milestone, title=said("Praktik"), why=threat, tracks=["work"], kind="agreed")
    journey.add_step(amira.bo, amira.id, new)
    proposal = re.search(r"/proposals/[0-9a-f-]{36}", citizen.get("/plan").text)
    assert proposal
    card = f"/plans/{amira.id}/meetings/{agreed(amira)}"
    bo.post(f"{card}/words", data={"field": "purpose", "purpose": threat.text, "seen_purpose": ""})
    for address in (f"/plans/{amira.id}{proposal[0]}", card):
        assert here(citizen.get(address).text) == [each.right.id for each in rights.here("sanction")], address


def test_each_of_the_three_can_be_read_aloud(citizen: Browser, bo: Browser, amira: Plan) -> None:
    for address in (f"/plans/{amira.id}/steps/{amira.step}", f"/plans/{amira.id}/meetings/{agreed(amira)}"):
        for browser in (citizen, bo):
            page = browser.get(address).text
            spoken = re.findall(r'data-aloud="da" data-text="([^"]+)"', page)
            names = [each.right.name for each in rights.here("plan" if "/steps/" in address else "before_meeting")]
            assert all(any(said.startswith(f"{name}.") for said in spoken) for name in names)
            assert re.search(r'<script src="[^"]*aloud[^"]*" type="module">', page)
