"""Verbs that read: the threads of a plan, one thread whole, and what waits on many plans."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from minplan import clock
from minplan.access import View, Viewer, contact_sees, kept_tracks, tracks_of
from minplan.dialogue import store
from minplan.dialogue.views import About, MessageView, ThreadView, Waiting
from minplan.errors import NotFound
from minplan.words import words_of


def open_threads(view: View) -> tuple[ThreadView, ...]:
    """What is not closed, as far as the viewer sees it: what waits first, the earliest promised day on top."""
    return tuple(_thread(view, row) for row in store.going_on(view.connection, view.plan.id) if _sees(view.viewer, row))


def how_many(view: View) -> int:
    """How many calls the plan has ever had."""
    return store.how_many(view.connection, view.plan.id)


def thread(view: View, thread_id: UUID) -> ThreadView:
    """One thread with all its messages; raises NotFound."""
    row = store.one(view.connection, view.plan.id, thread_id)
    if row is None or not _sees(view.viewer, row):
        raise NotFound
    said = store.messages(view.connection, thread_id)
    return _thread(view, row, tuple(_message(view, message) for message in said))


def about(view: View, step_id: UUID) -> About:
    """The step that somebody wants to ask about; raises NotFound."""
    row = store.step(view.connection, view.plan.id, step_id)
    if row is None or not _sees(view.viewer, row):
        raise NotFound
    return About(step_id, words_of(row, "title"), row.step_kind, _unseen(view, row))


def waiting_for(connection: Connection, plan_ids: Collection[UUID]) -> dict[UUID, tuple[Waiting, ...]]:
    """The open threads by plan, the earliest promised day first, as far as the contact person sees them."""
    today = clock.today()
    found: dict[UUID, tuple[Waiting, ...]] = {}
    for row in store.waiting(connection, plan_ids):
        contact = Viewer(row.person_id, "contact", "", kept_tracks(row.hidden))
        if _sees(contact, row):
            waits = Waiting(row.id, row.topic, row.since, row.promised, row.promised < today)
            found[row.plan_id] = (*found.get(row.plan_id, ()), waits)
    return found


def _sees(viewer: Viewer, row: Any) -> bool:
    return row.step_kind is None or viewer.sees(row.step_kind, tracks_of(row.tracks))


def _unseen(view: View, row: Any) -> bool:
    return not contact_sees(view.members, row.step_kind, tracks_of(row.tracks))


def _thread(view: View, row: Any, messages: tuple[MessageView, ...] = ()) -> ThreadView:
    last = _message(view, row)
    waits = row.state == "open"
    return ThreadView(
        id=row.id,
        topic=row.topic,
        step_id=row.step_id,
        step_title=words_of(row, "title"),
        step_kind=row.step_kind,
        state=row.state,
        asked_on=row.asked_on,
        since=row.since,
        promised=row.promised,
        passed=waits and row.promised < clock.today(),
        mine=waits and view.viewer.relation == "contact",
        new=last.from_citizen != view.viewer.is_citizen and row.revision > view.viewer.seen_revision,
        unseen=row.step_kind is not None and _unseen(view, row),
        last=last,
        messages=messages,
    )


def _message(view: View, row: Any) -> MessageView:
    return MessageView(
        number=row.number,
        kind=row.kind,
        words=words_of(row, "said"),
        by=view.name_of(row.by_id),
        own=row.by_id == view.viewer.person_id,
        from_citizen=row.by_id == view.plan.citizen_id,
        at=clock.local(row.at),
        promised=row.new_day,
    )
