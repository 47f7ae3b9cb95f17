"""What waits for the municipality, on every plan: days and whom to talk to, never a title or a word of a plan."""

from typing import Any

from sqlalchemy import Connection, FromClause, Row, literal, select

from minplan.access import Membership
from minplan.dialogue.thread import Thread
from minplan.journey import OPEN
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step

_step = Step.__table__  # type: ignore[attr-defined]
_thread = Thread.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_contact = Membership.__table__  # type: ignore[attr-defined]


def _with_contact(what: str, table: FromClause, *columns: Any) -> Any:
    contact = (_contact.c.plan_id == table.c.plan_id) & (_contact.c.relation == "contact")
    whom = (_contact.c.name.label("contact"), *_contact.c["department", "phone"])
    return select(literal(what).label("what"), *columns, *whom).select_from(table.outerjoin(_contact, contact))


_STEPS = _with_contact("step", _step, *_step.c["state", "since", "until", "when_on", "when_at"]).where(
    _step.c.ball == "municipality", _step.c.state.in_(OPEN)
)
_CALLS = _with_contact("call", _thread, *_thread.c["since", "promised"]).where(_thread.c.state == "open")
_PROPOSALS = _with_contact("proposal", _proposal, *_proposal.c["at", "promised"]).where(
    _proposal.c.status == "open", _proposal.c.to == "municipality"
)


def steps(connection: Connection) -> list[Row[Any]]:
    """The open steps whose ball lies with the municipality."""
    return list(connection.execute(_STEPS))


def calls(connection: Connection) -> list[Row[Any]]:
    """The citizens' calls that nobody has answered."""
    return list(connection.execute(_CALLS))


def proposals(connection: Connection) -> list[Row[Any]]:
    """The citizens' proposals and wishes that nobody has answered."""
    return list(connection.execute(_PROPOSALS))
