"""Rule: what waits for the municipality, as a leader meets it. Broken promises first; of the plans nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from minplan.desk.glance import CourtLine


def lines(rows: Iterable[Any], today: date) -> list[CourtLine]:
    """One line for each row: `what`, `since`, `promised`, and the contact person's name, department and telephone."""
    return sorted((_line(row, today) for row in rows), key=_place)


def _place(line: CourtLine) -> tuple[bool, date, date, str]:
    return not line.passed, line.since, line.promised or date.max, line.contact or ""


def _line(row: Any, today: date) -> CourtLine:
    passed = row.promised is not None and row.promised < today
    days = max((today - row.since).days, 0)
    return CourtLine(row.what, row.contact, row.department, row.phone, row.since, row.promised, passed, days)
