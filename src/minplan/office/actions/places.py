"""Verbs: give a colleague a place in the team around a citizen, and end it. The citizen reads both in the history."""

from datetime import timedelta
from uuid import UUID

from minplan import access, db
from minplan.access import OFFICE, Change, Membership, Person
from minplan.errors import Invalid, NotAllowed
from minplan.journal import Record
from minplan.journey import TRACKS
from minplan.office.commands import NewPlace
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store

Shown = dict[str, str | None]
# Whom the citizen has asked to go with them is not told: they cannot be given a place, and that is all.
WHY_NOT = {"contact": "is_contact", "team": "on_plan"}


def give_place(by: Doorkeeper, plan: UUID, new: NewPlace) -> bool:
    """Let a colleague into the team, and tell the citizen; False where they are in it already in that capacity.

    They begin with every track hidden but those for which the citizen's yes to their card's department runs.
    Raises NotFound for a plan elsewhere, NotAllowed, Invalid for a colleague who cannot and for oneself.
    """
    by.must("give_place")
    with access.change(_somebody(by), plan, relations=OFFICE) as change:
        change.may("join_team")
        colleague = store.working(change.session, by.municipality_id, new.colleague)
        if colleague is None:
            raise Invalid({"colleague": "unknown"})
        if colleague.id == by.person_id:
            raise Invalid({"colleague": "own_place"})
        shown = _shown(colleague, new)
        known = change.session.get(Membership, (plan, colleague.id))
        if known and _runs(known, change):
            if known.relation == "team" and (known.role, known.department) == (shown["role"], shown["department"]):
                return False
            raise Invalid({"colleague": WHY_NOT.get(known.relation, "unknown")})
        place = known or _new(change, colleague.id)
        for name, value in (shown | _beginning(change, plan, shown["department"])).items():
            setattr(place, name, value)
        change.session.add(place)
        access.no_more_news(change.session, plan, [colleague.id], change.at, "petition")
        after = {name: shown[name] for name in ("name", "role", "department")} | {"by_name": change.viewer.name}
        change.record(Record("join_team", "person", colleague.id, after=after))
        access.tell(change.session, by.municipality_id, plan, [change.plan.citizen_id], "news", change.at)
    return True


def end_place(by: Doorkeeper, plan: UUID, person_id: UUID) -> bool:
    """End a colleague's place in the team, at once; False where it has ended. Raises Invalid for a contact person."""
    by.must("end_place")
    return _end(by, plan, person_id)


def leave_every_team(by: Doorkeeper, person_id: UUID) -> None:
    """End each of a person's places in teams; every citizen is told in their own history."""
    with db.reading() as connection:
        plans = store.team_plans(connection, person_id)
    for plan in plans:
        _end(by, plan, person_id)


def _end(by: Doorkeeper, plan: UUID, person_id: UUID) -> bool:
    with access.change(_somebody(by), plan, relations=OFFICE) as change:
        change.may("leave_team")
        place = change.session.get(Membership, (plan, person_id))
        if place is None or place.relation in access.SUPPORTERS or not _runs(place, change):
            return False
        if place.relation != "team":
            raise Invalid({"colleague": WHY_NOT[place.relation]})
        place.until = change.today - timedelta(days=1)  # the last day of a place is a day on it
        before = {"name": place.name, "role": place.role, "department": place.department}
        after = {"by_name": change.viewer.name}
        change.record(Record("leave_team", "person", person_id, before=before, after=after))
    return True


def _somebody(by: Doorkeeper) -> UUID:
    """What a citizen reads has somebody's name; raises NotAllowed where nobody stands behind it."""
    if by.person_id is None:
        raise NotAllowed
    return by.person_id


def _shown(colleague: Person, new: NewPlace) -> Shown:
    own = {"role": new.role or colleague.role, "department": colleague.department}
    return {"name": colleague.name, "phone": colleague.phone, "email": colleague.email, **own}


def _new(change: Change, person_id: UUID) -> Membership:
    municipality = change.plan.municipality_id
    position = store.last_position(change.session, change.plan.id) + 1
    return Membership(
        plan_id=change.plan.id, person_id=person_id, municipality_id=municipality, relation="team", name="",
        position=position,
    )  # fmt: skip


def _beginning(change: Change, plan: UUID, department: str | None) -> dict[str, object]:
    shared = access.shared_with(change.session, plan, department, change.today)
    hidden = ",".join(track for track in TRACKS if track not in shared)
    return {"relation": "team", "hidden": hidden, "shares": "", "since": change.today, "until": None,
            "seen_revision": change.plan.revision}  # fmt: skip


def _runs(place: Membership, change: Change) -> bool:
    return access.lasts(place, change.today)
