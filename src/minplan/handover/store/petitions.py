"""What is read of wishes for another contact person, and by whom it may be read."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, or_, select

from minplan import clock, db
from minplan.access import Membership, Person, Plan, is_here
from minplan.errors import NotFound
from minplan.handover.handover import Handover, Petition
from minplan.words import beside

_petition = Petition.__table__  # type: ignore[attr-defined]
_handover = Handover.__table__  # type: ignore[attr-defined]
_leader = Person.__table__.alias("leader")  # type: ignore[attr-defined]
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
_by = Person.__table__.alias("by")  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_contact = Membership.__table__.alias("contact")  # type: ignore[attr-defined]
_place = Membership.__table__.alias("place")  # type: ignore[attr-defined]

_words, _WORDS = beside("words")
_answer, _ANSWER = beside("answer")
_has_place = select(_place.c.person_id).where(_place.c.plan_id == _plan.c.id, _place.c.person_id == _leader.c.id)
_was_contact = select(_handover.c.id).where(
    _handover.c.plan_id == _plan.c.id, or_(_handover.c.from_id == _leader.c.id, _handover.c.to_id == _leader.c.id)
)
# A leader who works with the plan is no way around those who do; nor does one who has been the contact person answer
# what may be about them.
_READS = and_(
    _leader.c.kind == "leader",
    _leader.c.municipality_id == _plan.c.municipality_id,
    ~_has_place.exists(),
    ~_was_contact.exists(),
)
_ALL: Select[Any] = (
    select(
        *_petition.c["id", "plan_id", "asked_at", "promised", "state", "words_id"], _citizen.c.name.label("citizen"),
        _by.c.name.label("by"), _contact.c.name.label("contact"), _contact.c.person_id.label("contact_id"),
        *_WORDS, *_ANSWER,
    )
    .select_from(_petition)
    .join(_plan, _plan.c.id == _petition.c.plan_id)
    .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
    .join(_words, _words.c.id == _petition.c.words_id)
    .outerjoin(_answer, _answer.c.id == _petition.c.answer_id)
    .outerjoin(_by, _by.c.id == _petition.c.answered_by)
    .outerjoin(_contact, (_contact.c.plan_id == _plan.c.id) & (_contact.c.relation == "contact"))
)  # fmt: skip


def readers(connection: Connection, plan_id: UUID) -> dict[UUID, str]:
    """The leaders of the plan's municipality who have no part in it, now or as a contact person before, by id, with
    their names."""
    here = (_plan.c.id == plan_id, is_here(_leader, clock.today()))
    found = select(_leader.c.id, _leader.c.name).select_from(_plan).join(_leader, _READS).where(*here)
    rows = connection.execute(found.order_by(_leader.c.name))
    return {row.id: row.name for row in rows}


def of_plan(connection: Connection, plan_id: UUID) -> list[Any]:
    """The citizen's own wishes, the newest first."""
    found = _ALL.where(_petition.c.plan_id == plan_id)
    return list(connection.execute(found.order_by(_petition.c.asked_at.desc())))


def for_leader(connection: Connection, by: UUID, petition_id: UUID | None = None) -> list[Any]:
    """What a leader may read and the citizen has not taken back: the open ones, then the newest."""
    found = _ALL.join(_leader, and_(_leader.c.id == by, _READS)).where(_petition.c.state != "withdrawn")
    only = found.where(_petition.c.id == petition_id) if petition_id else found
    return list(connection.execute(only.order_by(_petition.c.state.desc(), _petition.c.asked_at.desc())))


def plan_of(by: UUID, petition_id: UUID) -> UUID:
    """The plan of a wish that this leader may read. Raises NotFound."""
    with db.reading() as connection:
        rows = for_leader(connection, by, petition_id)
    if not rows:
        raise NotFound
    found: UUID = rows[0].plan_id
    return found
