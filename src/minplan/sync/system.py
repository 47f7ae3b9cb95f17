"""The noun: one of the municipality's own systems, and how it shows who it is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

SCOPES = (
    *("citizens:read", "citizens:write", "plans:read", "plans:write", "meetings:read", "meetings:write"),
    *("caseworkers:read", "caseworkers:write", "consents:read", "changes:read", "webhooks:write", "inbox:write"),
)


class System(SQLModel, table=True):
    """A system beside its person of the kind `system`, whose name people read in the history.

    `code` is what external references call it. It shows a key (only the hash is kept), or a token whose `issuer` and
    `client_id` are these. `scopes` are separated by commas; a department's name may hold one. No department is that
    of the contact person, whichever it is.
    """

    __table_args__ = (
        UniqueConstraint("municipality_id", "code", name="system_code"),
        UniqueConstraint("key_hash", name="system_key"),
        UniqueConstraint("issuer", "client_id", name="system_client"),
        CheckConstraint("key_hash IS NOT NULL OR client_id IS NOT NULL", name="system_can_show_who_it_is"),
        CheckConstraint("(issuer IS NULL) = (client_id IS NULL)", name="system_client_of_issuer"),
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="system_person"
        ),
    )

    person_id: UUID = Field(primary_key=True)
    municipality_id: str
    code: str
    key_hash: str | None = None
    issuer: str | None = None
    client_id: str | None = None
    scopes: str
    departments: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    made_at: datetime
    used_at: datetime | None = None
