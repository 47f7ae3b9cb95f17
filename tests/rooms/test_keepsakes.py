"""What a citizen keeps: theirs alone, until they show one thing to somebody, and no longer than that."""

from datetime import timedelta
from uuid import UUID

import keepsakes
import pytest
from cast import Plan
from sqlalchemy import Engine, text

from minplan import access, clock, db, feelings, vault
from minplan.errors import Invalid, Locked, NotAllowed, NotFound
from minplan.feelings import own
from minplan.meeting import Meeting


def kept(amira: Plan, kind: str = "checkin", **content: object) -> UUID:
    with own.writing(amira.citizen) as mine:
        return mine.keep(kind, {"word": "vulkan", **content})


def agreed_meeting(amira: Plan) -> UUID:
    starts = clock.now() + timedelta(days=2)
    hour = {"starts": starts, "ends": starts + timedelta(hours=1), "place": "Her", "mode": "office"}
    row = Meeting(plan_id=amira.id, position=1, **hour)
    with db.writing() as session:
        session.add(row)
    return row.id


def seen_by(amira: Plan, who: UUID, meeting: UUID | None = None) -> list[object]:
    with access.view(who, amira.id, "shown") as view:
        return [each.content for each in feelings.shown(view, "checkin", meeting)]


def test_what_is_kept_comes_back_the_newest_first_and_says_when(amira: Plan) -> None:
    kept(amira, word="først")
    clock.start(clock.now() + timedelta(days=1))
    kept(amira, word="sidst")
    with own.reading(amira.citizen) as mine:
        found = mine.every("checkin")
        assert [each.content["word"] for each in found] == ["sidst", "først"]
        assert found[0].at - found[1].at >= timedelta(days=1)
        assert found[0].until and found[0].until.isoformat() == "2027-05-31"


def test_nobody_else_has_a_door_to_it(amira: Plan) -> None:
    mine = kept(amira)
    for other in (amira.bo, amira.tove, amira.camilla):
        with pytest.raises(NotFound), own.reading(other):
            pass
        with pytest.raises((NotFound, NotAllowed)):
            keepsakes.show(other, amira.id, "checkin", mine)
    with own.reading(amira.dorte) as hers:
        assert hers.every("checkin") == []


def test_the_row_says_nothing(amira: Plan, database: Engine) -> None:
    kept(amira, word="vulkan")
    with database.connect() as connection:
        content = connection.execute(text("SELECT content FROM keepsake")).scalar_one()
    assert b"vulkan" not in bytes(content) and len(content) == 1 + 12 + 512 + 16


def test_it_is_shown_to_those_named_for_one_meeting_until_taken_back(amira: Plan) -> None:
    mine, meeting = kept(amira), agreed_meeting(amira)
    showing = keepsakes.show(amira.citizen, amira.id, "checkin", mine, meeting, [amira.bo]).subject_id
    assert [each["word"] for each in seen_by(amira, amira.bo, meeting)] == ["vulkan"]  # type: ignore[index]
    assert seen_by(amira, amira.bo) == seen_by(amira, amira.tove, meeting) == []
    assert showing and feelings.take_back(amira.citizen, amira.id, showing).kind == "done"
    assert seen_by(amira, amira.bo, meeting) == []


@pytest.mark.parametrize("over", ["state = 'cancelled', cancelled_by = 'citizen'", "state = 'missed'", "ends"])
def test_it_is_shown_no_longer_than_the_meeting(amira: Plan, database: Engine, over: str) -> None:
    mine, meeting = kept(amira), agreed_meeting(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, meeting, [amira.bo])
    if over == "ends":
        clock.start(clock.now() + timedelta(days=3))
    else:
        with database.begin() as connection:
            connection.execute(text(f"UPDATE meeting SET {over}"))
    assert seen_by(amira, amira.bo, meeting) == []


def test_only_somebody_who_works_with_the_plan_can_be_named(amira: Plan) -> None:
    mine, meeting = kept(amira), agreed_meeting(amira)
    for nobody in ([], [amira.camilla], [amira.bo, amira.dorte]):
        with pytest.raises(Invalid):
            keepsakes.show(amira.citizen, amira.id, "checkin", mine, meeting, nobody)


def test_without_the_key_it_is_locked_and_can_still_be_deleted(amira: Plan) -> None:
    mine = kept(amira)
    vault.destroy(amira.citizen)
    with own.reading(amira.citizen) as reading, pytest.raises(Locked):
        reading.every("checkin")
    with pytest.raises(Locked):
        kept(amira)
    with own.writing(amira.citizen) as writing:
        assert writing.let_go("checkin", mine)
    assert kept(amira)


def test_forgetting_destroys_the_key_and_everything_that_was_shown(amira: Plan) -> None:
    mine, meeting = kept(amira), agreed_meeting(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", mine, meeting, [amira.bo])
    assert feelings.forget(amira.citizen) == 1
    assert not vault.is_kept(amira.citizen) and seen_by(amira, amira.bo, meeting) == []
