"""The agenda: both sides write on it, the citizen's points come first, and nothing that was written is lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from props import nothing_written, one_change, row

from minplan import access, clock, db, meeting
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journal import Record
from minplan.meeting import AgendaPoint, Attendance, Meeting, MeetingView
from minplan.words import NewText, write


def arranged(amira: Plan, days: int = 2, **fields: Any) -> UUID:
    """A meeting of Amira's in so many days."""
    starts = clock.now() + timedelta(days=days)
    hour = {"starts": starts, "ends": starts + timedelta(hours=1)}
    values: dict[str, Any] = hour | {"place": "Biblioteket", "mode": "library"}
    with db.writing() as session:
        made = Meeting(plan_id=amira.id, **values | {"position": days} | fields)
        session.add(made)
        return made.id


def opened(amira: Plan, meeting_id: UUID) -> MeetingView:
    with access.view(amira.citizen, amira.id) as view:
        return meeting.one(view, meeting_id)


def points(amira: Plan, meeting_id: UUID) -> list[str | None]:
    return [point.text.text or point.text.phrase for point in opened(amira, meeting_id).agenda]


def add(amira: Plan, where: UUID, text: str, by: UUID | None = None) -> UUID:
    found = meeting.add_point(by or amira.citizen, amira.id, where, said(text)).subject_id
    assert found
    return found


def test_what_the_citizen_wants_to_talk_about_comes_first(amira: Plan) -> None:
    here = arranged(amira)
    add(amira, here, "Praktik", amira.bo)
    with one_change(amira):
        add(amira, here, "Pengene")
    meeting.add_point(amira.citizen, amira.id, here, NewText(phrase="agenda.health"))
    add(amira, here, "Papirer", amira.tove)
    assert points(amira, here) == ["Pengene", "agenda.health", "Praktik", "Papirer"]
    found = opened(amira, here).agenda
    assert [(each.by, each.picture) for each in found[:3]] == [("Amira", None), ("Amira", "health"), ("Bo", None)]


def test_the_same_words_are_put_on_once(amira: Plan) -> None:
    here = arranged(amira)
    add(amira, here, "Pengene")
    with nothing_written(amira):
        assert meeting.add_point(amira.bo, amira.id, here, said("Pengene")).kind == "unchanged"


def test_a_ready_sentence_is_one_that_was_made_for_it(amira: Plan) -> None:
    here = arranged(amira)
    with nothing_written(amira), pytest.raises(Invalid, match="phrase: unknown"):
        meeting.add_point(amira.citizen, amira.id, here, NewText(phrase="say.call_me"))


def test_other_words_and_two_who_write_in_the_same_point(amira: Plan) -> None:
    here = arranged(amira)
    point = add(amira, here, "Pengene")
    seen = row(AgendaPoint, point)["text_id"]
    now = meeting.reword_point(amira.bo, amira.id, here, point, seen, said("Penge i december"))
    assert points(amira, here) == ["Penge i december"]
    with nothing_written(amira):
        assert meeting.reword_point(amira.citizen, amira.id, here, point, seen, said("Penge i december")) == now
        with pytest.raises(Conflict) as conflict:
            meeting.reword_point(amira.citizen, amira.id, here, point, seen, said("Penge til jul"))
    assert conflict.value.theirs == now
    meeting.reword_point(amira.citizen, amira.id, here, point, now, said("Penge til jul"))
    assert points(amira, here) == ["Penge til jul"]


def test_words_typed_while_the_point_was_taken_off_are_not_lost(amira: Plan) -> None:
    here = arranged(amira)
    point = add(amira, here, "Pengene")
    seen = row(AgendaPoint, point)["text_id"]
    meeting.remove_point(amira.citizen, amira.id, here, point)
    assert points(amira, here) == []
    with nothing_written(amira):
        assert meeting.remove_point(amira.citizen, amira.id, here, point).kind == "unchanged"
    meeting.reword_point(amira.citizen, amira.id, here, point, seen, said("Penge til jul"))
    assert points(amira, here) == ["Penge til jul"]


def test_only_the_citizen_takes_off_what_the_citizen_wrote(amira: Plan) -> None:
    here = arranged(amira)
    hers, his = add(amira, here, "Pengene"), add(amira, here, "Praktik", amira.bo)
    with nothing_written(amira), pytest.raises(NotAllowed):
        meeting.remove_point(amira.bo, amira.id, here, hers)
    meeting.remove_point(amira.tove, amira.id, here, his)
    assert points(amira, here) == ["Pengene"]


def test_earlier_and_later(amira: Plan) -> None:
    here = arranged(amira)
    one, two, three = (add(amira, here, text) for text in ("En", "To", "Tre"))
    with one_change(amira):
        meeting.move_point(amira.bo, amira.id, here, three, one, "before")
    assert points(amira, here) == ["Tre", "En", "To"]
    with nothing_written(amira):
        assert meeting.move_point(amira.citizen, amira.id, here, three, one, "before").kind == "unchanged"
        for beside, where in ((three, "before"), (two, "above")):
            with pytest.raises(Invalid, match="place"):
                meeting.move_point(amira.citizen, amira.id, here, three, beside, where)
        with pytest.raises(NotFound):
            meeting.move_point(amira.citizen, amira.id, here, three, amira.step, "before")


def test_a_point_belongs_to_its_meeting_and_a_meeting_to_its_plan(amira: Plan) -> None:
    here, there = arranged(amira), arranged(amira, days=9)
    point = add(amira, here, "Pengene")
    with access.view(amira.dorte) as view:
        dortes = view.plan.id
    with nothing_written(amira):
        for plan, where, by in ((amira.id, there, amira.citizen), (dortes, here, amira.dorte)):
            with pytest.raises(NotFound):
                meeting.remove_point(by, plan, where, point)


@pytest.mark.parametrize("state", ["cancelled", "missed"])
def test_a_meeting_that_is_over_keeps_its_agenda(amira: Plan, state: str) -> None:
    here = arranged(amira, state=state, cancelled_by="citizen" if state == "cancelled" else None)
    with nothing_written(amira), pytest.raises(Invalid, match="meeting_changed"):
        meeting.add_point(amira.citizen, amira.id, here, said("Pengene"))


def test_a_point_is_talked_about_or_carried_over_to_the_next_meeting(amira: Plan) -> None:
    here, then = arranged(amira), arranged(amira, days=9)
    one, two = add(amira, here, "Pengene"), add(amira, here, "Praktik", amira.bo)
    meeting.settle_point(amira.bo, amira.id, here, one, "talked")
    with one_change(amira):
        meeting.settle_point(amira.citizen, amira.id, here, two, "carried")
    assert [point.outcome for point in opened(amira, here).agenda] == ["talked", "carried"]
    (brought,) = opened(amira, then).agenda
    assert (brought.text.text, brought.by, brought.again) == ("Praktik", "Bo", True)
    with nothing_written(amira):
        assert meeting.settle_point(amira.bo, amira.id, here, two, "carried").kind == "unchanged"
        with pytest.raises(Invalid, match="outcome"):
            meeting.settle_point(amira.bo, amira.id, here, two, "forgotten")
    meeting.settle_point(amira.bo, amira.id, here, two, "")
    assert points(amira, then) == [] and opened(amira, here).agenda[1].outcome is None


def test_what_was_left_stands_on_the_next_meeting_that_is_made(amira: Plan) -> None:
    fallen, here = arranged(amira, days=1, state="missed"), arranged(amira, days=2)
    with db.writing() as session:
        text = write(session, amira.id, said("Praktik"), amira.citizen, clock.now()).id
        said_by = {"by_name": "Amira", "by_id": amira.citizen}
        session.add(AgendaPoint(meeting_id=fallen, text_id=text, position=0, **said_by))
    meeting.settle_point(amira.citizen, amira.id, here, add(amira, here, "Pengene"), "carried")
    then = arranged(amira, days=9)
    for _ in range(2):
        with access.change(amira.bo, amira.id) as change:
            meeting.bring_along(change, change.session.get_one(Meeting, then))
            change.record(Record("propose_meeting", "meeting", then))
    found = opened(amira, then).agenda
    assert [point.text.text for point in found] == ["Praktik", "Pengene"] and all(point.again for point in found)


def test_whom_the_citizen_said_no_to_writes_nothing(amira: Plan) -> None:
    here = arranged(amira)
    point = add(amira, here, "Praktik", amira.bo)
    no: dict[str, Any] = {"meeting_id": here, "kind": "team", "answer": "not_coming"}
    with db.writing() as session:
        session.add(Attendance(person_id=amira.tove, name="Tove", position=1, **no))
        session.add(Attendance(person_id=amira.bo, name="Bo", position=0, **no))
    with nothing_written(amira):
        for act in (
            lambda: add(amira, here, "Papirer", amira.tove),
            lambda: meeting.settle_point(amira.tove, amira.id, here, point, "talked"),
            lambda: meeting.remove_point(amira.tove, amira.id, here, point),
        ):
            with pytest.raises(NotAllowed, match="not_coming"):
                act()
    assert add(amira, here, "Papirer", amira.bo)  # without the contact person there is no meeting
