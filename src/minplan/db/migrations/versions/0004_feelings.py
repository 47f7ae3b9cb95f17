"""Feelings: what citizens keep for themselves, locked, and what of it they show to whom."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_KINDS = "'checkin', 'worry', 'person', 'for_me', 'strength', 'horizon', 'pulse', 'lift', 'keeping'"


def upgrade() -> None:
    for part in (_keepsake, _showing, _shown_to, _builds_on):
        part()


def _keepsake() -> None:
    op.create_table(
        "keepsake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("citizen_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint(f"kind IN ({_KINDS})", name="keepsake_kind"),
        sa.ForeignKeyConstraint(["citizen_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("citizen_id", "slot", name="keepsake_slot"),
    )
    op.create_index("ix_keepsake_citizen_id", "keepsake", ["citizen_id"], unique=False)
    op.create_index("ix_keepsake_until", "keepsake", ["until"], unique=False)


def _showing() -> None:
    op.create_table(
        "showing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("keepsake_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["keepsake_id"], ["keepsake.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for name in ("keepsake_id", "meeting_id", "plan_id"):
        op.create_index(f"ix_showing_{name}", "showing", [name], unique=False)


def _shown_to() -> None:
    op.create_table(
        "shown_to",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("showing_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["showing_id"], ["showing.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("showing_id", "person_id", name="shown_to_once"),
    )
    op.create_index("ix_shown_to_showing_id", "shown_to", ["showing_id"], unique=False)


def _builds_on() -> None:
    op.create_table(
        "builds_on",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("keepsake_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["keepsake_id"], ["keepsake.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="builds_on_step_of_plan"),
        sa.PrimaryKeyConstraint("step_id"),
    )
    op.create_index("ix_builds_on_keepsake_id", "builds_on", ["keepsake_id"], unique=False)
