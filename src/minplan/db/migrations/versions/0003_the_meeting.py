"""The meeting: times that are proposed, needs, who comes, the room, and what comes of it."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# SQLite keeps no name of a constraint that was given none; PostgreSQL names it like this.
_NAMES = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}
_SIDE = "'citizen', 'municipality'"


def upgrade() -> None:
    for part in (_before, _meeting, _agenda_point, _what_comes_of_it, _in_the_room, _sign_in, _told):
        part()


def _alter(table: str) -> Any:
    return op.batch_alter_table(table, naming_convention=_NAMES)


def _check(batch: Any, name: str, condition: str) -> None:
    """SQLite builds the table anew and leaves its checks behind; PostgreSQL has them still."""
    if op.get_bind().dialect.name == "postgresql":
        batch.drop_constraint(name, type_="check")
    batch.create_check_constraint(name, condition)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _before() -> None:
    op.create_table(
        "time_offer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"side IN ({_SIDE})", name="time_offer_side"),
        sa.CheckConstraint("starts < ends", name="time_offer_lasts"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_time_offer_meeting_id", "time_offer", ["meeting_id"], unique=False)
    op.create_table(
        "need",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("words_id", sa.Uuid(), nullable=True),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('interpreter', 'companion', 'quiet', 'phone', 'outdoors', 'home', 'library', 'more_time', "
            "'morning', 'midday', 'afternoon', 'other')",
            name="need_kind",
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["words_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_need_meeting_id", "need", ["meeting_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("why_id", sa.Uuid(), nullable=True),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer IN ('asked', 'coming', 'not_coming')", name="attendance_answer"),
        sa.CheckConstraint(
            "kind IN ('contact', 'team', 'supporter', 'interpreter', 'workplace', 'family', 'other')",
            name="attendance_kind",
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attendance_meeting_id", "attendance", ["meeting_id"], unique=False)


def _what_comes_of_it() -> None:
    op.create_table(
        "expectation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("fits", sa.String(), nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("fits IS NULL OR fits IN ('much', 'little', 'right')", name="expectation_fits"),
        sa.CheckConstraint(f"side IN ({_SIDE})", name="expectation_side"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_expectation_meeting_id", "expectation", ["meeting_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("law", sa.String(), nullable=True),
        sa.Column("what_id", sa.Uuid(), nullable=False),
        sa.Column("why_id", sa.Uuid(), nullable=True),
        sa.Column("ball", sa.String(), nullable=False),
        sa.Column("ball_name", sa.String(), nullable=True),
        sa.Column("when_on", sa.Date(), nullable=True),
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("tracks", sa.String(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("laid", sa.String(), nullable=True),
        sa.Column("by_side", sa.String(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("(kind = 'law') = (law IS NOT NULL)", name="agreement_law_names_law"),
        sa.CheckConstraint("ball <> 'other' OR ball_name IS NOT NULL", name="agreement_other_has_name"),
        sa.CheckConstraint("ball IN ('citizen', 'municipality', 'both', 'other')", name="agreement_ball"),
        sa.CheckConstraint("NOT sealed OR step_id IS NOT NULL", name="agreement_sealed_is_step"),
        sa.CheckConstraint(f"by_side IN ({_SIDE})", name="agreement_by_side"),
        sa.CheckConstraint("kind IN ('own', 'agreed', 'law')", name="agreement_kind"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["milestone_id"], ["milestone.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="agreement_step_of_plan"),
        sa.ForeignKeyConstraint(["what_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_agreement_meeting_id", "agreement", ["meeting_id"], unique=False)
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("words_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.CheckConstraint("how IN ('own', 'handed', 'paper', 'joined')", name="confirmation_how"),
        sa.CheckConstraint("says IN ('agree', 'differently')", name="confirmation_says"),
        sa.CheckConstraint(f"side IN ({_SIDE}, 'workplace', 'supplier')", name="confirmation_side"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["words_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_confirmation_meeting_id", "confirmation", ["meeting_id"], unique=False)


def _in_the_room() -> None:
    op.create_table(
        "join_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code_hash"),
    )
    op.create_index("ix_join_code_meeting_id", "join_code", ["meeting_id"], unique=False)
    op.create_index("join_code_over", "join_code", ["expires_at"], unique=False)
    op.create_table(
        "presence",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("screen", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("touching", sa.String(), nullable=True),
        sa.Column("says", sa.String(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"side IN ({_SIDE})", name="presence_side"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("meeting_id", "screen"),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_id", sa.Uuid(), nullable=True),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(shared_id IS NULL) = (shared_at IS NULL)", name="note_shared"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="note_plan"),
        sa.ForeignKeyConstraint(["shared_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_note_by_id", "note", ["by_id"], unique=False)
    op.create_index("ix_note_meeting_id", "note", ["meeting_id"], unique=False)
    op.create_table(
        "calendar_feed",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="calendar_feed_person"
        ),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("key_hash"),
    )


def _meeting() -> None:
    """The names that stood in a list are people who come, like everybody; what was planned is agreed."""
    _bring_people()
    with _alter("meeting") as batch:
        for name in ("kind", "state"):
            given = {"kind": "talk", "state": "agreed"}[name]
            batch.add_column(sa.Column(name, sa.String(), nullable=False, server_default=given))
        for name in ("door", "link", "offered_by", "cancelled_by", "moved_by"):
            batch.add_column(sa.Column(name, sa.String(), nullable=True))
        for name in ("decides_id", "not_today_id", "reason_id", "booked_by"):
            batch.add_column(sa.Column(name, sa.Uuid(), nullable=True))
            to = "person" if name == "booked_by" else "text"
            batch.create_foreign_key(f"meeting_{name}_fkey", to, [name], ["id"])
        for name in ("sequence", "stirred"):
            batch.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        for name in ("moved_at", "arrived_at", "opened_at", "closed_at"):
            batch.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("answer_by", sa.Date(), nullable=True))
        batch.add_column(sa.Column("next_id", sa.Uuid(), nullable=True))
        step = ("step", ["next_id", "plan_id"], ["id", "plan_id"])
        batch.create_foreign_key("meeting_next_step_of_plan", *step)
        batch.drop_column("people")
        _check(batch, "meeting_mode", "mode IN ('office', 'phone', 'video', 'home', 'walk', 'library', 'other')")
        for name, condition in _MEETING.items():
            batch.create_check_constraint(name, condition)
    _no_defaults("meeting", kind=sa.String(), state=sa.String(), sequence=sa.Integer(), stirred=sa.Integer())


_MEETING = {
    "meeting_kind": "kind IN ('talk', 'law', 'round', 'family')",
    "meeting_state": "state IN ('offered', 'agreed', 'open', 'closed', 'cancelled', 'missed')",
    "meeting_offered_by_a_side": "(state = 'offered') = (offered_by IS NOT NULL)",
    "meeting_cancelled_by_a_side": "(state = 'cancelled') = (cancelled_by IS NOT NULL)",
    "meeting_opened": "state NOT IN ('open', 'closed') OR opened_at IS NOT NULL",
    "meeting_closed": "(state = 'closed') = (closed_at IS NOT NULL)",
    "meeting_closed_with_next_step": "state <> 'closed' OR next_id IS NOT NULL",
}


def _bring_people() -> None:
    old = sa.table("meeting", sa.column("id", sa.Uuid()), sa.column("people", sa.JSON()))
    new = sa.table(
        "attendance", sa.column("id", sa.Uuid()), sa.column("meeting_id", sa.Uuid()), sa.column("name", sa.String()),
        sa.column("role", sa.String()), sa.column("kind", sa.String()), sa.column("answer", sa.String()),
        sa.column("position", sa.Integer()),
    )  # fmt: skip
    met = op.get_bind().execute(sa.select(old.c.id, old.c.people)).all()
    rows = [
        {"id": uuid4(), "meeting_id": meeting, "name": name, "position": position}
        for meeting, people in met
        for position, name in enumerate(people)
    ]
    if rows:
        op.bulk_insert(new, [row | {"role": "", "kind": "other", "answer": "coming"} for row in rows])


def _no_defaults(table: str, **columns: Any) -> None:
    """What only the rows that were here already needed."""
    with _alter(table) as batch:
        for name, kind in columns.items():
            batch.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)


def _agenda_point() -> None:
    with _alter("agenda_point") as batch:
        for name, to in (("by_id", "person"), ("from_id", "agenda_point")):
            batch.add_column(sa.Column(name, sa.Uuid(), nullable=True))
            batch.create_foreign_key(f"agenda_point_{name}_fkey", to, [name], ["id"])
        for name in ("picture", "outcome"):
            batch.add_column(sa.Column(name, sa.String(), nullable=True))
        batch.add_column(_flag("gone"))
        batch.create_check_constraint("point_outcome", "outcome IS NULL OR outcome IN ('talked', 'carried')")
    _no_defaults("agenda_point", gone=sa.Boolean())


def _sign_in() -> None:
    with _alter("sign_in") as batch:
        batch.add_column(sa.Column("meeting_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key("sign_in_meeting_id_fkey", "meeting", ["meeting_id"], ["id"])
        batch.create_index("ix_sign_in_meeting_id", ["meeting_id"], unique=False)


def _told() -> None:
    with _alter("notice") as batch:
        whats = "'news', 'emergency', 'handover', 'supporter', 'petition', 'meeting', 'seat'"
        _check(batch, "notice_what", f"what IN ({whats})")
    with _alter("entry") as batch:
        _check(batch, "entry_audience", "audience IN ('all', 'citizen', 'room')")
