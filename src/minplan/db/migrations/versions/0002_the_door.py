"""The door: municipalities, sign-ins, who looked, consents and notices, supporters, handovers."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# SQLite keeps no name of a constraint that was given none; PostgreSQL names it like this.
_NAMES = {"fk": "%(table_name)s_%(column_0_name)s_fkey", "uq": "%(table_name)s_%(column_0_name)s_key"}
_SUPPORTERS = "'mentor', 'companion', 'representative', 'supplier', 'workplace', 'doctor'"


def upgrade() -> None:
    _municipality()
    for table in (_person, _plan, _membership, _win, _text):
        table()
    for part in (_who_is_here, _who_looked, _what_is_told, _who_stands_by):
        part()


def _only(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _belongs(column: str, to: str, name: str) -> sa.ForeignKeyConstraint:
    """A link that no other municipality's row can stand at the end of."""
    return sa.ForeignKeyConstraint(["municipality_id", column], [f"{to}.municipality_id", f"{to}.id"], name=name)


def _alter(table: str) -> Any:
    return op.batch_alter_table(table, naming_convention=_NAMES)


def _check(batch: Any, name: str, condition: str, was: bool = True) -> None:
    """SQLite builds the table anew and leaves its checks behind; PostgreSQL has them still."""
    if was and op.get_bind().dialect.name == "postgresql":
        batch.drop_constraint(name, type_="check")
    batch.create_check_constraint(name, condition)


def _municipality() -> None:
    """Everybody who is here already belongs to the one municipality of the house."""
    made = op.create_table(
        "municipality",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.bulk_insert(made, [{"code": "home", "name": "kommunen"}])


def _of_municipality() -> sa.Column[Any]:
    return sa.Column("municipality_id", sa.String(), nullable=False, server_default="home")


def _person() -> None:
    with _alter("person") as batch:
        batch.add_column(_of_municipality())
        for name in ("number_hash", "department", "phone", "hours", "hello", "notice_email", "privacy_seen"):
            batch.add_column(sa.Column(name, sa.String(), nullable=True))
        batch.add_column(sa.Column("role", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("stand_in_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        kinds = "'citizen', 'staff', 'leader', 'editor', 'administrator', 'supporter'"
        _check(batch, "person_kind", f"kind IN ({kinds})")
        batch.drop_constraint("person_email_key", type_="unique")
        batch.create_unique_constraint("person_of_municipality", ["municipality_id", "id"])
        batch.create_unique_constraint("person_email", ["municipality_id", "email"])
        batch.create_unique_constraint("person_number", ["municipality_id", "number_hash"])
        batch.create_foreign_key("person_municipality", "municipality", ["municipality_id"], ["code"])
        batch.create_foreign_key(
            "person_stand_in", "person", ["municipality_id", "stand_in_id"], ["municipality_id", "id"]
        )


def _plan() -> None:
    with _alter("plan") as batch:
        batch.add_column(_of_municipality())
        batch.drop_constraint("plan_citizen_id_fkey", type_="foreignkey")
        batch.create_unique_constraint("plan_of_municipality", ["municipality_id", "id"])
        batch.create_foreign_key("plan_citizen", "person", ["municipality_id", "citizen_id"], ["municipality_id", "id"])


def _membership() -> None:
    op.drop_index("membership_one_contact", "membership")
    with _alter("membership") as batch:
        batch.add_column(_of_municipality())
        batch.add_column(sa.Column("shares", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("since", sa.Date(), nullable=True))
        batch.add_column(sa.Column("until", sa.Date(), nullable=True))
        _check(batch, "membership_relation", f"relation IN ('contact', 'team', {_SUPPORTERS})")
        limited = f"relation NOT IN ({_SUPPORTERS}) OR until IS NOT NULL"
        _check(batch, "membership_limited", limited, was=False)
        for name in ("plan", "person"):
            batch.drop_constraint(f"membership_{name}_id_fkey", type_="foreignkey")
            batch.create_foreign_key(
                f"membership_{name}", name, ["municipality_id", f"{name}_id"], ["municipality_id", "id"]
            )
    op.create_index("membership_one_contact", "membership", ["plan_id"], unique=True, **_only("relation = 'contact'"))


def _win() -> None:
    with _alter("win") as batch:
        batch.add_column(sa.Column("audience", sa.String(), nullable=False, server_default="all"))
        _check(batch, "win_audience", "audience IN ('all', 'citizen')", was=False)


def _text() -> None:
    with _alter("text") as batch:
        batch.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        own = "(body IS NULL) <> (phrase IS NULL) OR erased_at IS NOT NULL"
        _check(batch, "text_own_or_phrase", own)
        if op.get_bind().dialect.name == "sqlite":
            _check(batch, "text_own_has_language", "body IS NULL OR lang IS NOT NULL", was=False)


def _who_is_here() -> None:
    op.create_table(
        "sign_in",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sid", sa.String(), nullable=True),
        sa.Column("hint", sa.String(), nullable=True),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        _belongs("person_id", "person", "sign_in_person"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_sign_in_ends_at", "sign_in", ["ends_at"], unique=False)
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"], unique=False)
    op.create_index("sign_in_at_provider", "sign_in", ["issuer", "sid"], unique=False)
    op.create_index("sign_in_of_subject", "sign_in", ["issuer", "subject"], unique=False)
    op.create_table(
        "identity",
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        _belongs("person_id", "person", "identity_person"),
        sa.PrimaryKeyConstraint("issuer", "subject"),
    )
    op.create_index("ix_identity_person_id", "identity", ["person_id"], unique=False)
    op.create_table(
        "attempt",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_attempt_ends_at", "attempt", ["ends_at"], unique=False)


def _who_looked() -> None:
    op.create_table(
        "opening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by", sa.Uuid(), nullable=True),
        _belongs("checked_by", "person", "opening_checker"),
        _belongs("person_id", "person", "opening_person"),
        _belongs("plan_id", "plan", "opening_plan"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("opening_of_municipality", "opening", ["municipality_id", "at"], unique=False)
    op.create_index("opening_of_plan", "opening", ["plan_id", "at"], unique=False)
    op.create_table(
        "emergency",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("at < until", name="emergency_ends"),
        sa.CheckConstraint("length(trim(reason)) > 0", name="emergency_has_reason"),
        _belongs("person_id", "person", "emergency_person"),
        _belongs("plan_id", "plan", "emergency_plan"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("emergency_of", "emergency", ["plan_id", "person_id"], unique=False)


def _what_is_told() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('fetching', 'sharing', 'joint_plan')", name="consent_kind"),
        _belongs("plan_id", "plan", "consent_plan"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("consent_of_plan", "consent", ["plan_id"], unique=False)
    op.create_index("consent_runs_once", "consent", ["plan_id", "item"], unique=True, **_only("withdrawn_at IS NULL"))
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("what IN ('news', 'emergency', 'handover', 'supporter', 'petition')", name="notice_what"),
        _belongs("person_id", "person", "notice_person"),
        _belongs("plan_id", "plan", "notice_plan"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "notice_unread_once", "notice", ["person_id", "plan_id", "what"], unique=True, **_only("read_at IS NULL")
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'handing_over', 'sent', 'given_up')", name="mail_state"),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("notice_id"),
    )
    op.create_index("mail_to_send", "mail", ["state", "next_at"], unique=False)


def _who_stands_by() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("shares", sa.String(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_by", sa.Uuid(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            f"relation IN ({_SUPPORTERS})",
            name="invitation_relation",
        ),
        _belongs("plan_id", "plan", "invitation_plan"),
        _belongs("used_by", "person", "invitation_user"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code_hash"),
    )
    op.create_index("ix_invitation_plan_id", "invitation", ["plan_id"], unique=False)
    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason_id", sa.Uuid(), nullable=False),
        sa.Column("page_id", sa.Uuid(), nullable=True),
        sa.Column("citizen_page_id", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("goodbye_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["citizen_page_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["goodbye_id"], ["text.id"]),
        _belongs("from_id", "person", "handover_from"),
        _belongs("plan_id", "plan", "handover_plan"),
        _belongs("to_id", "person", "handover_to"),
        sa.ForeignKeyConstraint(["page_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["reason_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_handover_plan_id", "handover", ["plan_id"], unique=False)
    op.create_table(
        "petition",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("words_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promised", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('open', 'answered', 'withdrawn')", name="petition_state"),
        sa.ForeignKeyConstraint(["answer_id"], ["text.id"]),
        _belongs("answered_by", "person", "petition_answerer"),
        _belongs("plan_id", "plan", "petition_plan"),
        sa.ForeignKeyConstraint(["words_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_petition_plan_id", "petition", ["plan_id"], unique=False)
    op.create_index("petition_open_once", "petition", ["plan_id"], unique=True, **_only("state = 'open'"))
