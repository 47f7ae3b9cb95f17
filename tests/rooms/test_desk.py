"""The desk: who waits for whom, what is hidden from whom, and the same few statements for 3 citizens and for 35."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from counting import selects
from props import place
from sqlalchemy import Engine

from minplan import access, clock, db, desk, dialogue, journey, meeting
from minplan.access import Membership, Person
from minplan.dialogue import NewCall
from minplan.errors import NotAllowed
from minplan.journey import Ball, HandOver, NewStep, NewWin
from minplan.meeting import Meeting

MONDAY = date(2026, 11, 16)
MUNICIPALITY = HandOver(ball=Ball(holder="municipality"))


def later(days: int) -> None:
    clock.start(clock.parse((MONDAY + timedelta(days=days)).isoformat()))


def handed_over(amira: Plan) -> None:
    """Amira gives her step to the municipality, and Bo promises Thursday."""
    journey.hand_over(amira.citizen, amira.id, amira.step, "citizen", MUNICIPALITY)
    journey.promise(amira.bo, amira.id, amira.step, date(2026, 11, 19))


def row(by: UUID) -> desk.CitizenRow:
    (found,) = desk.citizens(by)
    return found


def brief(amira: Plan, by: UUID) -> desk.Brief:
    with access.view(by, amira.id) as view:
        way = journey.way(view)
        return desk.brief(view, way, journey.recent(view).moved_at)


def leader() -> UUID:
    with db.writing() as session:
        person = Person(kind="leader", name="Inger")
        session.add(person)
        session.flush()
        return person.id


def test_a_quiet_citizen_stands_there_with_the_next_step_and_whose_turn(amira: Plan) -> None:
    found = row(amira.bo)
    assert (found.group, found.matter, found.still) == ("quiet", None, False)
    assert found.next and found.next.id == amira.step and found.next.title.text == "Gå en tur"
    assert found.next.ball and (found.next.ball.holder, found.next.ball.mine) == ("citizen", False)


def test_strangers_and_citizens_have_nobody_in_the_list(amira: Plan) -> None:
    assert desk.citizens(amira.camilla) == desk.citizens(amira.citizen) == []


def test_a_ball_without_a_name_waits_for_the_contact_and_not_for_the_team(amira: Plan) -> None:
    handed_over(amira)
    found = row(amira.bo)
    assert found.group == "waiting" and found.matter
    assert (found.matter.id, found.matter.since, found.matter.promised) == (amira.step, MONDAY, date(2026, 11, 19))
    assert found.next and found.next.ball and found.next.ball.mine
    assert row(amira.tove).matter is None
    later(4)
    assert row(amira.bo).group == "late"


def test_a_call_waits_for_the_contact_until_somebody_answers(amira: Plan) -> None:
    call = dialogue.call(amira.citizen, amira.id, NewCall(topic="forgotten"))
    found = row(amira.bo)
    assert found.matter and (found.matter.what, found.matter.about, found.matter.id) == (
        "call", "forgotten", call.subject_id,
    )
    dialogue.answer(amira.bo, amira.id, call.subject_id, dialogue.NewAnswer(answer="words", text=said("Nej da.")))
    assert row(amira.bo).matter is None


def test_a_citizens_proposal_waits_for_the_contact(amira: Plan) -> None:
    words = {"title": said("Mød Bo"), "why": said("Så ses vi"), "kind": "agreed"}
    step = journey.add_step(amira.bo, amira.id, NewStep(milestone=amira.milestone, tracks=["work"], **words))
    assert step.kind == "proposed" and row(amira.bo).matter is None
    with access.view(amira.citizen, amira.id) as view:
        (proposal,) = journey.proposals(view, journey.way(view))
    agreed = journey.answer(amira.citizen, amira.id, proposal.id, journey.ProposalAnswer(answer="yes")).subject_id
    assert agreed
    journey.set_date(amira.citizen, amira.id, agreed, "", journey.When(on=date(2026, 12, 1)))
    found = row(amira.bo)
    assert found.matter and (found.matter.what, found.matter.about) == ("proposal", "when")
    assert found.matter.title and found.matter.title.text == "Mød Bo"


def test_what_is_hidden_does_not_stand_in_the_row(amira: Plan) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Skriv til skolen"), tracks=["work"])
    work = journey.add_step(amira.citizen, amira.id, new).subject_id
    handed_over(amira)
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud"), step=amira.step))
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    found = row(amira.bo)
    assert found.next and found.next.id == work
    assert (found.matters, found.wins) == ((), ())


def test_new_wins_are_told_until_somebody_praises(amira: Plan) -> None:
    win = journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg ringede selv"))).subject_id
    found = row(amira.bo)
    assert found.group == "wins" and [each.id for each in found.wins] == [win]
    assert [each.id for each in brief(amira, amira.bo).fresh_wins] == [win]
    journey.praise(amira.tove, amira.id, NewWin(text=said("Jeg lagde mærke til, at du ringede.")), answers=win)
    assert row(amira.bo).group == "quiet"
    assert brief(amira, amira.bo).fresh_wins == ()


def test_after_thirty_still_days_subgoals_come_forward(amira: Plan) -> None:
    later(29)
    assert not row(amira.bo).still
    later(31)
    assert row(amira.bo).still
    told = brief(amira, amira.bo)
    assert told.still and told.praise_due and told.coming and told.coming.title.text == "Kende vejen"
    journey.mark_seen(amira.bo, amira.id, clock.now())
    assert row(amira.bo).still
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg ringede selv")))
    assert not row(amira.bo).still and not brief(amira, amira.bo).still


def test_a_hidden_change_moves_nothing_that_can_be_seen(amira: Plan) -> None:
    later(31)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    journey.start(amira.citizen, amira.id, amira.step, "later")
    assert row(amira.bo).still and brief(amira, amira.bo).still
    assert not row(amira.tove).still


def test_the_law_is_told_last_and_apart(amira: Plan) -> None:
    new = NewStep(
        milestone=amira.milestone, title=said("Samtale"), why=said("Loven siger det"), tracks=["work"], kind="law",
        law="LAB § 31",
    )
    law = journey.add_step(amira.bo, amira.id, new).subject_id
    assert [step.id for step in brief(amira, amira.bo).law] == [law]


def test_a_leader_reads_days_and_contacts_of_every_plan_and_nothing_else(amira: Plan) -> None:
    handed_over(amira)
    dialogue.call(amira.citizen, amira.id, NewCall(topic="money"))
    later(4)
    asked, step = desk.waiting(leader())
    assert (asked.what, asked.contact, asked.passed, asked.days) == ("call", "Bo", True, 4)
    assert (step.what, step.since, step.promised) == ("step", MONDAY, date(2026, 11, 19))
    assert not {"name", "title", "plan_id", "text"} & set(step.__slots__)


def test_a_wish_that_people_talk_about_stays_in_both_lists(amira: Plan) -> None:
    law = place(amira, "law", ball="both")
    wish = journey.rest(amira.citizen, amira.id, law, "active", None).subject_id
    assert wish
    journey.answer(amira.bo, amira.id, wish, journey.ProposalAnswer(answer="talk"))
    later(9)
    matter = row(amira.bo).matter
    assert matter and (matter.what, matter.id, matter.talking, matter.passed) == ("proposal", wish, True, False)
    (line,) = desk.waiting(leader())
    assert (line.what, line.talking, line.passed) == ("proposal", True, False)


def test_a_leader_reads_nothing_of_what_is_hidden_from_the_contact(amira: Plan) -> None:
    handed_over(amira)
    agreed = place(amira, "agreed", ball="both")
    journey.set_date(amira.citizen, amira.id, agreed, "", journey.When(on=date(2026, 12, 1)))
    dialogue.call(amira.citizen, amira.id, NewCall(topic="money", step=amira.step))
    place(amira, "law", ball="municipality")
    assert sorted(line.what for line in desk.waiting(leader())) == ["call", "proposal", "step", "step"]
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    assert [line.what for line in desk.waiting(leader())] == ["step"]


@pytest.mark.parametrize("who", ["bo", "tove", "citizen"])
def test_only_a_leader_reads_what_waits_everywhere(amira: Plan, who: str) -> None:
    with pytest.raises(NotAllowed):
        desk.waiting(getattr(amira, who))


def test_the_list_costs_the_same_for_three_citizens_and_for_thirty_five(amira: Plan, database: Engine) -> None:
    counts = []
    for many in (3, 35):
        more_citizens(amira.bo, many - len(desk.citizens(amira.bo)))
        with selects(database) as told:
            assert len(desk.citizens(amira.bo)) == many
        counts.append(len(told))
    assert counts[0] == counts[1] <= 8


def more_citizens(contact: UUID, many: int) -> None:
    for number in range(many):
        with db.writing() as session:
            person = Person(kind="citizen", name=f"Nr. {number}")
            session.add(person)
            session.flush()
            plan = access.Plan(citizen_id=person.id, created_at=clock.now())
            session.add(plan)
            session.flush()
            session.add(Membership(plan_id=plan.id, person_id=contact, relation="contact", name="Bo"))
            ids = person.id, plan.id
        journey.add_win(*ids, NewWin(text=said("Jeg kom")))
        dialogue.call(*ids, NewCall(topic="forgotten"))


def _meeting(amira: Plan, **fields: object) -> None:
    starts = clock.now() + timedelta(hours=1)
    values = {"starts": starts, "ends": starts + timedelta(hours=1), "place": "Lokalet", "mode": "office"} | fields
    with db.writing() as session:
        session.add(Meeting(plan_id=amira.id, position=0, **values))  # type: ignore[arg-type]


def test_whoever_has_come_to_a_meeting_is_met_first(amira: Plan) -> None:
    _meeting(amira, state="cancelled", cancelled_by="citizen")
    assert row(amira.bo).meeting is None
    _meeting(amira)
    dialogue.call(amira.citizen, amira.id, NewCall(topic="talk"))
    found = row(amira.bo)
    assert found.meeting and found.meeting.agreed and found.group == "asked"
    meeting.arrive(amira.citizen, amira.id, found.meeting.id)
    assert row(amira.bo).group == row(amira.tove).group == "here"


def test_times_that_a_citizen_proposes_wait_for_the_contact_and_for_the_leader(amira: Plan) -> None:
    times = (clock.now() + timedelta(days=3),)
    outcome = meeting.propose(amira.citizen, amira.id, meeting.NewMeeting(times=times))
    found = row(amira.bo)
    assert found.matter and (found.matter.what, found.matter.id) == ("meeting", outcome.subject_id)
    assert (found.group, found.matter.promised) == ("waiting", outcome.promised)
    assert row(amira.tove).matter is None and not (found.meeting and found.meeting.agreed)
    later(5)
    assert row(amira.bo).group == "late"
    (line,) = desk.waiting(leader())
    assert (line.what, line.contact, line.passed, line.days) == ("meeting", "Bo", True, 0)
    meeting.cancel(amira.citizen, amira.id, found.matter.id)
    assert row(amira.bo).matter is None
