"""Verbs that read: who stands by me, by whom I stand, and what an invitation brings."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from minplan import access, clock, db
from minplan.access import View
from minplan.errors import NotAllowed, NotFound
from minplan.journey import TRACKS
from minplan.sharing.store import former, supporters as store


class Supporter(NamedTuple):
    """Somebody whom the citizen lets stand by them, and what they see. `ended` is a last day that is gone."""

    id: UUID
    relation: str
    name: str
    shares: frozenset[str]
    shown: tuple[str, ...]
    until: date
    since: date | None
    ended: bool

    @property
    def hidden(self) -> str:
        """The tracks that are not shown, as a place names them."""
        return ",".join(track for track in TRACKS if track not in self.shown)


class Waiting(NamedTuple):
    """Somebody who was asked and has not answered; the code is good until `expires`."""

    id: UUID
    relation: str
    name: str
    shares: frozenset[str]
    shown: tuple[str, ...]
    until: date
    expires: datetime


class Former(NamedTuple):
    """Somebody from whom everything was taken back; nothing stays but that they went along."""

    relation: str
    name: str


class Standing(NamedTuple):
    """A citizen by whom somebody stands."""

    plan_id: UUID
    relation: str
    until: date
    citizen_name: str


class Invited(NamedTuple):
    """What an invitation brings to whoever accepts it."""

    citizen_name: str
    relation: str
    shares: frozenset[str]
    shown: tuple[str, ...]
    until: date


def circle(view: View) -> tuple[list[Supporter], list[Waiting], list[Former]]:
    """Everybody who stands by the citizen or did, and who was asked. Raises NotAllowed for anybody else."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    today = clock.today()
    places, asked = (
        store.places(view.connection, view.plan.id),
        store.waiting(view.connection, view.plan.id, clock.now()),
    )
    return (
        [Supporter(row.person_id, *_given(row), row.since, row.until < today) for row in places],
        [Waiting(row.id, *_given(row), clock.local(row.expires_at)) for row in asked],
        [Former(row.relation, row.name) for row in former.of_plan(view.connection, view.plan.id)],
    )


def standing_by(person_id: UUID) -> list[Standing]:
    """The citizens by whom this person stands today. A list of names opens no plan."""
    with db.reading() as connection:
        return [Standing(*row) for row in store.standing(connection, person_id, clock.today())]


def invited(by: UUID, invitation: UUID) -> Invited:
    """What saying yes would bring. Raises NotFound where this person cannot."""
    person = access.person(by)
    with db.reading() as connection:
        row = store.offer(connection, invitation, clock.now())
    if person is None or row is None or row.municipality_id != person.municipality_id:
        raise NotFound
    relation, _, shares, shown, until = _given(row)
    return Invited(row.citizen_name, relation, shares, shown, until)


def _given(row: Any) -> tuple[str, str, frozenset[str], tuple[str, ...], date]:
    shown = tuple(track for track in TRACKS if track not in access.kept_tracks(row.hidden))
    return row.relation, row.name, frozenset(access.tracks_of(row.shares)), shown, row.until
