"""Amira and Bo at a meeting that is going on, and what they do there."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from cast import Plan, said

from minplan import access, clock, db, meeting
from minplan.meeting import Agreement, Meeting, NewAgreement, NewClosing, NewConfirmation, OutcomeView


def going_on(amira: Plan, **fields: Any) -> UUID:
    """A meeting of Amira and Bo that has begun."""
    now = clock.now()
    hour = {"starts": now, "ends": now + timedelta(hours=1), "place": "Biblioteket", "mode": "library"}
    with db.writing() as session:
        row = Meeting(plan_id=amira.id, **hour | {"state": "open", "opened_at": now, "position": 1} | fields)
        session.add(row)
        return row.id


def outcome(amira: Plan, where: UUID, by: UUID | None = None) -> OutcomeView:
    with access.view(by or amira.citizen, amira.id) as view:
        return meeting.outcome(view, where)


def agreed(amira: Plan, where: UUID, text: str = "Ring til lægen", by: UUID | None = None, **fields: Any) -> UUID:
    """Something that Bo has written down as agreed."""
    new = NewAgreement(what=said(text), **fields)
    found = meeting.agree(by or amira.bo, amira.id, where, new).subject_id
    assert found
    return found


def confirm(amira: Plan, where: UUID, who: str = "citizen", **fields: Any) -> Any:
    """The citizen, or Bo for the municipality, says yes on a screen of their own."""
    by = fields.pop("by", amira.citizen if who == "citizen" else amira.bo)
    found = outcome(amira, where).digest or ""
    values = {"side": who, "says": "agree", "how": "own", "digest": found} | fields
    return meeting.confirm(by, amira.id, where, NewConfirmation(**values))


def close(amira: Plan, where: UUID, by: UUID | None = None, **fields: Any) -> Any:
    return meeting.close_meeting(by or amira.bo, amira.id, where, NewClosing(**fields))


def agreement(key: UUID) -> Agreement:
    with db.writing() as session:
        row = session.get_one(Agreement, key)
        session.expunge(row)
        return row


def notices(person: UUID) -> list[str]:
    """What somebody is told of, and has not read yet."""
    with db.reading() as connection:
        table = access.Notice.__table__  # type: ignore[attr-defined]
        rows = connection.execute(table.select().where(table.c.person_id == person, table.c.read_at.is_(None)))
        return [row.what for row in rows]
