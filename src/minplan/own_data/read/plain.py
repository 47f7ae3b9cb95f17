"""Rows as plain values, which any other system reads."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import clock


def plain_tables(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table with their days, moments and ids as text."""
    return {table: [_plain_row(row) for row in rows] for table, rows in tables.items()}


def _plain_row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def plain(value: Any) -> Any:
    """One value; a moment in the time of the place."""
    if isinstance(value, datetime):
        return clock.local(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
