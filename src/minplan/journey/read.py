"""Verbs that read: the whole way, what waits for an answer, and what has changed."""

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from minplan import clock, journal
from minplan.access import View
from minplan.journey.drawing import words_of
from minplan.journey.store import rows
from minplan.journey.views import Way
from minplan.journey.way import Reader, Rows, build
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal that waits. `mine` says that the viewer is the one to answer; `own` that the viewer wrote it."""

    id: UUID
    what: str
    step_id: UUID | None
    goal_id: UUID | None
    track: str | None
    text: Words | None
    why: Words | None
    when_on: date | None
    when_at: Any
    until: date | None
    by: str | None
    to: str
    promised: date | None
    passed: bool
    status: str
    mine: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the reader meets it: names and words in place of ids."""

    entry: journal.News
    by: str | None
    own: bool
    reason: Words | None


@dataclass(frozen=True, slots=True)
class Story:
    """What has changed: entries newest first, and the words that they point at, by text id and by step id."""

    changes: tuple[Change, ...]
    texts: dict[str, Words]
    titles: dict[str, Words]


def way(view: View, show: str = "all") -> Way:
    """The whole way as the viewer of `view` sees it."""
    plan = view.plan
    read = Rows(
        rows.steps(view.connection, plan.id), rows.goals(view.connection, plan.id), rows.wins(view.connection, plan.id)
    )
    horizon = words_of(rows.text(view.connection, plan.horizon_id), "said") if plan.horizon_id else None
    return build(_local(read), Reader(view.viewer, plan, view.contact, clock.today()), horizon, show)


def proposals(view: View, drawn: Way) -> tuple[ProposalView, ...]:
    """What waits for an answer, about what this viewer sees."""
    visible = {step.id for step in (*drawn.behind, *drawn.ahead, *drawn.suggestions)}
    found = rows.proposals(view.connection, view.plan.id)
    return tuple(
        _proposal(view, row)
        for row in found
        if (row.step_id is None or row.step_id in visible) and row.track not in view.viewer.hidden
    )


def story(view: View, since: int = 0, most: int = 200) -> Story:
    """What others and oneself changed after revision `since`, as far as this viewer may read it."""
    steps = rows.steps(view.connection, view.plan.id)
    seen = {row.id: row for row in steps if view.viewer.sees(row.kind, row.tracks.split(","))}
    entries = [
        entry for entry in journal.news(view.connection, view.plan.id, since, most) if _readable(view, entry, seen)
    ]
    texts = {str(row.id): _said(row) for row in rows.texts(view.connection, _text_ids(entries))}
    titles = {str(key): words_of(row, "title") or Words("", "da") for key, row in seen.items()}
    changes = tuple(
        Change(entry, view.name_of(entry.actor_id), entry.actor_id == view.viewer.person_id, _reason(entry, texts))
        for entry in entries
    )
    return Story(changes, texts, titles)


def _readable(view: View, entry: journal.News, seen: dict[UUID, Any]) -> bool:
    if entry.audience == "citizen" and not view.viewer.is_citizen:
        return False
    return entry.track not in view.viewer.hidden and (entry.step_id is None or entry.step_id in seen)


def _text_ids(entries: list[journal.News]) -> set[UUID]:
    found: set[UUID] = {entry.reason_id for entry in entries if entry.reason_id}
    for entry in entries:
        for values in (entry.before, entry.after):
            found |= {UUID(value) for name, value in values.items() if name.endswith("_id") and value}
            found |= {UUID(value) for value in values.get("parts", ())}
    return found


def _reason(entry: journal.News, texts: dict[str, Words]) -> Words | None:
    return texts.get(str(entry.reason_id)) if entry.reason_id else None


def _said(row: Any) -> Words:
    return Words(row.body, row.lang, row.phrase, row.slots)


def _proposal(view: View, row: Any) -> ProposalView:
    answers = "citizen" if view.viewer.is_citizen else "municipality"
    return ProposalView(
        id=row.id,
        what=row.what,
        step_id=row.step_id,
        goal_id=row.goal_id,
        track=row.track,
        text=words_of(row, "said"),
        why=words_of(row, "why"),
        when_on=row.when_on,
        when_at=clock.local(row.when_at) if row.when_at else None,
        until=row.until,
        by=view.name_of(row.by_id),
        to=row.to,
        promised=row.promised,
        passed=row.promised is not None and row.promised < clock.today(),
        status=row.status,
        mine=row.to == answers and view.viewer.relation != "team",
        own=row.by_id == view.viewer.person_id,
    )


def _local(read: Rows) -> Rows:
    return replace(read, steps=[_localised(row) for row in read.steps])


def _localised(row: Any) -> Any:
    # Rules know no time zone: a clock time is local before they meet it.
    return SimpleNamespace(**row._mapping | {"when_at": clock.local(row.when_at)}) if row.when_at else row
