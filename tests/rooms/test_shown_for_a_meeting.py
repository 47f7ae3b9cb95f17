"""A picture that is brought along: who reads it, what they answer, and that the citizen reads it afterwards."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import keepsakes
import pytest
from cast import Plan, said
from meetings import agreed, opened
from props import entries, everything, nothing_written, one_change
from sqlalchemy import select

from minplan import access, clock, db, feelings, meeting, vault
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.feelings import own
from minplan.feelings.showing import ShownTo

NOTE = {"text": "Det begyndte i mandags", "lang": "da"}
PICTURE: dict[str, Any] = {"day": "hard", "sizes": {"afraid": 3}, "own": [], "note": NOTE}


def kept(amira: Plan) -> UUID:
    with own.writing(amira.citizen) as mine:
        return mine.keep("checkin", PICTURE)


def show(amira: Plan, picture: UUID, at: UUID, *people: UUID, with_note: bool = False) -> UUID:
    told = people or (amira.bo,)
    found = keepsakes.show(amira.citizen, amira.id, "checkin", picture, at, told, with_note).subject_id
    assert found
    return found


def answer(amira: Plan, at: UUID, showing: UUID, text: str = "", seen: str = "", who: UUID | None = None) -> str:
    words = said(text) if text else None
    return feelings.answer_shown(who or amira.bo, amira.id, at, showing, seen, words).kind


def seen_by(amira: Plan, who: UUID, at: UUID) -> list[feelings.Shown]:
    with access.view(who, amira.id, "shown") as view:
        return feelings.shown(view, "checkin", at)


def brought(amira: Plan, at: UUID) -> list[feelings.Brought]:
    with own.reading(amira.citizen) as mine:
        return feelings.brought(mine, at)


def test_who_was_shown_it_answers_and_the_citizen_reads_that(amira: Plan) -> None:
    at = agreed(amira)
    showing = show(amira, kept(amira), at)
    assert answer(amira, at, showing, "Tak, fordi du viste mig det") == "done"
    (mine,) = brought(amira, at)
    assert mine.shown
    (receipt,) = mine.shown.people
    assert receipt.name == "Bo" and receipt.read_at and receipt.words
    assert receipt.words.text == "Tak, fordi du viste mig det"
    (theirs,) = seen_by(amira, amira.bo, at)
    assert theirs.read_at and theirs.words == receipt.words
    assert answer(amira, at, showing, "Tak, fordi du viste mig det") == "unchanged"


def test_the_answer_is_locked_with_the_citizens_key(amira: Plan) -> None:
    at = agreed(amira)
    showing = show(amira, kept(amira), at)
    answer(amira, at, showing, "Kanariefugl")
    with db.reading() as connection:
        (said_there,) = connection.execute(select(ShownTo.words)).scalars()  # type: ignore[call-overload]
    assert len(said_there) == 1 + 12 + 512 + 16
    assert "Kanariefugl" not in str(everything())


def test_nobody_else_answers_and_nobody_when_it_is_over(amira: Plan) -> None:
    at, other = agreed(amira), agreed(amira)
    showing = show(amira, kept(amira), at)
    with nothing_written(amira):
        for who, where, what in ((amira.tove, at, showing), (amira.bo, other, showing), (amira.bo, at, uuid4())):
            with pytest.raises(NotFound):
                answer(amira, where, what, who=who)
        with pytest.raises(NotAllowed):
            answer(amira, at, showing, who=amira.citizen)
    feelings.take_back(amira.citizen, amira.id, showing)
    with pytest.raises(NotFound):
        answer(amira, at, showing)


def test_when_the_day_is_over_there_is_nothing_to_read_or_to_answer(amira: Plan) -> None:
    at = agreed(amira)
    picture = kept(amira)
    showing = show(amira, picture, at)
    answer(amira, at, showing, "Det husker jeg")
    clock.start(clock.now() + timedelta(days=1))
    assert seen_by(amira, amira.bo, at) == [] == brought(amira, at)
    with pytest.raises(NotFound):
        answer(amira, at, showing, "Endnu noget", "Det husker jeg")
    with own.reading(amira.citizen) as mine:
        (told,) = feelings.receipts(mine, picture)
    assert not told.stands and told.people[0].words and told.people[0].words.text == "Det husker jeg"


def test_two_windows_of_one_reader_lose_no_sentence(amira: Plan) -> None:
    at = agreed(amira)
    showing = show(amira, kept(amira), at)
    answer(amira, at, showing, "Tak")
    with pytest.raises(Conflict) as refused:
        answer(amira, at, showing, "Jeg ringer", seen="")
    assert refused.value.theirs == "Tak"
    assert answer(amira, at, showing, "Jeg ringer", seen="Tak") == "done"


def test_the_note_goes_along_only_where_that_was_agreed(amira: Plan) -> None:
    at, picture = agreed(amira), kept(amira)
    show(amira, picture, at)
    assert seen_by(amira, amira.bo, at)[0].content["note"] is None  # type: ignore[index]
    show(amira, picture, at, with_note=True)
    (theirs,) = seen_by(amira, amira.bo, at)
    assert theirs.content and theirs.content["note"] == NOTE and "along" not in theirs.content
    feelings.write_note(amira.citizen, picture, NOTE["text"], said("Det her er kun til mig"))
    assert seen_by(amira, amira.bo, at)[0].content["note"] is None  # type: ignore[index]
    assert [each.with_note for each in brought(amira, at)] == [False]


def test_asked_twice_it_is_shown_once_and_with_others_it_is_shown_anew(amira: Plan) -> None:
    at, picture = agreed(amira), kept(amira)
    first = show(amira, picture, at, with_note=True)
    with nothing_written(amira):
        assert show(amira, picture, at, with_note=True) == first
    with one_change(amira):
        assert show(amira, picture, at, amira.tove) != first
    assert seen_by(amira, amira.bo, at) == [] and len(seen_by(amira, amira.tove, at)) == 1


def test_a_meeting_whose_day_is_over_takes_nothing_more(amira: Plan) -> None:
    at = agreed(amira, clock.now() - timedelta(days=1))
    with pytest.raises(Invalid):
        show(amira, kept(amira), at)
    today = agreed(amira)
    with access.view(amira.citizen) as view:
        assert [each.id for each in feelings.meetings_ahead(view)] == [today]


def test_the_room_hears_of_it_and_the_history_does_not(amira: Plan) -> None:
    at = opened(amira)
    versions = [_version(amira, at)]
    showing = show(amira, kept(amira), at)
    versions.append(_version(amira, at))
    answer(amira, at, showing, "Tak")
    versions.append(_version(amira, at))
    feelings.take_back(amira.citizen, amira.id, showing)
    versions.append(_version(amira, at))
    assert len(set(versions)) == 4
    assert {entry.audience for entry in entries(amira, 3)} == {"room"}


def test_the_citizen_hears_of_an_answer_when_they_do_not_sit_together(amira: Plan) -> None:
    at = agreed(amira)
    showing = show(amira, kept(amira), at)
    answer(amira, at, showing)
    assert _told(amira.citizen) == 1


def test_a_lost_key_leaves_the_way_back(amira: Plan) -> None:
    at = agreed(amira)
    showing = show(amira, kept(amira), at)
    answer(amira, at, showing, "Tak")
    vault.destroy(amira.citizen)
    (each,) = brought(amira, at)
    assert each.content is None and each.shown is None
    assert seen_by(amira, amira.bo, at)[0].words is None
    assert feelings.take_back(amira.citizen, amira.id, showing).kind == "done"


def _version(amira: Plan, at: UUID) -> str:
    with access.view(amira.bo, amira.id) as view:
        return meeting.room_version(view, at)


def _told(who: UUID) -> int:
    with db.reading() as connection:
        return len(list(connection.execute(select(access.Notice.id).where(access.Notice.person_id == who))))  # type: ignore[call-overload]
