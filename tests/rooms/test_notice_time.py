"""An unread notice is one row with the newest time, on both databases; once it is read, the next is another."""

from datetime import timedelta

from cast import Plan

from minplan import access, clock, db
from minplan.access import HOME
from minplan.sharing import NoticeView, notices, read_notice


def _tell(amira: Plan, hours: int) -> None:
    with db.writing() as session:
        at = clock.now() + timedelta(hours=hours)
        access.tell(session, HOME, amira.id, [amira.bo, amira.citizen], "meeting", at)


def _of_bo(amira: Plan) -> list[NoticeView]:
    return [each for each in notices(amira.bo) if each.what == "meeting"]


def test_what_is_unread_has_the_newest_time_and_is_told_anew_once_it_is_read(amira: Plan) -> None:
    _tell(amira, 0)
    (first,) = _of_bo(amira)
    _tell(amira, 3)
    (same,) = _of_bo(amira)
    assert same.id == first.id and same.at - first.at >= timedelta(hours=3)
    read_notice(amira.bo, same.id)
    _tell(amira, 4)
    unread, old = _of_bo(amira)
    assert (unread.unread, old.unread, old.at) == (True, False, same.at)
