"""What a change of a plan loads."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from minplan import journal
from minplan.access import Change, Membership, Notice, Person, has_left, kept_tracks, kinds_for
from minplan.errors import Invalid, NotFound
from minplan.handover.handover import Handover, Petition
from minplan.handover.rule import chosen
from minplan.words import NewText

KINDS = kinds_for("contact")

_member: Any = Membership.__table__.c  # type: ignore[attr-defined]
_notice: Any = Notice.__table__  # type: ignore[attr-defined]
_petition: Any = Petition.__table__.c  # type: ignore[attr-defined]


def contact_place(change: Change) -> Membership | None:
    """The place of the contact person, None where nobody is."""
    found = select(Membership).where(_member.plan_id == change.plan.id, _member.relation == "contact")
    return change.session.execute(found).scalar_one_or_none()


def colleague(change: Change, person_id: UUID) -> Person:
    """Somebody who can be the contact person of this plan's citizen. Raises Invalid."""
    found = change.session.get(Person, person_id, with_for_update=True)  # nobody ends them meanwhile
    here = found and found.municipality_id == change.plan.municipality_id and found.kind in KINDS
    if not found or not here or has_left(found, change.today):
        raise Invalid({"to": "unknown"})
    return found


def kept_from(change: Change, person_id: UUID) -> frozenset[str]:
    """The tracks that the citizen themselves keeps from somebody, and nothing that a place hides by default."""
    told = journal.values_of(change.session, change.plan.id, person_id, "hide_tracks")
    return chosen((kept_tracks(before.get("hidden")), kept_tracks(after.get("hidden"))) for before, after in told)


def place_elsewhere(change: Change, person_id: UUID) -> Membership | None:
    """How another plan shows this professional; None where there is none."""
    found = select(Membership).where(_member.person_id == person_id, _member.relation.in_(["contact", "team"]))
    return change.session.execute(found.order_by(_member.relation, _member.plan_id)).scalars().first()


def last_position(change: Change) -> int:
    """The place of whoever stands last on the plan."""
    found = select(func.max(_member.position)).where(_member.plan_id == change.plan.id)
    return change.session.execute(found).scalar() or 0


def handover(change: Change, handover_id: UUID) -> Handover:
    """A handover of this plan. Raises NotFound."""
    found = change.session.get(Handover, handover_id)
    if found is None or found.plan_id != change.plan.id:
        raise NotFound
    return found


def petition(change: Change, petition_id: UUID) -> Petition:
    """A wish of this plan's citizen. Raises NotFound."""
    found = change.session.get(Petition, petition_id)
    if found is None or found.plan_id != change.plan.id:
        raise NotFound
    return found


def open_petition(change: Change) -> Petition | None:
    """The wish that waits for its answer."""
    found = select(Petition).where(_petition.plan_id == change.plan.id, _petition.state == "open")
    return change.session.execute(found).scalar_one_or_none()


def says(change: Change, text_id: UUID | None, words: NewText) -> bool:
    """Whether a text says just this."""
    text = change.words(text_id)
    return text is not None and text.says(words)


def unsay(change: Change) -> None:
    """What others have not read yet of a wish that is taken back, they need not read any more; nor is it mailed."""
    about = (_notice.c.plan_id == change.plan.id, _notice.c.what == "petition", _notice.c.read_at.is_(None))
    others = _notice.c.person_id != change.viewer.person_id
    change.session.execute(update(_notice).where(*about, others).values(read_at=change.at))
