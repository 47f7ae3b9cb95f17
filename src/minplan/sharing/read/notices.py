"""Verbs that read: what somebody has been told, and where they get mail."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minplan import config, db
from minplan.sharing.store import notices as store


@dataclass(frozen=True, slots=True)
class NoticeView:
    """One notice: `name` is the first name of whose plan it is, `own` that it is the reader's; `relation` is None where
    they have no place on it."""

    id: UUID
    what: str
    at: datetime
    plan_id: UUID
    name: str
    own: bool
    relation: str | None
    unread: bool


def notices(person_id: UUID) -> list[NoticeView]:
    """What a person has been told, unread first."""
    with db.reading() as connection:
        found = store.of_person(connection, person_id)
    return [
        NoticeView(
            row.id, row.what, row.at, row.plan_id, first_name(row.name), row.own, row.relation, row.read_at is None
        )
        for row in found
    ]


def mail_goes() -> bool:
    """Whether this house sends mail at all."""
    return bool(config.settings().smtp_url)


def mail_address(person_id: UUID) -> str | None:
    """Where a person gets mail, or None."""
    with db.reading() as connection:
        return store.address(connection, person_id)


def first_name(name: str) -> str:
    """What others call somebody; empty for a name without letters."""
    return "".join(name.split()[:1])
