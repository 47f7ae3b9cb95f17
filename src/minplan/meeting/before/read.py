"""Verbs that read: a meeting's card, when the citizen is at their best, and a professional's meetings."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from minplan import access, clock, db, journey
from minplan.access import View
from minplan.meeting.before import promise, rule
from minplan.meeting.before.frame import frame_of
from minplan.meeting.before.store import shown
from minplan.meeting.before.views import Booked, Card, NeedView, OfferView, Told
from minplan.meeting.booking import NEEDS
from minplan.meeting.meeting import SIDES
from minplan.meeting.read import one
from minplan.meeting.views import MeetingView
from minplan.words import Words, words_of

LATELY = timedelta(days=14)


def card(view: View, meeting_id: UUID) -> Card:
    """Everything that is known before a meeting; raises NotFound."""
    found = one(view, meeting_id)
    offers = shown.offers(view.connection, meeting_id)
    return Card(
        meeting=found,
        offers=tuple(OfferView(clock.local(each.starts), each.ends <= clock.now()) for each in offers),
        needs=_needs(view, found),
        frame=frame_of(found),
        mine=found.offered_by == SIDES[not view.viewer.is_citizen],
        late=found.answer_by is not None and found.answer_by < clock.today(),
        first=not shown.met_before(view.connection, view.plan.id),
    )


def rhythm(view: View) -> tuple[str, ...]:
    """When the citizen has said that they are at their best."""
    said = shown.rhythm(view.connection, view.plan.id, rule.RHYTHM)
    return tuple(kind for kind in rule.RHYTHM if kind in said)


def booked(by: UUID) -> list[Booked]:
    """What comes on all plans that `by` works with, and what was lately; each citizen reads that it was shown."""
    with db.reading() as connection:
        rows = shown.mine(connection, by, clock.now() - LATELY)
        said = _by_meeting(shown.citizens_points(connection, [row.id for row in rows]))
    access.note_list(by, {row.plan_id for row in rows})
    return [_booked(row, said[row.id]) for row in rows]


def told(by: UUID, ats: list[datetime]) -> dict[datetime, Told]:
    """What the citizen `by` was told of their own meetings at these moments, for a notice to say it."""
    with db.reading() as connection:
        rows = shown.news(connection, by, ats)
    return {row.at: _told(row) for row in rows}


def _told(row: Any) -> Told:
    return Told(row.at, row.verb, row.by, row.id, clock.local(row.starts), by_system=row.kind == "system")


def _by_meeting(rows: list[Any]) -> dict[UUID, list[Words]]:
    found: dict[UUID, list[Words]] = defaultdict(list)
    for row in rows:
        found[row.meeting_id].append(words_of(row, "said") or Words("", "da"))
    return found


def _booked(row: Any, points: list[Words]) -> Booked:
    plain = {name: getattr(row, name) for name in _BOOKED}
    over = row.state == "agreed" and row.ends <= clock.now()
    starts = clock.local(row.starts)
    return Booked(**plain, starts=starts, over=over, points=tuple(points), needs=row.unanswered)


def _needs(view: View, found: MeetingView) -> tuple[NeedView, ...]:
    """What the citizen needs; where something waits for an answer, the journal tells since when."""
    rows = shown.needs(view.connection, found.id)
    waits = any(row.met is None for row in rows)
    asked = promise.asked(shown.told_of_needs(view.connection, view.plan.id, found.id)) if waits else {}
    days = {kind: journey.answer_by(clock.local(at).date()) for kind, at in asked.items()}
    needs = (_need(row, promise.answer_day(days.get(row.kind), found.starts)) for row in rows)
    return tuple(sorted(needs, key=lambda need: NEEDS.index(need.kind)))


def _need(row: Any, answer_by: date | None) -> NeedView:
    words, answer = words_of(row, "said"), words_of(row, "answer")
    return NeedView(row.id, row.kind, row.language, words, row.met, answer, answer_by)


_BOOKED = (
    *("id", "plan_id", "name", "token", "kind", "state", "place", "mode", "offered_by", "answer_by"),
    "arrived",
)
