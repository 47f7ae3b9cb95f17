"""The hour: who opens it and when, and notes that are their writer's until they share them."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from meetings import agreed, closed, opened
from sqlalchemy import select

from minplan import access, clock, db, journal, meeting
from minplan.access import Mail, Notice
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.meeting import Attendance, Meeting, Notes, TimeOffer
from minplan.meeting.day.actions import agenda
from minplan.meeting.hour import rule, store


def _state(plan: Plan, made: UUID, **fields: object) -> None:
    with db.writing() as session:
        row = session.get_one(Meeting, made)
        for name, value in fields.items():
            setattr(row, name, value)


def _offer(made: UUID) -> None:
    with db.writing() as session:
        row = session.get_one(Meeting, made)
        session.add(TimeOffer(meeting_id=made, side="citizen", starts=row.starts, ends=row.ends, position=0))


def _notes(plan: Plan, by: UUID, made: UUID, seat: str | None = None) -> Notes:
    with access.view(by, plan.id, "room") as view:
        return meeting.notes(view, made, seat)


def _save(plan: Plan, by: UUID, made: UUID, text: str, seen: str = "", seat: str | None = None) -> str:
    return meeting.save_draft(by, plan.id, made, seat, seen, said(text) if text else None)


def test_what_was_agreed_is_opened_and_told_to_nobody(amira: Plan) -> None:
    made = agreed(amira)
    assert meeting.open_meeting(amira.bo, amira.id, made).kind == "done"
    assert meeting.open_meeting(amira.tove, amira.id, made).kind == "unchanged"
    with db.writing() as session:
        newest = journal.newest(session, amira.id)
        assert newest and (newest.verb, newest.audience) == ("open_meeting", "room")
        assert not session.execute(select(Notice)).all() + session.execute(select(Mail)).all()


def test_what_was_proposed_is_opened_on_its_day_only(amira: Plan) -> None:
    today, later = agreed(amira), agreed(amira, clock.now() + timedelta(days=1))
    for made in (today, later):
        _state(amira, made, state="offered", offered_by="citizen")
        _offer(made)
    assert meeting.open_meeting(amira.bo, amira.id, today).kind == "done"
    with pytest.raises(Invalid):
        meeting.open_meeting(amira.bo, amira.id, later)


def test_what_was_called_off_or_missed_is_not_opened(amira: Plan) -> None:
    called_off, missed = agreed(amira), agreed(amira)
    _state(amira, called_off, state="cancelled", cancelled_by="citizen")
    _state(amira, missed, state="missed")
    for made in (called_off, missed):
        with pytest.raises(Invalid):
            meeting.open_meeting(amira.bo, amira.id, made)


def test_the_citizen_and_strangers_open_nothing(amira: Plan) -> None:
    made = agreed(amira)
    with pytest.raises(NotAllowed):
        meeting.open_meeting(amira.citizen, amira.id, made)
    for stranger in (amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            meeting.open_meeting(stranger, amira.id, made)


def test_a_draft_is_its_writers_alone(amira: Plan) -> None:
    made = opened(amira)
    seen = _save(amira, amira.bo, made, "Først")
    _save(amira, amira.bo, made, "Først og så", seen)
    assert [_notes(amira, who, made).draft for who in (amira.tove, amira.citizen)] == [None, None]
    mine = _notes(amira, amira.bo, made).draft
    assert mine and mine.words.text == "Først og så"


def test_a_device_at_the_table_reads_only_what_was_typed_on_it(amira: Plan) -> None:
    made = opened(amira)
    _save(amira, amira.citizen, made, "Hjemmefra")
    _save(amira, amira.citizen, made, "Ved bordet", seat="seat 1")
    at_the_table = _notes(amira, amira.citizen, made, "seat 1")
    assert at_the_table.draft and at_the_table.draft.words.text == "Ved bordet" and not at_the_table.elsewhere
    assert _notes(amira, amira.citizen, made, "seat 2").draft is None
    own = _notes(amira, amira.citizen, made)
    assert own.draft and own.draft.words.text == "Hjemmefra"
    assert [each.words.text for each in own.elsewhere] == ["Ved bordet"]
    with pytest.raises(NotFound):
        meeting.share_note(amira.citizen, amira.id, made, own.draft.id, "seat 1")


def test_two_screens_of_one_person_meet_in_a_conflict(amira: Plan) -> None:
    made = opened(amira)
    seen = _save(amira, amira.bo, made, "Først")
    _save(amira, amira.bo, made, "Her", seen)
    with pytest.raises(Conflict) as met:
        _save(amira, amira.bo, made, "Der", seen)
    assert met.value.theirs.words.text == "Her"
    assert _save(amira, amira.bo, made, "Der", str(met.value.theirs))


def test_shared_it_is_a_text_of_the_plan(amira: Plan) -> None:
    made = opened(amira)
    seen = _save(amira, amira.bo, made, "Kladde")
    outcome = meeting.share_draft(amira.bo, amira.id, made, None, seen, said("Delt"))
    (shared,) = _notes(amira, amira.citizen, made).shared
    assert (shared.words.text, shared.by, shared.own) == ("Delt", "Bo", False)
    assert outcome.subject_id
    assert meeting.share_note(amira.bo, amira.id, made, outcome.subject_id, None).kind == "unchanged"
    with pytest.raises(NotFound):
        meeting.remove_note(amira.citizen, amira.id, made, outcome.subject_id, None)
    meeting.remove_note(amira.bo, amira.id, made, outcome.subject_id, None)
    assert _notes(amira, amira.citizen, made).shared == ()


def test_the_last_words_of_an_hour_that_has_just_ended_are_kept_and_none_of_one_that_never_was(amira: Plan) -> None:
    ended, never = closed(amira, amira.step), agreed(amira)
    _save(amira, amira.bo, ended, "I sidste øjeblik")
    mine = _notes(amira, amira.bo, ended).draft
    assert mine and mine.words.text == "I sidste øjeblik"
    meeting.share_note(amira.bo, amira.id, ended, mine.id, None)
    assert _notes(amira, amira.citizen, ended).shared
    with pytest.raises(Invalid):
        _save(amira, amira.bo, never, "For tidligt")


def test_another_plans_meeting_is_nobodys(amira: Plan) -> None:
    made = opened(amira)
    with access.view(amira.dorte) as view:
        elsewhere = view.plan.id
    with pytest.raises(NotFound):
        meeting.save_draft(amira.dorte, elsewhere, made, None, "", said("Ikke her"))


def test_who_takes_off_a_draft_takes_off_no_note_that_was_shared_meanwhile(amira: Plan) -> None:
    made = opened(amira)
    _save(amira, amira.bo, made, "Kladde")
    mine = _notes(amira, amira.bo, made).draft
    assert mine
    with db.writing() as session:
        assert store.drop_draft(session, mine.id)
        assert not store.drop_draft(session, mine.id)
    seen = _save(amira, amira.bo, made, "Delt")
    shared = meeting.share_draft(amira.bo, amira.id, made, None, seen, said("Delt")).subject_id
    with db.writing() as session:
        assert shared and not store.drop_draft(session, shared)


def test_ones_draft_of_a_meeting_that_never_was_can_be_taken_off_and_not_shared(amira: Plan) -> None:
    made = opened(amira)
    _save(amira, amira.bo, made, "Kladde")
    mine = _notes(amira, amira.bo, made).draft
    _state(amira, made, state="missed")
    assert mine
    with pytest.raises(Invalid):
        meeting.share_note(amira.bo, amira.id, made, mine.id, None)
    assert meeting.remove_note(amira.bo, amira.id, made, mine.id, None).kind == "done"
    assert _notes(amira, amira.bo, made).draft is None


def test_a_meeting_holds_as_much_as_people_can_have_before_them(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    made = opened(amira)
    monkeypatch.setattr(rule, "MOST_SHARED", 1)
    monkeypatch.setattr(agenda, "MOST", 1)
    meeting.share_draft(amira.bo, amira.id, made, None, "", said("Et"))
    point = meeting.add_point(amira.bo, amira.id, made, said("Et")).subject_id
    with access.view(amira.bo, amira.id) as view:
        (first,) = meeting.one(view, made).agenda
    assert point and meeting.add_point(amira.citizen, amira.id, made, said("Et")).kind == "unchanged"
    meeting.remove_point(amira.bo, amira.id, made, point)
    meeting.add_point(amira.bo, amira.id, made, said("To"))
    for more in (
        lambda: meeting.share_draft(amira.citizen, amira.id, made, None, "", said("To")),
        lambda: meeting.add_point(amira.citizen, amira.id, made, said("Tre")),
        lambda: meeting.reword_point(amira.bo, amira.id, made, first.id, first.text_id, said("Et igen")),
    ):
        with pytest.raises(Invalid) as met:
            more()
        assert met.value.fields == {"text": "enough"}


def test_whom_the_citizen_said_no_to_reads_and_neither_opens_nor_shares(amira: Plan) -> None:
    planned, going = agreed(amira), opened(amira)
    with db.writing() as session:
        for made in (planned, going):
            guest = {"person_id": amira.tove, "name": "Tove", "role": "", "kind": "team", "position": 9}
            session.add(Attendance(meeting_id=made, answer="not_coming", **guest))
    with pytest.raises(NotAllowed):
        meeting.open_meeting(amira.tove, amira.id, planned)
    with pytest.raises(NotAllowed):
        meeting.share_draft(amira.tove, amira.id, going, None, "", said("Alligevel"))
    assert _notes(amira, amira.tove, going).shared == ()


def test_what_a_line_once_said_is_known_of_that_line_alone(amira: Plan) -> None:
    made = opened(amira)
    one, other = (meeting.add_point(amira.bo, amira.id, made, said(word)).subject_id for word in ("Et", "To"))
    with access.view(amira.bo, amira.id) as view:
        first = next(each for each in meeting.one(view, made).agenda if each.id == one)
    assert one and other
    meeting.reword_point(amira.bo, amira.id, made, one, first.text_id, said("Et andet"))
    with access.view(amira.bo, amira.id) as view:
        before = meeting.said_before(view, made, one, first.text_id)
        assert before and before.text == "Et"
        assert meeting.said_before(view, made, other, first.text_id) is None
        assert meeting.said_before(view, made, one, None) is None
