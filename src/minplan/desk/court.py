"""Rule: what waits for the municipality, as a leader meets it. Broken promises first; of the plans nothing.

A leader meets what the contact person can meet: what a citizen keeps from them is nobody's to ask about.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from minplan.access import Viewer, kept_tracks
from minplan.desk.glance import CourtLine
from minplan.desk.turns import on_open_track


def lines(rows: Iterable[Any], today: date) -> list[CourtLine]:
    """One line for each row that the contact person sees.

    A row has `what`, `since`, `promised`; `kind`, `tracks` and `track` of what it is about; and the contact's
    `person_id`, `contact` (the name), `hidden`, `department` and `phone`.
    """
    return sorted((_line(row, today) for row in rows if on_open_track(row, _contact(row))), key=_place)


def _contact(row: Any) -> Viewer:
    return Viewer(row.person_id, "contact", row.contact or "", kept_tracks(row.hidden))


def _place(line: CourtLine) -> tuple[bool, date, date, str]:
    return not line.passed, line.since or line.promised or date.max, line.promised or date.max, line.contact or ""


def _line(row: Any, today: date) -> CourtLine:
    talking = row.state == "talk"
    passed = row.promised is not None and row.promised < today and not talking
    days = max((today - row.since).days, 0) if row.since else 0
    return CourtLine(row.what, row.contact, row.department, row.phone, row.since, row.promised, passed, days, talking)
