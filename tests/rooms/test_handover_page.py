"""What my new contact person should know: drafted, corrected, sent, taken back; each reads their own part only."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import entries, nothing_written, one_change, row, words
from rooms.test_handover import change, leader, notices
from sqlalchemy import delete

from minplan import access, clock, db, handover
from minplan.errors import Conflict, NotAllowed, NotFound
from minplan.handover import Draft, Handover, NewPage
from minplan.handover.views import ToMe
from minplan.words import NewText

__all__ = ["leader"]

DRAFT, BYE, OWN = "Ring helst om formiddagen.", "Tak for nu.", "Ring aldrig om formiddagen."


@pytest.fixture
def made(amira: Plan, leader: UUID) -> UUID:
    """Amira's contact person was Bo and is Camilla; Bo may write."""
    change(amira, leader, amira.camilla)
    (found,) = handover.left(amira.bo)
    return found.id


def write(amira: Plan, made: UUID, page: str | None = DRAFT, by: UUID | None = None) -> None:
    handover.draft(by or amira.bo, made, Draft(page=said(page) if page else None, goodbye=said(BYE)))


def send(amira: Plan, made: UUID, page: NewText | None, sent: bool = True, seen: UUID | None = None) -> str:
    seen = seen or row(Handover, made)["page_id"]
    return handover.approve(amira.citizen, amira.id, made, NewPage(page=page, seen=seen, sent=sent)).kind


def read_by_camilla(amira: Plan) -> ToMe | None:
    with access.view(amira.camilla, amira.id) as view:
        return handover.to_me(view)


def test_the_new_one_reads_nothing_before_it_is_sent_and_then_the_citizens_own_words(amira: Plan, made: UUID) -> None:
    write(amira, made)
    send(amira, made, said(OWN), sent=False)
    before = read_by_camilla(amira)
    assert before and (before.sent, before.page) == (False, None)
    with one_change(amira):
        assert send(amira, made, said(OWN)) == "done"
    after = read_by_camilla(amira)
    assert after and after.page and (after.page.text, after.old) == (OWN, "Bo")


def test_both_versions_are_kept(amira: Plan, made: UUID) -> None:
    write(amira, made)
    send(amira, made, said(OWN))
    kept = row(Handover, made)
    assert [words(kept[name]) for name in ("page_id", "citizen_page_id", "goodbye_id")] == [DRAFT, OWN, BYE]


def test_the_draft_is_the_old_ones_and_the_citizens(amira: Plan, made: UUID) -> None:
    write(amira, made)
    with access.view(amira.citizen) as view:
        mine = handover.mine(view).latest
    assert mine and mine.page and mine.goodbye and (mine.page.text, mine.goodbye.text) == (DRAFT, BYE)
    assert handover.left(amira.bo)[0].page == mine.page
    for stranger in (amira.camilla, amira.tove, amira.dorte):
        assert handover.left(stranger) == ()
        with nothing_written(amira), pytest.raises(NotFound):
            write(amira, made, by=stranger)


def test_nothing_is_an_answer_too_and_nobody_is_told(amira: Plan, made: UUID) -> None:
    write(amira, made)
    with db.writing() as session:
        session.execute(delete(access.Notice))
    assert send(amira, made, None) == "done"
    assert not notices(amira) and handover.left(amira.bo) == ()
    read = read_by_camilla(amira)
    assert read and (read.sent, read.page) == (True, None)


def test_once_it_is_sent_the_old_one_writes_no_more(amira: Plan, made: UUID) -> None:
    write(amira, made)
    send(amira, made, said(OWN))
    assert handover.left(amira.bo) == ()
    with nothing_written(amira), pytest.raises(Conflict):
        write(amira, made, "Og så lige det her")


def test_taken_back_the_old_one_still_writes_no_more(amira: Plan, made: UUID) -> None:
    send(amira, made, said(OWN))
    handover.take_back(amira.citizen, amira.id, made)
    assert handover.left(amira.bo) == ()
    with nothing_written(amira), pytest.raises(Conflict):
        write(amira, made, "Og så lige det her")


def test_the_old_one_may_write_for_sixty_days(amira: Plan, made: UUID) -> None:
    clock.start(clock.now() + timedelta(days=60, minutes=-1))
    write(amira, made)
    clock.start(clock.now() + timedelta(minutes=1))
    assert handover.left(amira.bo) == ()
    with nothing_written(amira), pytest.raises(NotFound):
        write(amira, made, "Og så lige det her")


def test_taken_back_it_is_gone(amira: Plan, made: UUID) -> None:
    send(amira, made, said(OWN))
    with one_change(amira):
        handover.take_back(amira.citizen, amira.id, made)
    read = read_by_camilla(amira)
    assert read and (read.sent, read.page) == (False, None)
    with nothing_written(amira):
        assert handover.take_back(amira.citizen, amira.id, made).kind == "unchanged"


def test_asked_twice_done_once(amira: Plan, made: UUID) -> None:
    write(amira, made)
    send(amira, made, said(OWN))
    with nothing_written(amira):
        assert send(amira, made, said(OWN)) == "unchanged"


def test_what_was_written_meanwhile_is_read_first(amira: Plan, made: UUID) -> None:
    write(amira, made)
    old = row(Handover, made)["page_id"]
    write(amira, made, "Noget andet")
    with nothing_written(amira), pytest.raises(Conflict):
        send(amira, made, said(OWN), seen=old)


def test_only_the_citizen_sends_it_and_only_the_citizen_reads_that_it_happened(amira: Plan, made: UUID) -> None:
    command = NewPage(page=said(OWN), seen=None, sent=True)
    for other in (amira.camilla, amira.tove):
        with nothing_written(amira), pytest.raises(NotAllowed):
            handover.approve(other, amira.id, made, command)
    send(amira, made, said(OWN))
    assert entries(amira)[0].audience == "citizen"
    assert (amira.camilla, "handover") in notices(amira)


def test_what_was_written_for_one_is_there_for_the_next(amira: Plan, made: UUID, leader: UUID) -> None:
    send(amira, made, said(OWN))
    change(amira, leader, amira.bo, seen=amira.camilla)
    with access.view(amira.citizen) as view:
        latest = handover.mine(view).latest
    assert latest and latest.before and (latest.own, latest.before.text, latest.sent) == (None, OWN, False)
    with access.view(amira.bo, amira.id) as view:
        read = handover.to_me(view)
    assert read and read.page is None, "nobody is given what was meant for another"
