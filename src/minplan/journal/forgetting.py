"""A name that is let go of stands in no entry any more. Nothing else of an entry ever changes, and none is removed."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlmodel import Session

from minplan.journal.entry import Entry, Values


def forget(session: Session, names: Collection[str], *only: ColumnElement[bool]) -> int:
    """Empty the values called `names` in every entry for which all of `only` holds; how many entries had some."""
    found: Any = session.execute(select(Entry).where(*only)).scalars()
    return sum(_emptied(entry, names) for entry in found)


def _emptied(entry: Entry, names: Collection[str]) -> bool:
    before, after = _without(entry.before, names), _without(entry.after, names)
    changed = (before, after) != (entry.before, entry.after)
    if changed:
        # A JSON column is written when it is given anew.
        entry.before, entry.after = before, after
    return changed


def _without(values: Values, names: Collection[str]) -> Values:
    return {name: "" if name in names and value else value for name, value in values.items()}
