"""Whose plan it is, who has a place on it, and as whom somebody looks at it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, Uuid, bindparam, cast, column, exists, func, literal, select, table

from minplan import clock, db
from minplan.access import policy
from minplan.access.consent import Consent
from minplan.access.emergency import Emergency
from minplan.access.membership import (
    INSIDERS,
    OFFICE,
    Member,
    Membership,
    Relation,
    Viewer,
    kept_tracks,
    lasts,
    tracks_of,
)
from minplan.access.person import Person, is_here
from minplan.access.plan import Plan, PlanCover
from minplan.words import Text, Words

_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_text = Text.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]
_emergency = Emergency.__table__  # type: ignore[attr-defined]
# Names only: choices lie in a room above this one.
_choice = table("choice", column("plan_id", Uuid()), column("state"))
_system = table("system", column("person_id", Uuid()), column("municipality_id", String()))
_ROW, _CELL = "\x1e", "\x1f"  # no name holds these

# The nearest last day of a yes that nobody has taken back; a correlated part of whichever select asks for it.
YES_UNTIL = (
    select(func.min(_consent.c.until))
    .where(_consent.c.plan_id == _plan.c.id, _consent.c.withdrawn_at.is_(None))
    .correlate(_plan)
    .scalar_subquery()
    .label("yes_until")
)
# Whether something waits for the citizen to choose: known wherever a plan is opened, so that no page need ask.
CHOOSES = (
    exists().where(_choice.c.plan_id == _plan.c.id, _choice.c.state == "open").correlate(_plan).label("chooses")
)
_named = _person.alias("named")
# The municipality's systems and their names, known wherever a plan is opened: there are a few, and they are no members.
SYSTEMS = (
    select(func.aggregate_strings(cast(_named.c.id, String) + literal(_CELL) + _named.c.name, _ROW))
    .join(_system, _system.c.person_id == _named.c.id)
    .where(_system.c.municipality_id == _plan.c.municipality_id)
    .correlate(_plan)
    .scalar_subquery()
    .label("systems")
)
_WHO = _person.c["id", "name", "role", "department"]
_COVER = (
    select(
        _plan.c.id,
        _plan.c.revision,
        _plan.c.next_step_id,
        _plan.c.horizon_id,
        _plan.c.token,
        _plan.c.citizen_id,
        _person.c.name,
        _person.c.language,
        _plan.c.created_at,
        *_text.c["body", "lang", "phrase", "slots"],
        _plan.c.seen_revision,
        _member.c.person_id,
        _member.c.relation,
        _member.c.name.label("member_name"),
        _member.c.role,
        _member.c.department,
        _member.c.phone,
        _member.c.email,
        _member.c.hidden,
        _member.c.seen_revision.label("member_seen"),
        *_member.c["shares", "since", "until"],
        _plan.c.municipality_id,
        SYSTEMS,
        YES_UNTIL,
        CHOOSES,
    )
    .join(_person, _person.c.id == _plan.c.citizen_id)
    .outerjoin(_text, _text.c.id == _plan.c.horizon_id)
    .outerjoin(_member, _member.c.plan_id == _plan.c.id)
    .order_by(_member.c.relation, _member.c.position)
)
_BY_PLAN = db.Query(_COVER.where(_plan.c.id == bindparam("plan_id")))
_BY_PLANS = db.Query(_COVER.where(_plan.c.id.in_(bindparam("plans", expanding=True))))
_BY_CITIZEN = db.Query(_COVER.where(_plan.c.citizen_id == bindparam("citizen_id")))

_SYSTEM = db.Query(
    select(*_WHO).where(
        _person.c.id == bindparam("who"), _person.c.municipality_id == bindparam("municipality"),
        _person.c.kind == "system", is_here(_person, bindparam("today")),  # type: ignore[arg-type]
    )
)  # fmt: skip

Found = tuple[PlanCover, tuple[Member, ...], Viewer]


def find(
    connection: Connection, person_id: UUID, plan_id: UUID | None, relations: frozenset[str] = INSIDERS
) -> Found | None:
    """The plan's cover, everybody beside the citizen, and `person_id` as its viewer.

    None where they have no place on it, or none of `relations`. Without `plan_id` it is the person's own plan.
    """
    rows = _BY_PLAN(connection, plan_id=plan_id) if plan_id else _BY_CITIZEN(connection, citizen_id=person_id)
    if not rows:
        return None
    cover, everybody = _read(rows)
    if relations >= OFFICE:
        found = _in_office(connection, cover, person_id)
    else:
        found = _viewer(rows, person_id)
        if found is None and plan_id:
            way_in = _as_system if person_id in cover.systems else _in_emergency
            found = way_in(connection, cover, person_id, rows)
    if found is None or found.relation not in relations:
        return None
    return cover, everybody, found


def find_for_system(connection: Connection, system_id: UUID, plan_ids: Collection[UUID]) -> dict[UUID, Found]:
    """Those of the plans that are of a system's municipality, as `find` finds one; two selects for any number."""
    who = select(*_WHO, _person.c.municipality_id).where(_person.c.id == system_id, _person.c.kind == "system")
    row = connection.execute(who.where(is_here(_person, clock.today()))).one_or_none()
    groups: dict[UUID, list[Any]] = {}
    for each in _BY_PLANS(connection, plans=list(plan_ids)) if row and plan_ids else ():
        if row and each.municipality_id == row.municipality_id:
            groups.setdefault(each.id, []).append(each)
    found = {plan: _as_viewer("system", row, _kept_from_contact(rows)) for plan, rows in groups.items()}
    return {plan: (*_read(groups[plan]), viewer) for plan, viewer in found.items() if viewer}


def viewer(person_id: UUID, plan_id: UUID, relations: frozenset[str] = INSIDERS) -> Viewer | None:
    """Who this person is to a plan, without opening it; None for a stranger."""
    with db.reading() as connection:
        found = find(connection, person_id, plan_id, relations)
    return found[2] if found else None


def _read(rows: Any) -> tuple[PlanCover, tuple[Member, ...]]:
    """The cover, and everybody who has a place beside the citizen today."""
    horizon = Words(*rows[0][9:13]) if rows[0].horizon_id else None
    everybody = [(_as_member(row), lasts(row, clock.today())) for row in rows if row.person_id]
    gone = tuple(member for member, runs in everybody if not runs)
    cover = PlanCover(*(*rows[0][:9], horizon, rows[0].municipality_id, gone, *rows[0][-2:], _names(rows[0].systems)))
    return cover, tuple(member for member, runs in everybody if runs)


def _kept_from_contact(rows: Any) -> frozenset[str]:
    return frozenset[str]().union(*(kept_tracks(row.hidden) for row in rows if row.relation == "contact"))


def _viewer(rows: Any, person_id: UUID) -> Viewer | None:
    if rows[0].citizen_id == person_id:
        return Viewer(person_id, "citizen", rows[0].name, seen_revision=rows[0].seen_revision)
    for row in rows:
        if row.person_id == person_id and lasts(row, clock.today()):
            return _as_member(row).as_viewer(row.member_seen)
    return None


def _names(systems: str | None) -> dict[UUID, str]:
    """What SYSTEMS found, by id."""
    rows = (row.partition(_CELL) for row in (systems or "").split(_ROW) if row)
    return {UUID(key): name for key, _, name in rows}


def _in_emergency(connection: Connection, cover: PlanCover, person_id: UUID, rows: Any) -> Viewer | None:
    """Somebody of the same municipality who has said why, for as long as that lasts. They stand in for the contact
    person and see no more: what a citizen keeps from a contact person is always the citizen's own choice, while a new
    colleague in the team begins with everything hidden."""
    now = clock.now()
    runs = (_emergency.c.plan_id == cover.id, _emergency.c.person_id == person_id, _emergency.c.until > now)
    who = select(*_WHO).join(_emergency, _emergency.c.person_id == _person.c.id).where(*runs)
    contacts = [row for row in rows if row.relation == "contact"]
    hidden = frozenset[str]().union(*(kept_tracks(row.hidden) for row in contacts or rows))
    return _as_viewer("emergency", connection.execute(who.limit(1)).one_or_none(), hidden)


def _as_system(connection: Connection, cover: PlanCover, person_id: UUID, rows: Any) -> Viewer | None:
    """A system of the citizen's municipality. What a citizen keeps from their contact person is kept from it too."""
    found = _SYSTEM(connection, who=person_id, municipality=cover.municipality_id, today=clock.today())
    return _as_viewer("system", found[0] if found else None, _kept_from_contact(rows))


def _in_office(connection: Connection, cover: PlanCover, person_id: UUID) -> Viewer | None:
    """Somebody of the citizen's municipality whose work it is who has a place on a plan."""
    here = (_person.c.id == person_id, _person.c.municipality_id == cover.municipality_id)
    found = connection.execute(select(*_WHO, _person.c.kind).where(*here)).one_or_none()
    return _as_viewer("office", found) if found and policy.on_house(found.kind, "give_place") == policy.YES else None


def _as_viewer(relation: Relation, row: Any, hidden: frozenset[str] = frozenset()) -> Viewer | None:
    if row is None:
        return None
    return Viewer(row.id, relation, row.name, hidden, role=row.role, department=row.department)


def _as_member(row: Any) -> Member:
    return Member(
        row.person_id,
        row.relation,
        row.member_name,
        row.role,
        row.department,
        row.phone,
        row.email,
        kept_tracks(row.hidden),
        frozenset(tracks_of(row.shares)),
        row.since,
        row.until,
    )
