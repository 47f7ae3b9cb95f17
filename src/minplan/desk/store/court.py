"""What waits for a municipality, on every plan of its own: days and whom to talk to, never a title or a word of a plan.

Kind and tracks of the step that it is about stand beside it, and what the contact person does not see.
"""

from typing import Any

from sqlalchemy import Connection, FromClause, Row, bindparam, false, literal, select

from minplan.access import Membership, Plan
from minplan.db import Query
from minplan.dialogue.thread import Thread
from minplan.journey import OPEN
from minplan.journey.proposal import PENDING, Proposal
from minplan.journey.step import Step
from minplan.meeting import Meeting

_step = Step.__table__  # type: ignore[attr-defined]
_thread = Thread.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_contact = Membership.__table__  # type: ignore[attr-defined]
_about = Step.__table__.alias("about")  # type: ignore[attr-defined]


def _with_contact(what: str, table: FromClause, *columns: Any) -> Any:
    contact = (_contact.c.plan_id == table.c.plan_id) & (_contact.c.relation == "contact")
    whom = (_contact.c.name.label("contact"), *_contact.c["person_id", "hidden", "department", "phone"])
    step = false() if table is _meeting else _about.c.id == (table.c.id if table is _step else table.c.step_id)
    here = (_plan.c.id == table.c.plan_id) & (_plan.c.municipality_id == bindparam("municipality"))
    places = table.join(_plan, here).outerjoin(_contact, contact).outerjoin(_about, step)
    return select(literal(what).label("what"), *columns, *whom, *_about.c["kind", "tracks"]).select_from(places)


_STEPS = Query(
    _with_contact("step", _step, *_step.c["state", "since", "until", "when_on", "when_at"]).where(
        _step.c.ball == "municipality", _step.c.state.in_(OPEN)
    )
)
_CALLS = _with_contact("call", _thread, *_thread.c["state", "since", "promised"]).where(_thread.c.state == "open")
_PROPOSALS = _with_contact("proposal", _proposal, *_proposal.c["status", "at", "promised", "track"]).where(
    _proposal.c.status.in_(PENDING), _proposal.c.to == "municipality"
)


# Its answer is promised by a day; of the meeting itself nothing is read.
_MEETINGS = _with_contact("meeting", _meeting, _meeting.c.state, _meeting.c.answer_by.label("promised")).where(
    _meeting.c.state == "offered", _meeting.c.offered_by == "citizen", _meeting.c.answer_by.is_not(None)
)


def steps(connection: Connection, municipality: str) -> list[Any]:
    """The open steps whose ball lies with the municipality."""
    return _STEPS(connection, municipality=municipality)


def calls(connection: Connection, municipality: str) -> list[Row[Any]]:
    """The citizens' calls that nobody has answered."""
    return list(connection.execute(_CALLS, {"municipality": municipality}))


def proposals(connection: Connection, municipality: str) -> list[Row[Any]]:
    """The citizens' proposals and wishes that wait for an answer, also those that people talk about."""
    return list(connection.execute(_PROPOSALS, {"municipality": municipality}))


def meetings(connection: Connection, municipality: str) -> list[Row[Any]]:
    """The times that citizens have proposed or asked for, and nobody has answered."""
    return list(connection.execute(_MEETINGS, {"municipality": municipality}))
