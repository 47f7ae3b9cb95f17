"""The demo's dates move together, and a meeting at ten stays at ten."""

from datetime import date
from typing import Any

from minplan import exchange
from minplan.clock import COPENHAGEN
from minplan.exchange.check import check
from minplan.exchange.shift import shifted

KARIN, YUSUF = exchange.documents()[2], exchange.documents()[0]


def _move(document: dict[str, Any], today: str) -> dict[str, Any]:
    return shifted(document, date.fromisoformat(today), COPENHAGEN)


def test_on_its_own_day_a_document_stays_as_it_is() -> None:
    assert _move(KARIN, "2026-11-22") == KARIN


def test_every_date_is_as_far_from_today_as_before() -> None:
    moved = _move(YUSUF, "2027-07-01")
    step = moved["goals"][0]["milestones"][0]["steps"][1]
    assert moved["as_of"] == "2027-07-01"
    assert (step["since"], step["when"], step["title"]["slots"]["date"]) == ("2027-06-29", "2027-07-09", "2027-07-09")
    assert moved["wins"][0]["on"] == "2027-06-09"
    assert check(moved) == []


def test_a_meeting_keeps_its_clock_through_summer_time() -> None:
    assert KARIN["meetings"][0]["starts"] == "2026-12-03T10:00:00+01:00"
    assert _move(KARIN, "2027-07-01")["meetings"][0]["starts"] == "2027-07-12T10:00:00+02:00"


def test_a_move_there_and_back_changes_nothing() -> None:
    for document in exchange.documents():
        assert _move(_move(document, "2031-03-30"), document["as_of"]) == document
