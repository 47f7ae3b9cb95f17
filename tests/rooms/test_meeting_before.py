"""Before a meeting: both propose and answer, the citizen says what they need and who comes, on both databases."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from meetings import agreed, opened
from props import row

from minplan import access, clock, meeting
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.meeting import (
    Attendance,
    Card,
    NeedAnswer,
    NewFrame,
    NewGuest,
    NewMeeting,
    NewNeeds,
    NewTimes,
)
from minplan.sharing import notices
from minplan.words import NewText

FIRST = datetime(2026, 11, 24, 10, tzinfo=clock.COPENHAGEN)
SECOND, THIRD = FIRST + timedelta(days=1), FIRST + timedelta(days=2)
OURS = NewMeeting(times=(SECOND, FIRST), mode="library", place="1. sal", minutes=45)


def propose(plan: Plan, by: str = "citizen", **more: Any) -> UUID:
    command = OURS.model_copy(update=more)
    found = meeting.propose(getattr(plan, by), plan.id, command).subject_id
    assert found
    return found


def card(plan: Plan, found: UUID, by: str = "citizen") -> Card:
    with access.view(getattr(plan, by), plan.id, "meeting") as view:
        return meeting.card(view, found)


def revision(plan: Plan) -> int:
    return int(row(access.Plan, plan.id)["revision"])


def told(plan: Plan, who: str) -> list[str]:
    return [notice.what for notice in notices(getattr(plan, who))]


def test_a_citizens_proposal_waits_with_a_promised_day_and_the_contact_hears(amira: Plan) -> None:
    outcome = meeting.propose(amira.citizen, amira.id, OURS)
    assert outcome.kind == "done" and outcome.promised and outcome.promised.isoformat() == "2026-11-18"
    found = card(amira, outcome.subject_id)  # type: ignore[arg-type]
    assert [offer.starts for offer in found.offers] == [FIRST, SECOND]
    assert (found.meeting.state, found.meeting.offered_by, found.meeting.minutes) == ("offered", "citizen", 45)
    assert found.mine and found.first and not found.late
    assert found.meeting.people == ("Bo",)
    assert told(amira, "bo") == ["meeting"] and told(amira, "citizen") == []


def test_the_same_proposal_twice_is_one(amira: Plan) -> None:
    first, before = propose(amira), revision(amira)
    again = meeting.propose(amira.citizen, amira.id, OURS)
    assert (again.kind, again.subject_id, revision(amira)) == ("unchanged", first, before)
    assert propose(amira, place="Caféen") != first


def test_the_other_side_says_yes_and_nobody_to_their_own(amira: Plan) -> None:
    found = propose(amira, "bo")
    with pytest.raises(Conflict):
        meeting.accept(amira.bo, amira.id, found, FIRST)
    assert meeting.accept(amira.citizen, amira.id, found, SECOND).kind == "done"
    stands = card(amira, found)
    assert (stands.meeting.state, stands.meeting.starts, stands.offers) == ("agreed", SECOND, ())
    assert meeting.accept(amira.citizen, amira.id, found, SECOND).kind == "unchanged"
    assert told(amira, "bo") == ["meeting"]


def test_an_answer_to_what_was_proposed_before_loses_nothing(amira: Plan) -> None:
    found = propose(amira, "bo")
    meeting.offer(amira.bo, amira.id, found, NewTimes(times=(THIRD,)))
    with pytest.raises(Conflict) as late:
        meeting.accept(amira.citizen, amira.id, found, FIRST)
    assert late.value.theirs == [THIRD]
    meeting.accept(amira.citizen, amira.id, found, THIRD)
    with pytest.raises(Invalid, match="meeting: meeting_changed"):
        meeting.offer(amira.bo, amira.id, found, NewTimes(times=(FIRST,)))


def test_a_time_that_has_gone_by_is_no_answer(amira: Plan) -> None:
    found = propose(amira, "bo")
    clock.start(FIRST + timedelta(hours=2))
    assert [offer.past for offer in card(amira, found).offers] == [True, False]
    with pytest.raises(Invalid, match="starts: past"):
        meeting.accept(amira.citizen, amira.id, found, FIRST)


def test_none_fits_and_the_municipality_owes_an_answer(amira: Plan) -> None:
    found = propose(amira, "bo")
    with pytest.raises(Invalid):
        meeting.none_fits(amira.tove, amira.id, found)
    outcome = meeting.none_fits(amira.citizen, amira.id, found)
    assert outcome.promised and outcome.promised.isoformat() == "2026-11-18"
    assert meeting.none_fits(amira.citizen, amira.id, found).kind == "unchanged"
    clock.start(clock.parse("2026-11-19"))
    waits = card(amira, found, "bo")
    assert waits.late and not waits.mine and waits.offers == ()
    (listed,) = meeting.booked(amira.bo)
    assert listed.to_answer and listed.answer_by == outcome.promised
    meeting.offer(amira.bo, amira.id, found, NewTimes(times=(THIRD,), mode="walk"))
    assert card(amira, found).meeting.answer_by is None


def test_what_the_law_asks_for_is_proposed_by_the_municipality_alone(amira: Plan) -> None:
    assert card(amira, propose(amira, "bo", kind="law")).meeting.kind == "law"
    with pytest.raises(Invalid, match="kind: unknown"):
        propose(amira, kind="law")


def test_notes_at_booking_are_the_first_points(amira: Plan) -> None:
    notes = (NewText(phrase="agenda.money"), said("Min husleje"))
    found = card(amira, propose(amira, notes=notes))
    assert [(point.picture, point.text.text) for point in found.meeting.agenda] == [
        ("money", None),
        (None, "Min husleje"),
    ]
    (listed,) = meeting.booked(amira.tove)
    assert [point.text for point in listed.points] == [None, "Min husleje"]


def test_needs_are_all_that_is_named_and_each_has_its_answer(amira: Plan) -> None:
    found = propose(amira)
    both = NewNeeds(kinds=("quiet", "interpreter", "companion"), language="ti")
    meeting.say_needs(amira.citizen, amira.id, found, both)
    before = revision(amira)
    assert meeting.say_needs(amira.citizen, amira.id, found, both).kind == "unchanged"
    assert revision(amira) == before
    needs = {need.kind: need for need in card(amira, found).needs}
    assert [need.met for need in needs.values()] == [None, True, None]  # a companion needs nobody's yes
    quiet = needs["quiet"].id
    meeting.answer_need(amira.bo, amira.id, found, quiet, NeedAnswer(met=False, text=said("Det er optaget.")))
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("quiet",), text=said("En stol")))
    after = {need.kind: need for need in card(amira, found).needs}
    assert set(after) == {"quiet", "other"} and after["quiet"].met is False and after["other"].met is None
    with pytest.raises(NotAllowed):
        meeting.say_needs(amira.bo, amira.id, found, both)
    with pytest.raises(NotAllowed):
        meeting.answer_need(amira.citizen, amira.id, found, quiet, NeedAnswer(met=True))


def test_other_words_and_another_language_are_asked_again(amira: Plan) -> None:
    found = propose(amira)
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter",), language="ti", text=said("A")))
    for need in card(amira, found).needs:
        meeting.answer_need(amira.bo, amira.id, found, need.id, NeedAnswer(met=True, name="Selam"))
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter",), language="am", text=said("B")))
    assert [need.met for need in card(amira, found).needs] == [None, None]


def test_a_yes_to_a_need_stands_on_the_card(amira: Plan) -> None:
    found = propose(amira, door="Den røde")
    meeting.say_needs(
        amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter", "phone", "more_time"), language="ti")
    )
    for need in card(amira, found).needs:
        meeting.answer_need(amira.bo, amira.id, found, need.id, NeedAnswer(met=True, name="Selam"))
    now = card(amira, found).meeting
    assert (now.mode, now.place, now.door, now.minutes) == ("phone", "", None, 60)
    assert [(guest.name, guest.language) for guest in now.attendance] == [("Bo", None), ("Selam", "ti")]
    assert now.sequence == 0  # no calendar knows of it yet


def test_whom_the_municipality_asks_waits_for_the_citizens_yes(amira: Plan) -> None:
    found = propose(amira, "bo", people=(amira.tove,))
    bo, tove = card(amira, found).meeting.attendance
    assert (bo.answer, tove.answer) == ("coming", "asked")
    with pytest.raises(NotAllowed):
        meeting.answer_guest(amira.bo, amira.id, found, tove.id, "coming")
    meeting.answer_guest(amira.citizen, amira.id, found, tove.id, "not_coming")
    assert meeting.answer_guest(amira.citizen, amira.id, found, tove.id, "not_coming").kind == "unchanged"
    with pytest.raises(NotAllowed, match="not_coming"):
        meeting.describe(amira.tove, amira.id, found, "purpose", said("Vi ser på boligen"), None)
    # Asked again by us, a no stays a no; the citizen may change their mind.
    assert meeting.invite(amira.bo, amira.id, found, NewGuest(person=amira.tove)).kind == "unchanged"
    meeting.invite(amira.citizen, amira.id, found, NewGuest(person=amira.tove))
    assert card(amira, found).meeting.people == ("Bo", "Tove")
    with pytest.raises(Invalid, match="answer: unknown"):
        meeting.answer_guest(amira.citizen, amira.id, found, bo.id, "not_coming")


def test_the_citizens_own_guest_comes_and_is_theirs(amira: Plan) -> None:
    found = propose(amira)
    guest = NewGuest(name="Samira", kind="family", why=said("Hun støtter mig"))
    mine = meeting.invite(amira.citizen, amira.id, found, guest).subject_id
    assert mine and row(Attendance, mine)["answer"] == "coming"
    with pytest.raises(NotAllowed):
        meeting.answer_guest(amira.bo, amira.id, found, mine, "not_coming")
    theirs = meeting.invite(amira.bo, amira.id, found, NewGuest(name="Kim", role="Virksomhed")).subject_id
    assert theirs
    assert meeting.answer_guest(amira.bo, amira.id, found, theirs, "not_coming").kind == "done"
    with pytest.raises(Invalid, match="name: required"):
        meeting.invite(amira.bo, amira.id, found, NewGuest())
    with pytest.raises(Invalid, match="person: unknown"):
        meeting.invite(amira.bo, amira.id, found, NewGuest(person=amira.camilla))


def test_each_field_is_saved_by_itself_and_two_who_write_lose_nothing(amira: Plan) -> None:
    found = propose(amira, "bo")
    meeting.describe(amira.bo, amira.id, found, "purpose", said("Vi ser på boligen"), None)
    assert meeting.describe(amira.tove, amira.id, found, "purpose", said("Vi ser på boligen"), None).kind == "unchanged"
    with pytest.raises(Conflict):
        meeting.describe(amira.tove, amira.id, found, "purpose", said("Vi ser på pengene"), None)
    seen = card(amira, found).meeting.purpose_id
    assert meeting.describe(amira.tove, amira.id, found, "purpose", None, seen).kind == "done"
    with pytest.raises(Invalid, match="field: unknown"):
        meeting.describe(amira.bo, amira.id, found, "state", said("closed"), None)
    with pytest.raises(NotAllowed):
        meeting.describe(amira.citizen, amira.id, found, "purpose", said("Nej"), None)


def test_a_new_place_reaches_calendars_and_every_time_that_waits(amira: Plan) -> None:
    found = propose(amira, "bo")
    seen = card(amira, found).frame
    new = NewFrame(mode="video", link="https://video.example.dk/1", minutes=90)
    meeting.place(amira.bo, amira.id, found, new, seen)
    with pytest.raises(Conflict):
        meeting.place(amira.tove, amira.id, found, NewFrame(mode="home"), seen)
    meeting.accept(amira.citizen, amira.id, found, SECOND)
    now = card(amira, found)
    assert (now.meeting.mode, now.meeting.minutes, now.meeting.sequence) == ("video", 90, 0)
    meeting.place(amira.bo, amira.id, found, NewFrame(mode="home", place="Hos Amira", minutes=90), now.frame)
    assert card(amira, found).meeting.sequence == 1


def test_when_somebody_is_at_their_best_is_remembered(amira: Plan) -> None:
    found = propose(amira)
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("afternoon", "morning")))
    assert all(need.met for need in card(amira, found).needs)  # it asks nobody for anything
    with access.view(amira.bo, amira.id) as view:
        assert meeting.rhythm(view) == ("morning", "afternoon")


def test_a_list_has_what_comes_and_what_was_lately(amira: Plan) -> None:
    found = propose(amira)
    meeting.accept(amira.bo, amira.id, found, FIRST)
    assert meeting.booked(amira.camilla) == []
    for day, over in ((FIRST - timedelta(hours=1), False), (FIRST + timedelta(days=3), True)):
        clock.start(day)
        assert [listed.over for listed in meeting.booked(amira.bo)] == [over]
    clock.start(FIRST + timedelta(days=20))
    assert meeting.booked(amira.bo) == []


def test_a_stranger_finds_none_of_it(amira: Plan) -> None:
    found = propose(amira)
    with pytest.raises(NotFound):
        meeting.accept(amira.camilla, amira.id, found, FIRST)
    with access.view(amira.dorte) as view:
        with pytest.raises(NotFound):
            meeting.card(view, found)
        dortes = view.plan.id
    with pytest.raises(NotFound):
        meeting.say_needs(amira.dorte, dortes, found, NewNeeds())


def test_an_interpreter_who_is_not_needed_any_more_does_not_come(amira: Plan) -> None:
    found = propose(amira)
    own = NewGuest(kind="interpreter", name="Hanna", language="ti")
    for language, name in (("ti", "Samir"), ("am", "Selam")):
        meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter",), language=language))
        (need,) = card(amira, found).needs
        meeting.answer_need(amira.bo, amira.id, found, need.id, NeedAnswer(met=True, name=name))
    meeting.invite(amira.citizen, amira.id, found, own)
    assert card(amira, found).meeting.people == ("Bo", "Selam", "Hanna")
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds())
    assert card(amira, found).meeting.people == ("Bo", "Hanna")


def test_whom_we_took_back_we_can_ask_about_again(amira: Plan) -> None:
    found = propose(amira, "bo")
    ask = NewGuest(person=amira.tove)
    tove = meeting.invite(amira.bo, amira.id, found, ask).subject_id
    assert tove
    meeting.answer_guest(amira.bo, amira.id, found, tove, "not_coming", seen="asked")
    with pytest.raises(Conflict):  # a yes to what nobody asks any more
        meeting.answer_guest(amira.citizen, amira.id, found, tove, "coming", seen="asked")
    assert meeting.invite(amira.bo, amira.id, found, ask).kind == "done"
    assert row(Attendance, tove)["answer"] == "asked"
    meeting.answer_guest(amira.citizen, amira.id, found, tove, "not_coming", seen="asked")
    assert meeting.invite(amira.bo, amira.id, found, ask).kind == "unchanged"


def test_the_first_guest_of_a_meeting_without_a_host_is_answered(amira: Plan) -> None:
    where = agreed(amira)
    tove = meeting.invite(amira.bo, amira.id, where, NewGuest(person=amira.tove)).subject_id
    assert tove
    for answer in ("coming", "not_coming"):
        assert meeting.answer_guest(amira.citizen, amira.id, where, tove, answer).kind == "done"


def test_what_is_said_the_second_time_is_not_lost(amira: Plan) -> None:
    first, before = propose(amira, "bo"), revision(amira)
    more: dict[str, Any] = {"purpose": said("Vi ser på boligen"), "notes": (said("Pengene"),), "door": "Den røde"}
    for _ in range(2):
        assert propose(amira, "bo", people=(amira.tove,), **more) == first
    assert revision(amira) == before + 1
    found = card(amira, first).meeting
    assert (found.purpose and found.purpose.text, found.door) == ("Vi ser på boligen", "Den røde")
    assert [point.text.text for point in found.agenda] == ["Pengene"]
    assert [(each.name, each.answer) for each in found.attendance] == [("Bo", "coming"), ("Tove", "asked")]
    assert propose(amira, "bo", purpose=said("Vi ser på pengene")) != first


def test_the_same_times_with_another_way_in_are_offered_anew(amira: Plan) -> None:
    found = propose(amira, "bo", door="Den røde")
    times = NewTimes(**OURS.model_dump(include={"times", "mode", "place", "minutes"}))
    assert meeting.offer(amira.bo, amira.id, found, times).kind == "unchanged"
    new = times.model_copy(update={"door": "Den blå", "link": "https://video.example.dk/1"})
    assert meeting.offer(amira.bo, amira.id, found, new).kind == "done"
    assert (card(amira, found).meeting.door, card(amira, found).meeting.link) == ("Den blå", new.link)


def test_what_waits_stays_in_the_list_and_a_refused_time_begins_nothing(amira: Plan) -> None:
    found = propose(amira, "bo")
    meeting.none_fits(amira.citizen, amira.id, found)
    going = opened(amira)
    clock.start(FIRST)
    with pytest.raises(Invalid, match="not_now"):
        meeting.open_meeting(amira.bo, amira.id, found)
    clock.start(FIRST + timedelta(days=90))
    assert {listed.id for listed in meeting.booked(amira.bo)} == {found, going}


def test_an_answer_is_to_what_was_asked_for(amira: Plan) -> None:
    found = propose(amira)
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter",), language="ti"))
    (need,) = card(amira, found).needs
    meeting.say_needs(amira.citizen, amira.id, found, NewNeeds(kinds=("interpreter",), language="am"))
    with pytest.raises(Conflict):
        meeting.answer_need(amira.bo, amira.id, found, need.id, NeedAnswer(met=True), need.asked)
    assert card(amira, found).needs[0].met is None
    now = card(amira, found).needs[0].asked
    meeting.answer_need(amira.bo, amira.id, found, need.id, NeedAnswer(met=True), now)
