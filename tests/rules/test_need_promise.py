"""By when a need is answered: from the day it was said, and never after the meeting has begun."""

from datetime import date, datetime, timedelta
from typing import Any

from minplan import clock
from minplan.meeting.before.promise import answer_day, asked

NOON = datetime(2026, 11, 16, 12, tzinfo=clock.COPENHAGEN)


def test_a_need_waits_from_when_it_was_said_and_anew_after_an_answer() -> None:
    later, last = NOON + timedelta(days=1), NOON + timedelta(days=3)
    told: list[tuple[datetime, str, dict[str, Any]]] = [
        (NOON, "say_needs", {"needs": ["quiet"]}),
        (later, "say_needs", {"needs": ["quiet", "other"]}),
    ]
    assert asked(told) == {"quiet": NOON, "other": later}
    told += [(later, "answer_need", {"need": "quiet", "met": True}), (last, "say_needs", {"needs": ["quiet"]})]
    assert asked(told) == {"quiet": last}


def test_no_answer_is_promised_for_after_the_meeting() -> None:
    promised = date(2026, 11, 18)
    assert answer_day(promised, NOON + timedelta(days=8)) == promised
    assert answer_day(promised, NOON + timedelta(days=2)) is None
    assert answer_day(None, NOON) is None
