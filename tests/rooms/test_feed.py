"""What the feed tells: each change of the case once, and of what is a citizen's own nothing, not even that it was."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from consenting import give, works_in
from gathered import agreed as agree, close, confirm, going_on
from officers import appoint
from props import row
from reader import Reader
from sqlalchemy import select
from systems_plan import agreed, kept_back, shown

from minplan import clock, db, exchange, journey, meeting, office, own_data, sharing
from minplan.exchange import documents
from minplan.journal import Pending
from minplan.journey import NewGoal, NewStep, Outcome, ProposalAnswer
from minplan.journey.step import Step
from minplan.sync.actions import sequencing
from minplan.sync.actions.sequencing import sequence
from minplan.sync.feed_item import FeedItem

_item = FeedItem.__table__  # type: ignore[attr-defined]
LED_TO = [(type, "created") for type in ("goal", "milestone", "step")]


@pytest.fixture
def amira(amira: Plan) -> Plan:
    """Her plan, of which everything is told."""
    sequence()
    return amira


def told() -> list[tuple[str, str]]:
    """Type and what of all that is new in the feed."""
    with db.reading() as connection:
        before = connection.execute(select(_item.c.number).order_by(_item.c.number.desc()).limit(1)).scalar() or 0
    sequence()
    with db.reading() as connection:
        new = select(_item.c.type, _item.c.what).where(_item.c.number > before).order_by(_item.c.number)
        return [tuple(each) for each in connection.execute(new)]


def do(verb: Callable[..., Outcome], amira: Plan, step: UUID) -> None:
    """Amira does it, having seen how the step is now."""
    assert verb(amira.citizen, amira.id, step, row(Step, step)["state"]).kind == "done"


def test_nothing_of_an_own_step_is_told(amira: Plan) -> None:
    do(journey.complete, amira, amira.step)
    journey.add_goal(amira.citizen, amira.id, NewGoal(title=said("At sove"), track="health"))
    assert told() == []


def test_a_step_of_the_case_comes_after_where_it_leads(amira: Plan) -> None:
    agreed(amira)
    assert told() == LED_TO
    agreed(amira, "Ring til skolen")
    assert told() == [("step", "created")]


def test_two_that_come_at_once_bring_where_they_lead_with_them(amira: Plan) -> None:
    for title in ("Besøg skolen", "Ring til skolen"):
        agreed(amira, title)
    assert told() == [*LED_TO, ("step", "created")]


def test_what_waits_behind_does_not_count_for_what_is_told_before(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequencing, "BATCH", 1)
    agreed(amira)
    agreed(amira, "Ring til skolen")
    assert told() == [*LED_TO, ("step", "created")]


def test_a_new_step_where_all_was_reached_opens_it_again(amira: Plan) -> None:
    do(journey.complete, amira, agreed(amira))
    turned = [("goal", "updated"), ("milestone", "updated")]
    assert told() == [*LED_TO, *turned, ("step", "updated")]
    agreed(amira, "Ring til skolen")
    assert told() == [*turned, ("step", "created")]


def test_what_is_taken_once_is_told_once(amira: Plan) -> None:
    agreed(amira)
    assert told() and sequence() == 0 and told() == []
    with db.reading() as connection:
        assert connection.execute(select(Pending)).all() == []


def test_numbers_have_no_gap(amira: Plan) -> None:
    for title in ("Et", "To", "Tre"):
        agreed(amira, title)
        assert told()
    with db.reading() as connection:
        numbers = list(connection.execute(select(_item.c.number).order_by(_item.c.number)).scalars())
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) == 5


def test_a_suggestion_is_told_and_so_is_a_no(amira: Plan) -> None:
    new = NewStep(milestone=amira.milestone, tracks=["health"], kind="agreed", title=said("Prøv"), why=said("Godt"))
    proposal = journey.add_step(amira.bo, amira.id, new).subject_id
    assert told() == LED_TO
    journey.answer(amira.citizen, amira.id, proposal, ProposalAnswer(answer="talk"))
    assert told() == []
    journey.answer(amira.citizen, amira.id, proposal, ProposalAnswer(answer="no"))
    assert told() == [("step", "deleted"), ("milestone", "deleted"), ("goal", "deleted")]


def test_a_citizens_wish_stays_between_people(amira: Plan) -> None:
    step = agreed(amira)
    told()
    seen = row(Step, step)["state"]
    outcome = journey.rest(amira.citizen, amira.id, step, seen, until=clock.today() + timedelta(days=30))
    assert outcome.kind == "wished" and told() == []


def test_an_own_step_is_there_from_the_yes_until_it_says_something_else(amira: Plan) -> None:
    do(journey.start, amira, amira.step)
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    assert told() == LED_TO
    do(journey.postpone, amira, amira.step)
    assert told() == [("step", "updated")]
    seen = row(Step, amira.step)["title_id"]
    journey.reword(amira.citizen, amira.id, amira.step, "title", seen, said("Noget helt andet"))
    assert told() == [("step", "deleted"), ("milestone", "deleted"), ("goal", "deleted")]
    do(journey.complete, amira, amira.step)
    assert told() == []


def test_what_was_done_before_the_yes_is_not_told_afterwards(amira: Plan) -> None:
    for verb in (journey.start, journey.complete, journey.reopen):
        do(verb, amira, amira.step)
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    assert told() == LED_TO


def test_a_yes_taken_back_is_a_tombstone(amira: Plan) -> None:
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    told()
    kept_back(amira, "step", amira.step)
    assert told() == [("step", "deleted"), ("milestone", "deleted"), ("goal", "deleted")]


def test_a_track_hidden_from_the_contact_leaves_the_case_and_comes_again(amira: Plan) -> None:
    agreed(amira)
    told()
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    assert told() == []
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health", "family"})
    assert told() == [("plan", "deleted"), *((type, "deleted") for type, _ in LED_TO)]
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, set())
    assert told() == [("plan", "created"), *LED_TO]


def test_other_steps_that_change_with_it_are_told_of(amira: Plan) -> None:
    first, second = agreed(amira, "Først"), agreed(amira, "Så")
    journey.choose_next(amira.citizen, amira.id, first)
    told()
    journey.choose_next(amira.citizen, amira.id, second)
    assert told() == [("step", "updated"), ("step", "updated")]


def test_a_goal_that_is_suggested_keeps_its_name_from_the_first_day(amira: Plan) -> None:
    goal = journey.add_goal(amira.bo, amira.id, NewGoal(title=said("At komme ud"), track="work")).subject_id
    assert goal and told() == [("goal", "created")]
    journey.answer(amira.citizen, amira.id, goal, ProposalAnswer(answer="yes"))
    assert told() == [("goal", "updated")]
    landmark = journey.NewMilestone(goal=goal, title=said("Kende byen"))
    milestone = journey.add_milestone(amira.bo, amira.id, landmark).subject_id
    assert milestone and told() == [("milestone", "created")]
    journey.answer(amira.citizen, amira.id, milestone, ProposalAnswer(answer="no"))
    assert told() == [("milestone", "deleted")]


def test_a_meeting_that_closes_lays_its_agreements_on_the_way(amira: Plan) -> None:
    where = going_on(amira)
    assert told() == []
    agree(amira, where, kind="law", law="LAB § 1")
    confirm(amira, where)
    assert told() == [("meeting", "updated"), *LED_TO]
    close(amira, where)
    assert told() == [("meeting", "updated"), ("agreement", "created")]


def test_a_yes_is_told_and_its_end(amira: Plan) -> None:
    consent = give(amira)
    assert told() == [("consent", "created")]
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    assert told() == [("consent", "updated")]


def test_a_new_plan_and_another_name_are_told(amira: Plan) -> None:
    there = exchange.bring_in([documents()[0]])
    kinds = [type for type, _ in told()]
    assert there and kinds[:2] == ["plan", "citizen"] and {"goal", "milestone", "step"} <= set(kinds)
    own_data.rename(amira.citizen, amira.id, "Amira", "Amira B.")
    assert told() == [("citizen", "updated")]


@pytest.mark.parametrize("said_yes", [True, False])
def test_a_plan_that_ends_is_a_tombstone_for_all_who_heard_of_it(amira: Plan, said_yes: bool) -> None:
    works_in(amira, amira.bo, "jobcenter")
    agreed(amira)
    if said_yes:
        give(amira)
    told()
    readers = [Reader("fagsystem"), Reader("klinik", "health")]
    assert [("plan", amira.id) in each.things for each in readers] == [True, said_yes]
    office.end(appoint().by("admin"), amira.citizen)
    assert ("plan", "deleted") in told()
    for reader in readers:
        reader.follow()
        assert reader.things == reader.anew() and ("plan", amira.id) not in reader.things


def test_what_moves_to_another_track_is_gone_for_whoever_heard_of_it_there(amira: Plan) -> None:
    works_in(amira, amira.bo, "jobcenter")
    give(amira)
    goal = journey.add_goal(amira.citizen, amira.id, NewGoal(title=said("Et job"), track="work")).subject_id
    new = journey.NewMilestone(goal=goal, title=said("Et kursus"))
    elsewhere = journey.add_milestone(amira.citizen, amira.id, new).subject_id
    where = going_on(amira)
    one = agree(amira, where, kind="agreed", track="health")
    confirm(amira, where), confirm(amira, where, "municipality")
    sequence()
    clinic, own = Reader("klinik", "health"), Reader("fagsystem")
    assert {type for type, _ in clinic.things} >= {"goal", "milestone", "step"}
    meeting.set_milestone(amira.bo, amira.id, where, one, "", elsewhere)
    confirm(amira, where), confirm(amira, where, "municipality")
    clinic.follow(), own.follow()
    assert clinic.things == clinic.anew() and own.things == own.anew()
    assert not {type for type, _ in clinic.things} & {"goal", "milestone", "step"}
    assert own.things["goal", goal].track == "work"
