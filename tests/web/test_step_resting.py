"""A new step from a professional: whether it rests on a decision, what is new about it, and a why that is one."""

import pytest
from cast import Plan, said
from web.browser import Browser

from minplan import access, journey

CALL = {"rests": "yes", "what": "Samtale hver uge", "called": "2026-11-13", "reached": "spoke"}


def form(amira: Plan, **more: str) -> dict[str, str]:
    said = {"title": "Kom til samtale", "why": "Så finder vi vejen", "milestone": str(amira.milestone), "ball": "both"}
    return said | {"kind": "law", "law": "LAB § 31"} | more


def steps(amira: Plan) -> str:
    return f"/plans/{amira.id}/steps"


def test_what_the_law_asks_is_asked_whether_it_rests_on_a_decision(citizen: Browser, bo: Browser, amira: Plan) -> None:
    assert 'name="rests"' in bo.get(f"{steps(amira)}/new").text
    assert 'name="rests"' not in citizen.get(f"{steps(amira)}/new").text
    found = bo.post(steps(amira), data=form(amira))
    assert found.status_code == 422 and 'href="#new-rests"' in found.text
    assert bo.post(steps(amira), data=form(amira, rests="no")).status_code == 303
    assert bo.post(steps(amira), data=form(amira, kind="agreed", title="Drik kaffe", rests="no")).status_code == 303


def test_a_step_that_nobody_was_asked_about_asks_whoever_works_with_the_plan_until_they_say(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    agreed = {"why": said("Så går det videre"), "kind": "law", "law": "LAB § 31", "tracks": ["work"]}
    new = journey.NewStep(milestone=amira.milestone, title=said("Samtale"), **agreed)
    step = f"{steps(amira)}/{journey.add_step(amira.bo, amira.id, new).subject_id}"
    assert "Ring først" in bo.get(step).text and "Ring først" not in citizen.get(step).text
    assert citizen.post(f"{step}/decision", data={"rests": "no"}).status_code == 404
    told = bo.post(f"{step}/decision", data={"rests": "no"}, follow_redirects=True)
    assert told.status_code == 200 and "Ring først" not in told.text and "Det er gemt." in told.text
    assert "Skridtet hviler ikke på en afgørelse." in citizen.get(f"/plans/{amira.id}/history").text


@pytest.mark.parametrize(
    ("wrong", "field"), [({"called": ""}, "called"), ({"called": "2026-11-17"}, "called"), ({"reached": ""}, "reached")]
)
def test_without_the_call_there_is_no_step_and_the_words_are_kept(
    citizen: Browser, bo: Browser, amira: Plan, wrong: dict[str, str], field: str
) -> None:
    found = bo.post(steps(amira), data=form(amira) | CALL | wrong)
    assert found.status_code == 422 and f'href="#new-{field}"' in found.text
    assert ">Samtale hver uge</textarea>" in found.text and 'value="yes" checked' in found.text
    assert "Kom til samtale" not in citizen.get("/plan").text
    assert bo.post(steps(amira), data=form(amira) | CALL).status_code == 303
    assert "Kom til samtale" in citizen.get("/plan").text


def test_what_was_tried_is_shown_and_what_is_new_is_asked(citizen: Browser, bo: Browser, amira: Plan) -> None:
    new = journey.NewStep(milestone=amira.milestone, title=said("Praktik i bageriet"), tracks=["health"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    assert step
    journey.complete(amira.citizen, amira.id, step, "later")
    again = form(amira, kind="agreed", title="Praktik på lageret")
    found = bo.post(steps(amira), data=again)
    assert found.status_code == 422 and 'href="#new-new"' in found.text and "Praktik i bageriet" in found.text
    assert bo.post(steps(amira), data=again | {"new": "Kun om dagen"}).status_code == 303
    assert "Praktik i bageriet" in bo.get(f"{steps(amira)}/new?phrase=step.find_placement").text
    assert "Praktik i bageriet" not in citizen.get(f"{steps(amira)}/new?phrase=step.find_placement").text


@pytest.mark.parametrize("new", ["\0", "x" * 10_000])
def test_words_that_cannot_be_kept_come_back_by_field(bo: Browser, amira: Plan, new: str) -> None:
    found = bo.post(steps(amira), data=form(amira, new=new))
    assert found.status_code == 422 and 'href="#new-new"' in found.text and 'id="new-new"' in found.text


def test_a_why_that_is_only_a_law_gets_a_quiet_hint_and_is_kept(citizen: Browser, bo: Browser, amira: Plan) -> None:
    only = {"why": "Det står i loven"}
    assert "Skriv, hvad det skal være godt for." in bo.post("/tone", data=only).text
    assert "Skriv, hvad det skal være godt for." not in bo.post("/tone", data={"why": "Så møder du andre"}).text
    told = bo.post(steps(amira), data=form(amira, rests="no") | only, follow_redirects=True).text
    assert "Skriv, hvad det skal være godt for." in told and "Kom til samtale" in citizen.get("/plan").text


def test_a_why_that_is_long_gets_a_quiet_hint_and_a_whole_choice_is_heard(bo: Browser, amira: Plan) -> None:
    long, hint = "Så møder du andre, og " * 5, "Kort er nemmest at læse"
    assert hint in bo.post("/tone", data={"why": long}).text and hint in bo.post("/tone", data={"why_2": long}).text
    assert hint not in bo.post("/tone", data={"why": "x" * 90, "title": long}).text
    only = {"question": "Hvad nu?", "milestone": str(amira.milestone), "why_1": "Det står i loven", "why_2": "Luft"}
    told = bo.post(f"/plans/{amira.id}/choices", data=only | {"title_1": "Praktik", "title_2": "Gå en tur"})
    assert "Skriv, hvad det skal være godt for." in bo.get(told.location).text


def test_what_a_proposed_step_may_lead_to_is_read_before_the_answer(citizen: Browser, bo: Browser, amira: Plan) -> None:
    words = {"gives": "Et sted at øve dansk", "promises_not": "Et job", "money_asked": "yes"}
    bo.post(steps(amira), data=form(amira, kind="agreed", title="Prøv bageriet") | words)
    with access.view(amira.citizen, amira.id) as view:
        (step,) = journey.way(view).suggestions
        (proposal,) = journey.proposals(view, journey.way(view))
    for address in (f"{steps(amira)}/{step.id}", f"/plans/{amira.id}/proposals/{proposal.id}"):
        page = citizen.get(address).text
        assert "Et sted at øve dansk" in page and "Det lover ikke:" in page and "Vi har spurgt Ydelse for dig" in page
        assert "rights-here" in page
    assert citizen.post(steps(amira), data=form(amira, kind="own", title="Gå en tur") | words).status_code == 403
