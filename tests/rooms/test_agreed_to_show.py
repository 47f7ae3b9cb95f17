"""Only what the citizen read when they said yes is shown: not what comes later, and not because a row says so."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import keepsakes
import pytest
from cast import Plan, said
from meetings import agreed, closed
from sqlalchemy import Engine, text

from minplan import access, clock, db, feelings, meeting, vault
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings import CheckIn, NewStrength, own
from minplan.feelings.showing import Showing, ShownTo
from minplan.meeting import Meeting
from minplan.words import NewText

HARD = CheckIn("hard", {"powerless": 4})


def picture(amira: Plan, note: str = "") -> UUID:
    made = feelings.keep_checkin(amira.citizen, HARD).subject_id
    assert made
    if note:
        feelings.write_note(amira.citizen, made, "", said(note))
    return made


def strength(amira: Plan, words: str = "Blid") -> UUID:
    feelings.keep_strengths(amira.citizen, [NewStrength(shelf="worth", words=said(words))])
    return feelings.strengths(amira.citizen)[0].id


def strengths_seen(amira: Plan) -> list[str | None]:
    with access.view(amira.bo, amira.id, "shown") as view:
        return [each.words.text for each in feelings.shown_strengths(view)]


def pictures_seen(amira: Plan, at: UUID, who: UUID | None = None) -> int:
    with access.view(who or amira.bo, amira.id, "shown") as view:
        return len(feelings.shown(view, "checkin", at))


def lift_seen(amira: Plan) -> str | None:
    with access.view(amira.bo, amira.id, "step") as view:
        found = feelings.lift_on(view, amira.step)
        return found.answer if found else None


def after_seen(amira: Plan, made: UUID) -> list[feelings.Pulse]:
    with access.view(amira.bo, amira.id, "summary") as view:
        return feelings.shown_after(view, made)


def later(days: int) -> None:
    clock.start(clock.now() + timedelta(days=days))


def test_an_answer_in_the_place_of_one_that_ran_out_is_shown_to_nobody(amira: Plan) -> None:
    feelings.stay(amira.citizen, 1)
    made = closed(amira, amira.step)
    feelings.say_lift(amira.citizen, amira.step, "lifts")
    keepsakes.show_lift(amira.citizen, amira.step)
    first = feelings.answer_after(amira.citizen, made, {"sense": 4})
    keepsakes.show_to_team(amira.citizen, "pulse", first)
    later(70)
    assert feelings.lift(amira.citizen, amira.step) is None
    feelings.say_lift(amira.citizen, amira.step, "drains")
    feelings.answer_after(amira.citizen, made, {"sense": 0})
    assert lift_seen(amira) is None and after_seen(amira, made) == []
    (kept,) = feelings.pulses(amira.citizen)
    assert kept.showing is None and kept.id != first


def test_a_window_between_two_answers_shows_only_its_own(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    made = closed(amira, amira.step)

    def other_window() -> None:
        feelings.say_lift(amira.citizen, amira.step, "lifts")
        keepsakes.show_lift(amira.citizen, amira.step)
        words = feelings.say_after(amira.citizen, made, "", said("venligt"))
        assert words
        keepsakes.show_to_team(amira.citizen, "pulse", words)

    _between(monkeypatch, other_window)
    feelings.say_lift(amira.citizen, amira.step, "drains")
    assert lift_seen(amira) is None
    _between(monkeypatch, other_window)
    feelings.say_after(amira.citizen, made, "venligt", said("HEMMELIGT"))
    assert after_seen(amira, made) == []


def _between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Let something happen just before the next thing is written."""
    real = own.writing

    def writing(by: UUID):  # type: ignore[no-untyped-def]
        monkeypatch.setattr(own, "writing", real)
        act()
        return real(by)

    monkeypatch.setattr(own, "writing", writing)


def test_an_old_page_shows_nothing_that_was_written_since(amira: Plan) -> None:
    card, made = strength(amira), closed(amira, amira.step)
    feelings.say_lift(amira.citizen, amira.step, "lifts")
    pulse = feelings.answer_after(amira.citizen, made, {"decide": 4})
    lift = feelings.lift(amira.citizen, amira.step)
    assert lift
    before = {each: keepsakes.print_now(amira.citizen, *each) for each in (("strength", card), ("pulse", pulse))}
    feelings.reword_strength(amira.citizen, card, "Blid", said("HEMMELIG"))
    feelings.answer_after(amira.citizen, made, {"decide": 0})
    feelings.say_lift(amira.citizen, amira.step, "drains")
    for (kind, keepsake), seen in before.items():
        with pytest.raises(Conflict):
            feelings.show_to_team(amira.citizen, kind, keepsake, seen, feelings.FOR_TEAM)
    with pytest.raises(Conflict):
        feelings.show_lift(amira.citizen, amira.step, lift.seen, feelings.FOR_TEAM)
    assert strengths_seen(amira) == after_seen(amira, made) == [] and lift_seen(amira) is None


def test_a_note_that_was_written_after_the_page_does_not_go_along(amira: Plan) -> None:
    at, mine = agreed(amira), picture(amira, "EN")
    seen = keepsakes.print_now(amira.citizen, "checkin", mine, with_note=True)
    feelings.write_note(amira.citizen, mine, "EN", said("TO"))
    with pytest.raises(Conflict):
        feelings.show(
            amira.citizen, amira.id, "checkin", mine, seen, feelings.FOR_MEETING, at, [amira.bo], with_note=True
        )
    assert pictures_seen(amira, at) == 0


def test_the_yes_is_to_the_words_that_stood_there(amira: Plan) -> None:
    card, at, mine = strength(amira), agreed(amira), picture(amira)
    seen = keepsakes.print_now(amira.citizen, "strength", card)
    for wording in ("", "2026-11-22", feelings.FOR_MEETING):
        with pytest.raises(Invalid):
            feelings.show_to_team(amira.citizen, "strength", card, seen, wording)
    keepsakes.show_to_team(amira.citizen, "strength", card)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo])
    with db.reading() as connection:
        said_yes = connection.execute(text("SELECT agreed FROM showing ORDER BY agreed")).scalars()
        assert list(said_yes) == [feelings.FOR_MEETING, feelings.FOR_TEAM]


def test_rows_alone_show_nothing(amira: Plan, database: Engine) -> None:
    """Whoever can write in the database, and has no key, shows nobody anything."""
    card, at, mine = strength(amira), agreed(amira), picture(amira)
    with db.writing() as session:
        session.add(Showing(keepsake_id=card, plan_id=amira.id, at=clock.now(), agreed=feelings.FOR_TEAM))
    assert strengths_seen(amira) == []
    showing = keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo]).subject_id
    assert showing
    with db.writing() as session:
        session.add(ShownTo(showing_id=showing, person_id=amira.tove))
    assert (pictures_seen(amira, at), pictures_seen(amira, at, amira.tove)) == (1, 0)
    with pytest.raises(NotFound):
        feelings.answer_shown(amira.tove, amira.id, at, showing, "", None)
    feelings.take_back(amira.citizen, amira.id, showing)
    with database.begin() as connection:
        connection.execute(text("UPDATE showing SET ended_at = NULL"))
    assert pictures_seen(amira, at) == 0
    with own.reading(amira.citizen) as reading:
        assert feelings.brought(reading, at) == [] and feelings.strengths(amira.citizen)[0].showing is None


def test_a_meeting_that_is_moved_takes_nothing_along_to_another_day(amira: Plan) -> None:
    at, mine = agreed(amira, clock.now() + timedelta(days=2)), picture(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo])
    with db.writing() as session:
        row = session.get_one(Meeting, at)
        row.starts, row.ends = row.starts + timedelta(days=90), row.ends + timedelta(days=90)
    later(2)
    assert pictures_seen(amira, at) == 1
    later(1)
    with own.reading(amira.citizen) as reading:
        (each,) = feelings.brought(reading, at)
        (told,) = feelings.receipts(reading, mine)
    assert pictures_seen(amira, at) == 0 and each.shown and not each.shown.stands and told.until
    assert keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo]).kind == "done"
    assert pictures_seen(amira, at) == 1


def test_a_meeting_that_is_held_after_all_is_the_same_one_on_the_same_day(amira: Plan) -> None:
    at, mine = agreed(amira, clock.now() - timedelta(minutes=5)), picture(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo])
    meeting.say_missed(amira.bo, amira.id, at)
    assert pictures_seen(amira, at) == 0
    meeting.arrive(amira.bo, amira.id, at)
    assert pictures_seen(amira, at) == 1


def test_what_is_let_go_as_something_else_is_left_as_it_is(amira: Plan) -> None:
    at, mine = agreed(amira), picture(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, at, [amira.bo])
    for wrong in (("worry", mine), ("checkin", uuid4())):
        with pytest.raises(NotFound):
            feelings.let_go(amira.citizen, *wrong)
    assert pictures_seen(amira, at) == 1


def test_words_are_shown_with_their_own_yes_and_no_other(amira: Plan) -> None:
    made = closed(amira, amira.step)
    feelings.say_after(amira.citizen, made, "", said("Mere tid"), feelings.FOR_TEAM)
    assert [each.words and each.words.text for each in after_seen(amira, made)] == ["Mere tid"]
    feelings.say_after(amira.citizen, made, "Mere tid", NewText(text="Mere tid", lang="ar"))
    assert after_seen(amira, made) == []


def test_an_answer_is_taken_back_without_the_key_too(amira: Plan, database: Engine) -> None:
    feelings.say_lift(amira.citizen, amira.step, "drains")
    keepsakes.show_lift(amira.citizen, amira.step)
    vault.destroy(amira.citizen)
    assert feelings.hide_lift(amira.citizen, amira.step).kind == "done"
    with database.connect() as connection:
        assert list(connection.execute(text("SELECT ended_at FROM showing WHERE ended_at IS NULL"))) == []
