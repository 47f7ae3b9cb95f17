"""The album: kept once, noted without losing words, for as long as the citizen says, and gone at one word."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from uuid import UUID

import keepsakes
import pytest
from cast import Plan, said
from sqlalchemy import Engine, select, text, update

from minplan import access, clock, db, feelings, own_data, vault
from minplan.errors import Conflict, Invalid, Locked, NotFound
from minplan.feelings import CheckIn, own
from minplan.feelings.showing import ShownTo
from minplan.meeting import Meeting

WORRIED = CheckIn("mixed", {"worried": 4, "hopeful": 2})


def kept(amira: Plan, **told: object) -> UUID:
    found = feelings.keep_checkin(amira.citizen, CheckIn("good", {"glad": 3}, **told)).subject_id  # type: ignore[arg-type]
    assert found
    return found


def pictures(amira: Plan) -> list[own.Opened]:
    with own.reading(amira.citizen) as mine:
        return mine.every("checkin")


def later(days: int) -> None:
    clock.start(clock.now() + timedelta(days=days))


def shown_to_bo(amira: Plan, checkin: UUID) -> UUID:
    starts = clock.now() + timedelta(days=2)
    hour = {"starts": starts, "ends": starts + timedelta(hours=1), "place": "Her", "mode": "office"}
    row = Meeting(plan_id=amira.id, position=1, **hour)
    with db.writing() as session:
        session.add(row)
    found = keepsakes.show(amira.citizen, amira.id, "checkin", checkin, row.id, [amira.bo]).subject_id
    assert found
    return found


def revision(database: Engine) -> object:
    with database.connect() as connection:
        return list(connection.execute(text("SELECT id, revision FROM plan ORDER BY id")))


def test_the_same_picture_sent_twice_is_kept_once_with_the_yes_to_it(amira: Plan) -> None:
    assert feelings.keep_checkin(amira.citizen, WORRIED).kind == "done"
    assert feelings.keep_checkin(amira.citizen, WORRIED).kind == "unchanged"
    assert [each.content["agreed"] for each in pictures(amira)] == [feelings.KEPT_AGREED]
    later(1)
    assert feelings.keep_checkin(amira.citizen, WORRIED).kind == "done"
    assert len(pictures(amira)) == 2


def test_keeping_noting_and_letting_go_leave_no_trace_on_the_plan(amira: Plan, database: Engine) -> None:
    before = revision(database)
    mine = kept(amira)
    feelings.write_note(amira.citizen, mine, "", said("om natten"))
    feelings.stay(amira.citizen, 3)
    feelings.let_go(amira.citizen, "checkin", mine)
    assert feelings.empty(amira.citizen) == 0, "how long things stay is not one of them"
    assert revision(database) == before


def test_a_note_is_written_changed_and_taken_off(amira: Plan) -> None:
    mine = kept(amira)
    for seen, new in (("", said("mest om natten")), ("mest om natten", said("الليل", "ar")), ("الليل", None)):
        assert feelings.write_note(amira.citizen, mine, seen, new).kind == "done"
        assert pictures(amira)[0].content["note"] == (new and {"text": new.text, "lang": new.lang})
        assert feelings.write_note(amira.citizen, mine, seen, new).kind == "unchanged"


def test_two_windows_lose_no_note(amira: Plan) -> None:
    mine = kept(amira)
    feelings.write_note(amira.citizen, mine, "", said("den første"))
    with pytest.raises(Conflict) as raised:
        feelings.write_note(amira.citizen, mine, "", said("den anden"))
    assert (raised.value.mine.text, raised.value.theirs.text) == ("den anden", "den første")
    assert pictures(amira)[0].content["note"]["text"] == "den første"


def test_a_note_is_the_citizens_own_alone(amira: Plan) -> None:
    mine = kept(amira)
    for other in (amira.bo, amira.tove, amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            feelings.write_note(other, mine, "", said("min"))
        with pytest.raises(NotFound):
            feelings.let_go(other, "checkin", mine)
    assert len(pictures(amira)) == 1


def test_how_long_things_stay_holds_for_what_is_there_too(amira: Plan) -> None:
    kept(amira)
    assert pictures(amira)[0].until.isoformat() == "2027-05-31"  # type: ignore[union-attr]
    later(20)
    for months, until in ((12, "2027-11-30"), (3, "2027-02-28"), (1, "2026-12-31")):
        assert feelings.stay(amira.citizen, months) == 0
        assert [each.until and each.until.isoformat() for each in pictures(amira)] == [until]
    with own.reading(amira.citizen) as mine:
        assert mine.months() == 1 and len(mine.every("keeping")) == 1


def test_what_a_shorter_time_would_take_is_told_before_it_goes(amira: Plan, database: Engine) -> None:
    old = kept(amira)
    later(50)
    kept(amira)
    shown_to_bo(amira, old)
    before = revision(database)
    assert feelings.stay(amira.citizen, 1) == 1
    assert len(pictures(amira)) == 2 and revision(database) == before, "nothing is changed unasked"
    assert feelings.stay(amira.citizen, 1, told=1) == 1
    assert [each.id for each in pictures(amira)] != [old] and len(pictures(amira)) == 1
    assert revision(database) != before, "whoever was shown it learns that it is taken back"


@pytest.mark.parametrize("months", [0, -1, 2, 600])
def test_only_an_offered_time_can_be_chosen(amira: Plan, months: int) -> None:
    with pytest.raises(Invalid):
        feelings.stay(amira.citizen, months)


def test_what_is_good_to_be_good_at_stays(amira: Plan) -> None:
    with own.writing(amira.citizen) as mine:
        mine.keep("strength", {"phrase": "strength.listens"})
        mine.keep("worry", {"picture": "money"})
    feelings.stay(amira.citizen, 1)
    later(50)
    with own.reading(amira.citizen) as mine:
        assert len(mine.every("strength")) == 1 and mine.every("worry") == []
    assert own_data.tidy(dry_run=True)["keepsake"] == 1
    own_data.tidy()
    assert feelings.how_many(amira.citizen) == 1


def test_retention_takes_the_picture_with_all_that_was_shown_of_it(amira: Plan, database: Engine) -> None:
    shown_to_bo(amira, kept(amira))
    assert own_data.tidy(dry_run=True)["keepsake"] == 0
    later(365)
    would = own_data.tidy(dry_run=True)
    assert (would["keepsake"], would["showing"], would["shown_to"]) == (1, 1, 1)
    gone = own_data.tidy()
    assert (gone["keepsake"], gone["showing"], gone["shown_to"]) == (1, 1, 1)
    with database.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM keepsake")).scalar_one() == 0


def test_a_picture_that_goes_is_taken_back_first(amira: Plan, database: Engine) -> None:
    mine = kept(amira)
    shown_to_bo(amira, mine)
    before = revision(database)
    feelings.let_go(amira.citizen, "checkin", mine)
    with pytest.raises(NotFound):
        feelings.let_go(amira.citizen, "checkin", mine)
    assert revision(database) != before, "open screens are told"
    assert pictures(amira) == []


def test_everything_goes_without_a_key_too(amira: Plan) -> None:
    kept(amira)
    shown_to_bo(amira, kept(amira, note=said("om natten")))
    vault.destroy(amira.citizen)
    assert feelings.how_many(amira.citizen) == 2
    assert feelings.empty(amira.citizen) == 2 and feelings.how_many(amira.citizen) == 0
    assert kept(amira), "and one can begin again"


def test_the_citizen_sees_to_whom_it_was_shown_and_what_they_answered(amira: Plan, database: Engine) -> None:
    mine = kept(amira)
    showing = shown_to_bo(amira, mine)
    with own.reading(amira.citizen) as reading:
        answer = reading.connection.execute(select(ShownTo.id)).scalar_one()  # type: ignore[call-overload]
        sealed = reading.box.seal(answer, {"text": "Tak, jeg har læst det.", "lang": "da"})
    read = update(ShownTo).values(words=sealed, read_at=clock.now())
    with database.begin() as connection:
        connection.execute(read)
    with own.reading(amira.citizen) as reading:
        (found,) = feelings.receipts(reading, mine)
    assert found.id == showing and found.stands and found.ended_at is None and found.meeting_at
    (receipt,) = found.people
    assert receipt.name == "Bo" and receipt.read_at and receipt.words == ("Tak, jeg har læst det.", "da", None, None)
    feelings.take_back(amira.citizen, amira.id, showing)
    with own.reading(amira.citizen) as reading:
        (over,) = feelings.receipts(reading, mine)
    assert not over.stands and over.ended_at and over.people == found.people


def test_what_is_kept_goes_home_opened_and_never_as_bytes(amira: Plan) -> None:
    kept(amira, note=said("mest om natten"))
    with access.view(amira.citizen) as view:
        home = own_data.everything(view, names=True)
        assert [row["content"]["sizes"] for row in home["keepsake"]] == [{"glad": 3}]
        assert home["keepsake"][0]["content"]["note"]["text"] == "mest om natten" and "slot" not in home["keepsake"][0]
        vault.destroy(amira.citizen)
        left = own_data.everything(view, names=True)
    assert "not_here" not in home["rules"]["keepsake"] and "nobody can open it" in left["rules"]["keepsake"]["not_here"]
    assert [row["content"] for row in left["keepsake"]] == [None]


def test_who_deletes_everything_keeps_the_time_they_chose_under_a_new_key(amira: Plan) -> None:
    feelings.stay(amira.citizen, 1)
    kept(amira)
    before = vault.box(amira.citizen).slot("x")
    assert feelings.empty(amira.citizen) == 1
    with own.reading(amira.citizen) as mine:
        assert mine.months() == 1 and mine.box.slot("x") != before and mine.every("checkin") == []
    feelings.forget(amira.citizen)
    assert not vault.is_kept(amira.citizen)


def test_what_is_being_kept_while_all_is_deleted_goes_too_or_stands_under_the_new_key(amira: Plan) -> None:
    kept(amira)
    wrote, go_on = Event(), Event()

    def keep_slowly() -> None:
        with own.writing(amira.citizen) as mine:
            mine.keep("worry", {"picture": None, "words": {"text": "ny", "lang": "da"}, "taken": []})
            wrote.set()
            go_on.wait(5)

    with ThreadPoolExecutor(2) as pool:
        keeping = pool.submit(keep_slowly)
        assert wrote.wait(5)
        deleting = pool.submit(feelings.forget, amira.citizen)
        with pytest.raises(TimeoutError):
            deleting.result(0.3)
        go_on.set()
        keeping.result(5)
        assert deleting.result(5) == 2
    assert feelings.how_many(amira.citizen) == 0 and not vault.is_kept(amira.citizen)
    assert kept(amira), "and one can begin again"


def test_what_is_over_is_not_counted_and_a_lost_key_to_it_stops_nobody(amira: Plan) -> None:
    kept(amira)
    later(365)
    assert feelings.how_many(amira.citizen) == 0
    vault.destroy(amira.citizen)
    assert kept(amira) and feelings.how_many(amira.citizen) == 1


def test_a_row_does_not_tell_on_which_day_of_its_month_something_was_kept(amira: Plan, database: Engine) -> None:
    for _ in range(5):
        kept(amira)
        later(3)
    with database.connect() as connection:
        days = connection.execute(text("SELECT DISTINCT until FROM keepsake")).scalars().all()
    assert [str(day) for day in days] == ["2027-05-31"]


def test_with_a_lost_key_nothing_is_kept_over_it(amira: Plan) -> None:
    mine = kept(amira)
    vault.destroy(amira.citizen)
    for verb in (lambda: kept(amira), lambda: feelings.stay(amira.citizen, 3)):
        with pytest.raises(Locked):
            verb()
    feelings.let_go(amira.citizen, "checkin", mine)
