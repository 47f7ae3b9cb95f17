"""The page of a proposal: whoever answers sees what a yes means, whoever waits sees when, and no word is lost."""

from datetime import date
from uuid import UUID

import pytest
from cast import said
from props import place, row
from web.stage import Stage, stage

from minplan import clock, journey
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step

__all__ = ["stage"]
LATER = date(2026, 11, 30)


def address(stage: Stage, proposal: UUID | None) -> str:
    return f"{stage.address}/proposals/{proposal}"


def reads(stage: Stage, who: str, proposal: UUID | None) -> str:
    answer = stage.browser(who).get(address(stage, proposal))
    assert answer.status_code == 200
    return answer.text


def test_a_suggested_step_is_shown_as_it_would_stand_on_the_way(stage: Stage) -> None:
    new = journey.NewStep(
        milestone=stage.amira["milestone"], title=said("Besøg bageriet"), why=said("Der dufter godt"), kind="agreed",
        tracks=["work", "family"], ball=journey.Ball(holder="municipality"), when=journey.When(on=LATER),
    )  # fmt: skip
    page = reads(stage, "amira", journey.add_step(stage.cast.bo, stage.cast.id, new).subject_id)
    for told in (
        "Forslag til et skridt", "Besøg bageriet", "En aftale, hvis du siger ja",
        "Bolden ligger hos", "mandag den 30. november",
        "Der dufter godt", "fører mod:", "Et hjem", "Arbejde &amp; læring", "Familie &amp; hjem", "Foreslået af",
    ):  # fmt: skip
        assert told in page, told


def test_other_words_and_another_day_stand_beside_the_old_ones(stage: Stage) -> None:
    step = place(stage.cast, "agreed", ball="both", when_on=date(2026, 11, 24))
    title = journey.reword(stage.cast.citizen, stage.cast.id, step, "why", row_of(step)["why_id"], said("For min ro"))
    day = journey.set_date(stage.cast.citizen, stage.cast.id, step, "2026-11-24", journey.When(on=LATER))
    words = reads(stage, "bo", title.subject_id)
    assert words.index("Nu:") < words.index("Derfor") < words.index("Forslag:") < words.index("For min ro")
    days = reads(stage, "bo", day.subject_id)
    assert days.index("tirsdag den 24. november") < days.index("Forslag:") < days.index("mandag den 30. november")


def row_of(step: UUID) -> dict[str, UUID]:
    return row(Step, step)


@pytest.mark.parametrize(("until", "told"), [(LATER, "mandag den 30. november"), (None, "Uden en bestemt dag")])
def test_a_wish_for_rest_says_so_and_until_when(stage: Stage, until: date | None, told: str) -> None:
    wish = journey.rest(stage.cast.citizen, stage.cast.id, stage.amira["law"], "later", until).subject_id
    page = reads(stage, "bo", wish)
    assert "Ønske om, at skridtet hviler" in page and told in page and "Samtale" in page
    assert 'name="on"' in page and 'name="clock"' not in page, "rest has a day and no clock"


def test_a_wish_for_a_new_way_is_answered_without_changing_its_words(stage: Stage) -> None:
    learned = journey.Detour(learned=said("At spørge"))
    wish = journey.detour(stage.cast.citizen, stage.cast.id, stage.amira["law"], "later", learned).subject_id
    page = reads(stage, "bo", wish)
    assert "At spørge" in page and 'value="adjust"' not in page and 'value="talk"' in page


def test_whoever_proposed_reads_their_own_and_can_take_a_goal_back(stage: Stage) -> None:
    goal = journey.add_goal(stage.cast.bo, stage.cast.id, journey.NewGoal(title=said("Et job"), track="work"))
    bo = stage.browser("bo")
    page = reads(stage, "bo", goal.subject_id)
    assert "Dit forslag" in page and "Hvad siger du" not in page and "Træk forslaget tilbage" in page
    assert bo.post(address(stage, goal.subject_id) + "/withdrawal").status_code == 303
    closed = reads(stage, "bo", goal.subject_id)
    assert "Forslaget er trukket tilbage." in closed and "<button class=\"button secondary\">Træk" not in closed


def test_a_passed_promise_apologises_wherever_it_is_shown_until_a_person_gives_a_new_day(stage: Stage) -> None:
    step = place(stage.cast, "agreed", ball="both")
    asked = journey.set_date(stage.cast.citizen, stage.cast.id, step, "", journey.When(on=LATER)).subject_id
    clock.start(clock.parse("2026-11-19"))
    amira, bo = stage.browser("amira"), stage.browser("bo")
    pages = ("/plan", f"{stage.address}/steps/{step}", address(stage, asked))
    for page in pages:
        assert "Vi er bagud. Undskyld." in amira.get(page).text, page
    assert "Giv en ny dag" in reads(stage, "bo", asked)
    late = bo.post(f"{address(stage, asked)}/promise", data={"promised": "2026-11-18", "because": "Undskyld, Amira"})
    assert late.status_code == 422 and "Undskyld, Amira" in late.text and 'role="alert"' in late.text
    given = {"promised": "2026-11-23", "because": "Undskyld, Amira"}
    for _twice in range(2):
        assert bo.post(f"{address(stage, asked)}/promise", data=given).status_code == 303
    assert row(Proposal, asked)["promised"] == date(2026, 11, 23)
    assert "Svar senest mandag den 23. november." in reads(stage, "amira", asked)
    told = amira.get(f"{stage.address}/history").text
    assert told.count("Undskyld, Amira") == 1 and "Der er lovet en ny dag." in told


@pytest.mark.parametrize("who", ["amira", "tove"])
def test_nobody_but_the_contact_gives_the_new_day(stage: Stage, who: str) -> None:
    data = {"promised": "2026-11-23"}
    assert stage.browser(who).post(f"{address(stage, stage.amira['wish'])}/promise", data=data).status_code == 403
    mine = stage.browser("bo").post(f"{address(stage, stage.amira['proposal'])}/promise", data=data)
    assert mine.status_code == 403, "nobody promises what the citizen answers"


def test_an_answer_that_comes_too_late_keeps_its_words_and_reads_the_first_one(stage: Stage) -> None:
    proposal = stage.amira["proposal"]
    journey.withdraw(stage.cast.bo, stage.cast.id, proposal)
    typed = {"answer": "adjust", "text": "Tal med begge", "because": "Der er to naboer"}
    answer = stage.browser("amira").post(f"{address(stage, proposal)}/answer", data=typed)
    assert answer.status_code == 409
    for told in ("Forslaget er trukket tilbage.", "Tal med begge", "Der er to naboer", "Tal med naboen"):
        assert told in answer.text, told


def test_another_day_that_is_not_named_is_asked_for_at_its_own_field(stage: Stage) -> None:
    data = {"answer": "adjust", "because": "En anden dag er bedre"}
    answer = stage.browser("bo").post(f"{address(stage, stage.amira['wish'])}/answer", data=data)
    assert answer.status_code == 422 and "En anden dag er bedre" in answer.text
    assert 'href="#answer-on"' in answer.text and 'aria-describedby="answer-on-error"' in answer.text


def test_what_waits_on_a_step_of_the_law_is_a_wish_and_says_so(stage: Stage) -> None:
    page = stage.browser("amira").get(stage.step("law")).text
    form = page.partition('id="waiting"')[2].partition("</form>")[0]
    assert "Dit ønske går til Bo" in form and "Sæt det til senere" not in page
