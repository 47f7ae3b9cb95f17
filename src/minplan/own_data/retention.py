"""Rule: what goes when its time is over. Each sweep is a table, and which of its rows are past their time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, MetaData, Table, and_, exists, func, or_, select

from minplan.access import SUPPORTERS

MONTH = timedelta(days=30.4375)
SENT = timedelta(days=7)  # a mail that went out is kept for so long, for whoever looks after the outbox
A_DAY = timedelta(days=1)  # so long a request of a system is answered again and not done again
ASIDE = timedelta(minutes=5)  # a screen that has not been heard of for so long has left the room


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on, and for how long: months, 0 keeps. `changes` is since when the feed is kept."""

    now: datetime
    today: date
    idle_since: datetime
    openings: int
    notices: int
    supporters: int
    ended: int
    changes: datetime

    def before(self, months: int) -> datetime | None:
        """What is older than so many months; None keeps it."""
        return self.now - months * MONTH if months else None


Sweep = tuple[Table, ColumnElement[bool]]


def sweeps(metadata: MetaData, limits: Limits) -> list[Sweep]:
    """What may go, in the order in which it can: a mail before its notice."""
    table = metadata.tables
    return [
        *_short(table, limits),
        *_in_the_room(table, limits),
        *_keepsakes(table, limits),
        *_supporting(table, limits),
        *_notices(table, limits),
        *_openings(table, limits),
        *_feed(table, limits),
    ]


def _short(table: Any, limits: Limits) -> Iterable[Sweep]:
    yield table["one_time"], table["one_time"].c.expires_at < limits.now
    yield table["attempt"], table["attempt"].c.ends_at < limits.now
    yield table["answered"], table["answered"].c.at < limits.now - A_DAY
    sign_in = table["sign_in"].c
    # Whoever sits at a meeting's table may be still for a long time.
    idle = and_(sign_in.meeting_id.is_(None), sign_in.seen_at < limits.idle_since)
    yield table["sign_in"], or_(sign_in.ends_at < limits.now, idle)


def _in_the_room(table: Any, limits: Limits) -> Iterable[Sweep]:
    """A citizen's own notes stay theirs; a professional's draft that nobody was shown is no part of the case."""
    yield table["join_code"], table["join_code"].c.expires_at < limits.now
    yield table["presence"], table["presence"].c.seen_at < limits.now - ASIDE
    before, note, plan = limits.before(limits.notices), table["note"].c, table["plan"].c
    if before is not None:
        own = exists().where(plan.id == note.plan_id, plan.citizen_id == note.by_id)
        yield table["note"], and_(note.shared_id.is_(None), note.at < before, ~own)


def _keepsakes(table: Any, limits: Limits) -> Iterable[Sweep]:
    """What a citizen kept goes after its last day, and before it what was shown of it."""
    over = table["keepsake"].c.until < limits.today
    which = select(table["keepsake"].c.id).where(over)
    shown = select(table["showing"].c.id).where(table["showing"].c.keepsake_id.in_(which))
    yield table["shown_to"], table["shown_to"].c.showing_id.in_(shown)
    yield table["showing"], table["showing"].c.keepsake_id.in_(which)
    yield table["builds_on"], table["builds_on"].c.keepsake_id.in_(which)
    yield table["keepsake"], over


def _supporting(table: Any, limits: Limits) -> Iterable[Sweep]:
    """An invitation that nobody used goes with its time; what one brought, a while after its last day."""
    invitation, place = table["invitation"].c, table["membership"].c
    over = or_(invitation.expires_at < limits.now, invitation.taken_back_at.is_not(None))
    unused = and_(invitation.used_by.is_(None), over)
    before = limits.before(limits.supporters)
    if before is None:
        yield table["invitation"], unused
        return
    last = before.date()
    theirs = (place.plan_id == invitation.plan_id, place.person_id == invitation.used_by)
    given = exists().where(*theirs, place.until >= last)
    used = and_(invitation.used_by.is_not(None), invitation.until < last, ~given)
    yield table["invitation"], or_(unused, used)
    yield table["membership"], and_(_supports(place), place.until < last)


def gone(metadata: MetaData, before: datetime) -> ColumnElement[bool]:
    """Of a person: came as a supporter, stands by nobody, is not in, and left no trace since that moment."""
    table = metadata.tables
    person, place, entry = (table[name].c for name in ("person", "membership", "entry"))
    theirs = or_(entry.actor_id == person.id, entry.subject_id == person.id)
    return and_(
        person.kind == "supporter",
        person.name != "",
        ~exists().where(place.person_id == person.id),
        ~exists().where(table["sign_in"].c.person_id == person.id),
        ~exists().where(table["identity"].c.person_id == person.id, table["identity"].c.linked_at >= before),
        ~exists().where(theirs, entry.at >= before),
    )


def _supports(place: Any) -> ColumnElement[bool]:
    return or_(*(place.relation == relation for relation in SUPPORTERS))


def _notices(table: Any, limits: Limits) -> Iterable[Sweep]:
    mail, notice = table["mail"].c, table["notice"].c
    before = limits.before(limits.notices)
    sent = and_(mail.state.in_(("sent", "given_up")), mail.next_at < limits.now - SENT)
    if before is None:
        yield table["mail"], sent
        return
    old = notice.read_at < before
    yield table["mail"], or_(sent, mail.notice_id.in_(select(notice.id).where(old)))
    yield table["notice"], old


def _openings(table: Any, limits: Limits) -> Iterable[Sweep]:
    before = limits.before(limits.openings)
    if before is not None:
        yield table["opening"], table["opening"].c.at < before
        yield table["emergency"], table["emergency"].c.until < before


def _feed(table: Any, limits: Limits) -> Iterable[Sweep]:
    """From the beginning on, up to the first that is young: what is missing is always older than all that is there. The
    newest stays, so that no number is given twice."""
    item = table["feed_item"].c
    young = select(func.min(item.number)).where(item.at >= limits.changes).scalar_subquery()
    message, delivery = table["inbox_message"].c, table["delivery"].c
    yield table["delivery"], func.coalesce(delivery.settled_at, delivery.made_at) < limits.changes
    yield table["inbox_message"], func.coalesce(message.settled_at, message.received_at) < limits.changes
    yield table["feed_item"], item.number < func.coalesce(young, select(func.max(item.number)).scalar_subquery())
