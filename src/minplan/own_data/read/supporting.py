"""Reading: what is kept of somebody because they stand by a citizen. What the citizen calls them is not theirs."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, or_, select

from minplan import clock, db
from minplan.access import SUPPORTERS, Membership, Opening, Person, Plan
from minplan.identity import Identity, SignIn
from minplan.own_data.read.plain import plain, plain_tables
from minplan.words import Text

FORMAT = "minplan own data of a supporter 1"
AS_THEMSELVES = ("citizen", "supporter")  # what a professional writes, they write at work

_person = Person.__table__.c  # type: ignore[attr-defined]
_plan = Plan.__table__.c  # type: ignore[attr-defined]
_place = Membership.__table__.c  # type: ignore[attr-defined]
_opening = Opening.__table__.c  # type: ignore[attr-defined]
_identity = Identity.__table__.c  # type: ignore[attr-defined]
_sign_in = SignIn.__table__.c  # type: ignore[attr-defined]
_text = Text.__table__.c  # type: ignore[attr-defined]

Rows = list[dict[str, Any]]


def as_supporter(person_id: UUID) -> dict[str, Rows]:
    """`places`, `openings` and `words` of this person beside others, with days and moments as they are.

    A citizen is named as long as the place runs.
    """
    return _found([("places", _places), ("openings", _openings), ("words", _words)], person_id)


def everything_as_supporter(person_id: UUID) -> dict[str, Any]:
    """The same as plain values to take home, with who they are here and where they are in."""
    who = _found([("person", _who), ("identity", _known), ("sign_in", _in)], person_id)
    return {"format": FORMAT, "at": plain(clock.now())} | plain_tables(who | as_supporter(person_id))


def _found(wanted: Iterable[tuple[str, Any]], person_id: UUID) -> dict[str, Rows]:
    with db.reading() as connection:
        return {name: [dict(row._mapping) for row in connection.execute(of(person_id))] for name, of in wanted}


def _who(person_id: UUID) -> Select[Any]:
    columns = _person["name", "kind", "language", "municipality_id", "privacy_seen"]
    return select(*columns).where(_person.id == person_id)


def _known(person_id: UUID) -> Select[Any]:
    return select(*_identity["provider", "issuer", "linked_at"]).where(_identity.person_id == person_id)


def _in(person_id: UUID) -> Select[Any]:
    return select(*_sign_in["provider", "device", "began_at", "seen_at"]).where(_sign_in.person_id == person_id)


def _places(person_id: UUID) -> Select[Any]:
    named = case((_place.until >= clock.today(), _person.name)).label("citizen")
    found = select(named, *_place["plan_id", "relation", "shares", "hidden", "since", "until"])
    found = found.join(Plan, _plan.id == _place.plan_id).join(Person, _person.id == _plan.citizen_id)
    return found.where(_place.person_id == person_id, _supports(_place.relation)).order_by(_place.until.desc(), named)


def _openings(person_id: UUID) -> Select[Any]:
    found = select(*_opening["plan_id", "at", "relation", "what"])
    return found.where(_opening.person_id == person_id, _supports(_opening.relation)).order_by(_opening.id.desc())


def _words(person_id: UUID) -> Select[Any]:
    found = select(*_text["plan_id", "written_at", "body", "lang", "phrase", "slots"])
    found = found.join(Plan, _plan.id == _text.plan_id).join(Person, _person.id == _text.author_id)
    theirs = (_person.id == person_id, _person.kind.in_(AS_THEMSELVES), _plan.citizen_id != person_id)
    return found.where(*theirs, _text.erased_at.is_(None)).order_by(_text.written_at.desc(), _text.id)


def _supports(relation: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(*(relation == each for each in SUPPORTERS))
