"""Verbs that read the journal: the whole history, and what is new since somebody's last visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import journal
from minplan.access import View, tracks_of
from minplan.journal import News
from minplan.journey.store import rows, told
from minplan.journey.views import Way
from minplan.words import Words, words_of

# What is no news to anybody: the beginning itself.
_QUIET = frozenset({"import", "begin"})
# Of more news than these, a page says that there are more.
MOST = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the reader meets it: who did it, and whether that was the reader, or a system by its name."""

    entry: News
    by: str | None
    own: bool
    by_system: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Changes, newest first, with the words that they point at: texts by text id, titles by step id.

    `lost` are the steps that have no page any more. `older` is the moment before which there is more to tell.
    """

    changes: tuple[Change, ...]
    texts: dict[str, Words]
    titles: dict[str, Words]
    lost: frozenset[str]
    older: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recent:
    """What the journal tells since the viewer's last visit.

    `revision` is the newest that they may read and `moved_at` its time. As long as it and `unsaid` stay the same,
    nothing that they see has changed.
    """

    entries: tuple[News, ...]
    revision: int
    moved_at: datetime | None
    unsaid: tuple[Any, ...]


def story(view: View, before: datetime | None = None, most: int = MOST) -> Story:
    """The newest `most` changes, or those older than the one of a moment, as far as this viewer may read them."""
    steps = [
        row for row in rows.steps(view.connection, view.plan.id) if view.viewer.sees(row.kind, tracks_of(row.tracks))
    ]
    last = told.reached(view.connection, view.plan.id, view.viewer, before) if before else journal.LAST
    entries = told.entries(view.connection, view.plan.id, view.viewer, last, most + 1)
    shown = entries[:most]
    texts = {
        str(row.id): Words(row.body, row.lang, row.phrase, row.slots)
        for row in rows.texts(view.connection, _text_ids(shown))
    }
    titles = {str(row.id): words_of(row, "title") or Words("", "da") for row in steps}
    lost = frozenset(str(row.id) for row in steps if row.state == "declined")
    return Story(_changes(view, shown), texts, titles, lost, shown[-1].at if len(entries) > most else None)


def recent(view: View) -> Recent:
    """What is new to the viewer, as far as they may read it."""
    if view.viewer.is_citizen and view.viewer.seen_revision >= view.plan.revision:
        # They may read everything and have seen it all: most visits need not ask the journal.
        return Recent((), view.plan.revision, None, ())
    entries, unsaid = told.recent(view.connection, view.plan.id, view.viewer, MOST)
    newest = entries[0] if entries else None
    return Recent(tuple(entries), newest.revision if newest else 0, newest.at if newest else None, unsaid)


def news(view: View, drawn: Way, found: Recent) -> Story:
    """What others have changed since the viewer said "I have seen it", all of it."""
    seen = view.viewer.seen_revision
    fresh = [change for change in _changes(view, found.entries) if change.entry.revision > seen and _is_news(change)]
    return Story(tuple(fresh), {}, drawn.titles, drawn.lost, found.moved_at if len(found.entries) >= MOST else None)


def _is_news(change: Change) -> bool:
    return not change.own and change.entry.verb not in _QUIET


def _changes(view: View, entries: Iterable[News]) -> tuple[Change, ...]:
    me = view.viewer.person_id
    return tuple(
        Change(entry, _name(view, entry), entry.actor_id == me, view.is_system(entry.actor_id)) for entry in entries
    )


def _name(view: View, entry: News) -> str | None:
    # Who decides in the municipality who is on a plan has no place there, so the entry itself says their name.
    return view.name_of(entry.actor_id) or entry.after.get("by_name")


def _text_ids(entries: Iterable[News]) -> set[UUID]:
    found: set[UUID] = set()
    for entry in entries:
        for values in (entry.before, entry.after):
            found |= set(_ids(values))
    return found


def _ids(values: dict[str, Any]) -> list[UUID]:
    named = [value for name, value in values.items() if name in _TEXTS and value]
    return [UUID(value) for value in (*named, *values.get("parts", ()))]


_TEXTS = frozenset(
    {"title_id", "why_id", "learned_id", "horizon_id", "text_id"}
    # What is said of a step in the rights box.
    | {"gives_id", "promises_not_id", "afterwards_id", "money_id", "new_id", "what_id"}
)
