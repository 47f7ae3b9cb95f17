"""Verbs that read the journal: the whole history, and what is new since somebody's last visit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import journal
from minplan.access import View
from minplan.journey.drawing import words_of
from minplan.journey.store import rows
from minplan.journey.views import Way
from minplan.words import Words

# What is no news to anybody: the beginning itself.
_QUIET = frozenset({"import"})
# How far back a professional's page looks for the newest change that they may know of.
_LATEST = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the reader meets it: who did it, and whether that was the reader."""

    entry: journal.News
    by: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Changes, newest first, with the words that they point at: texts by text id, titles by step id.

    `moved_at` is when the plan last changed, as far as the viewer may know; None where it does not say.
    """

    changes: tuple[Change, ...]
    texts: dict[str, Words]
    titles: dict[str, Words]
    moved_at: datetime | None = None


def story(view: View, most: int = 500) -> Story:
    """The newest `most` changes of the plan, as far as this viewer may read them."""
    steps = rows.steps(view.connection, view.plan.id)
    titles = {
        str(row.id): words_of(row, "title") or Words("", "da")
        for row in steps
        if view.viewer.sees(row.kind, row.tracks.split(","))
    }
    entries = _readable(view, journal.news(view.connection, view.plan.id, 0, most), titles)
    texts = {
        str(row.id): Words(row.body, row.lang, row.phrase, row.slots)
        for row in rows.texts(view.connection, _text_ids(entries))
    }
    return Story(_changes(view, entries), texts, titles)


def news(view: View, drawn: Way, most: int) -> Story:
    """What others have changed since the viewer said "I have seen it"; at most `most`."""
    seen = view.viewer.seen_revision
    since = seen if view.viewer.is_citizen else min(seen, view.plan.revision - _LATEST)
    entries = _readable(view, journal.news(view.connection, view.plan.id, since), drawn.titles)
    fresh = [change for change in _changes(view, entries) if change.entry.revision > seen and _is_news(change)]
    return Story(tuple(fresh[:most]), {}, drawn.titles, moved_at=entries[0].at if entries else None)


def _is_news(change: Change) -> bool:
    return not change.own and change.entry.verb not in _QUIET


def _changes(view: View, entries: list[journal.News]) -> tuple[Change, ...]:
    me = view.viewer.person_id
    return tuple(Change(entry, view.name_of(entry.actor_id), entry.actor_id == me) for entry in entries)


def _readable(view: View, entries: list[journal.News], titles: dict[str, Words]) -> list[journal.News]:
    return [
        entry
        for entry in entries
        if (entry.audience == "all" or view.viewer.is_citizen)
        and entry.track not in view.viewer.hidden
        and (entry.step_id is None or str(entry.step_id) in titles)
    ]


def _text_ids(entries: list[journal.News]) -> set[UUID]:
    found: set[UUID] = set()
    for entry in entries:
        for values in (entry.before, entry.after):
            found |= set(_ids(values))
    return found


def _ids(values: dict[str, Any]) -> list[UUID]:
    named = [value for name, value in values.items() if name in _TEXTS and value]
    return [UUID(value) for value in (*named, *values.get("parts", ()))]


_TEXTS = frozenset({"title_id", "why_id", "learned_id", "horizon_id", "text_id"})
