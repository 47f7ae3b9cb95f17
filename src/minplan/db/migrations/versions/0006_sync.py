"""Sync: the municipality's own systems, what they call things, the feed of changes, the inbox, and nudges."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_KINDS = "'citizen', 'staff', 'leader', 'editor', 'administrator', 'supporter', 'system'"


def upgrade() -> None:
    for part in (
        _person,
        _system,
        _answered,
        _external_ref,
        _feed_item,
        _inbox_message,
        _webhook,
        _delivery,
        _in_case,
        _pending,
    ):
        part()


def _person() -> None:
    # SQLite builds the table anew without its checks, so that it is told again; it has one.
    with op.batch_alter_table("person") as batch:
        if op.get_bind().dialect.name == "postgresql":
            batch.drop_constraint("person_kind", type_="check")
        batch.create_check_constraint("person_kind", f"kind IN ({_KINDS})")


def _system() -> None:
    op.create_table(
        "system",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("client_id", sa.String(), nullable=True),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("departments", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(issuer IS NULL) = (client_id IS NULL)", name="system_client_of_issuer"),
        sa.CheckConstraint("key_hash IS NOT NULL OR client_id IS NOT NULL", name="system_can_show_who_it_is"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="system_person"
        ),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("issuer", "client_id", name="system_client"),
        sa.UniqueConstraint("key_hash", name="system_key"),
        sa.UniqueConstraint("municipality_id", "code", name="system_code"),
    )


def _answered() -> None:
    op.create_table(
        "answered",
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.person_id"],
        ),
        sa.PrimaryKeyConstraint("system_id", "key_hash"),
    )
    op.create_index("ix_answered_at", "answered", ["at"], unique=False)


def _external_ref() -> None:
    op.create_table(
        "external_ref",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "type IN ('citizen', 'caseworker', 'plan', 'goal', 'milestone', 'step', 'meeting', 'agreement')",
            name="external_ref_type",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="external_ref_plan"
        ),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="external_ref_municipality"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("municipality_id", "system", "type", "external_id", name="external_ref_once"),
        sa.UniqueConstraint("municipality_id", "system", "type", "subject_id", name="external_ref_one_each"),
    )
    op.create_index("external_ref_of", "external_ref", ["subject_id"], unique=False)


def _feed_item() -> None:
    op.create_table(
        "feed_item",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("tracks", sa.String(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("what IN ('created', 'updated', 'deleted')", name="feed_item_what"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="feed_item_plan"
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("feed_item_at", "feed_item", ["at"], unique=False)
    op.create_index("feed_item_of_municipality", "feed_item", ["municipality_id", "number"], unique=False)


def _inbox_message() -> None:
    op.create_table(
        "inbox_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("waits_for", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'waiting') = (waits_for IS NOT NULL)", name="inbox_message_waits_for_something"),
        sa.CheckConstraint("state <> 'refused' OR reason IS NOT NULL", name="inbox_message_refused_says_why"),
        sa.CheckConstraint("state IN ('waiting', 'done', 'older', 'refused', 'let_go')", name="inbox_message_state"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="inbox_message_plan"
        ),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="inbox_message_municipality"),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.person_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("system_id", "message_id", name="inbox_message_once"),
    )
    op.create_index("inbox_message_subject", "inbox_message", ["system_id", "type", "subject", "version"], unique=False)
    op.create_index("inbox_message_waits", "inbox_message", ["system_id", "state", "waits_for"], unique=False)


def _webhook() -> None:
    op.create_table(
        "webhook",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("system_id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("turns_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('on', 'paused', 'gone')", name="webhook_state"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="webhook_municipality"),
        sa.ForeignKeyConstraint(
            ["system_id"],
            ["system.person_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("webhook_of_system", "webhook", ["system_id"], unique=False)


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("webhook_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("tells", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("took_ms", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("tells IN ('created', 'updated', 'deleted')", name="delivery_tells"),
        sa.CheckConstraint("state IN ('waiting', 'handing_over', 'delivered', 'given_up')", name="delivery_state"),
        sa.CheckConstraint("(settled_at IS NULL) = (state IN ('waiting', 'handing_over'))", name="delivery_settled"),
        sa.ForeignKeyConstraint(
            ["webhook_id"],
            ["webhook.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("webhook_id", "number", name="delivery_once"),
    )
    op.create_index(
        "delivery_unsettled",
        "delivery",
        ["webhook_id", "number"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )


def _in_case() -> None:
    op.create_table(
        "in_case",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("type IN ('horizon', 'goal', 'step', 'win')", name="in_case_type"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="in_case_plan"
        ),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["text.id"],
        ),
        sa.PrimaryKeyConstraint("plan_id", "subject_id"),
    )


def _pending() -> None:
    op.create_table(
        "pending",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id", "revision"], ["entry.plan_id", "entry.revision"], name="pending_entry"),
        sa.PrimaryKeyConstraint("plan_id", "revision"),
    )
