"""The first shape: people, plans and their ways, the journal, calls, meetings, documents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


# A plan points at its step and the step at its plan: one of the two can only be told when both tables stand.
# SQLite cannot be told later, but does not mind a table that is not there yet.
_LATER = (
    sa.ForeignKeyConstraint(["horizon_id"], ["text.id"], name="plan_horizon", initially="DEFERRED", deferrable=True),
    sa.ForeignKeyConstraint(
        ["next_step_id", "id"],
        ["step.id", "step.plan_id"],
        name="plan_next_step_is_its_own",
        initially="DEFERRED",
        deferrable=True,
    ),
)


def _sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def upgrade() -> None:
    op.create_table(
        "one_time",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_one_time_expires_at", "one_time", ["expires_at"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('citizen', 'staff', 'leader')", name="person_kind"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "plan",
        *(_LATER if _sqlite() else ()),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("citizen_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("next_step_id", sa.Uuid(), nullable=True),
        sa.Column("horizon_id", sa.Uuid(), nullable=True),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("seen_revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["citizen_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("citizen_id"),
    )
    op.create_table(
        "document",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("plan_id"),
    )
    op.create_table(
        "membership",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        sa.Column("seen_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("relation IN ('contact', 'team')", name="membership_relation"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("plan_id", "person_id"),
    )
    op.create_index("ix_membership_person_id", "membership", ["person_id"], unique=False)
    op.create_index(
        "membership_one_contact",
        "membership",
        ["plan_id"],
        unique=True,
        sqlite_where=sa.text("relation = 'contact'"),
        postgresql_where=sa.text("relation = 'contact'"),
    )
    op.create_table(
        "ref",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("subject_id"),
        sa.UniqueConstraint("plan_id", "ref", name="ref_names_one"),
    )
    op.create_table(
        "text",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("lang", sa.String(), nullable=True),
        sa.Column("phrase", sa.String(), nullable=True),
        sa.Column("slots", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(body IS NULL) <> (phrase IS NULL)", name="text_own_or_phrase"),
        sa.CheckConstraint("body IS NULL OR lang IS NOT NULL", name="text_own_has_language"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_text_plan_id", "text", ["plan_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("track", sa.String(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason_id", sa.Uuid(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.CheckConstraint("audience IN ('all', 'citizen')", name="entry_audience"),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["reason_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("plan_id", "revision", name="entry_one_per_revision"),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("title_id", sa.Uuid(), nullable=False),
        sa.Column("why_id", sa.Uuid(), nullable=True),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["title_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_goal_plan_id", "goal", ["plan_id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("purpose_id", sa.Uuid(), nullable=True),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("mode IN ('office', 'phone', 'video', 'home', 'walk', 'other')", name="meeting_mode"),
        sa.CheckConstraint("starts < ends", name="meeting_lasts"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["purpose_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_meeting_plan_id", "meeting", ["plan_id"], unique=False)
    op.create_table(
        "agenda_point",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_agenda_point_meeting_id", "agenda_point", ["meeting_id"], unique=False)
    op.create_table(
        "milestone",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("title_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["title_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_milestone_plan_id", "milestone", ["plan_id"], unique=False)
    op.create_table(
        "step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("way", sa.Integer(), nullable=True),
        sa.Column("title_id", sa.Uuid(), nullable=False),
        sa.Column("why_id", sa.Uuid(), nullable=True),
        sa.Column("learned_id", sa.Uuid(), nullable=True),
        sa.Column("tracks", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("law", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ball", sa.String(), nullable=True),
        sa.Column("ball_name", sa.String(), nullable=True),
        sa.Column("when_on", sa.Date(), nullable=True),
        sa.Column("when_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("together_with_id", sa.Uuid(), nullable=True),
        sa.Column("choice_with_id", sa.Uuid(), nullable=True),
        sa.Column("after_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("(kind = 'law') = (law IS NOT NULL)", name="step_law_names_law"),
        sa.CheckConstraint(
            "NOT (state IN ('active', 'waiting', 'resting', 'later')) OR ball <> 'municipality' OR "
            "(since IS NOT NULL AND (until IS NOT NULL OR when_on IS NOT NULL OR when_at IS NOT NULL))",
            name="step_municipality_has_promise",
        ),
        sa.CheckConstraint(
            "NOT (state IN ('active', 'waiting', 'resting', 'later', 'suggested')) OR ball IS NOT NULL",
            name="step_open_has_ball",
        ),
        sa.CheckConstraint("ball <> 'other' OR ball_name IS NOT NULL", name="step_other_has_name"),
        sa.CheckConstraint("ball IN ('citizen', 'municipality', 'both', 'other')", name="step_ball"),
        sa.CheckConstraint("kind = 'own' OR why_id IS NOT NULL", name="step_agreed_has_why"),
        sa.CheckConstraint("kind IN ('own', 'agreed', 'law')", name="step_kind"),
        sa.CheckConstraint(
            "state <> 'waiting' OR (since IS NOT NULL AND until IS NOT NULL)", name="step_waiting_has_who_since_until"
        ),
        sa.CheckConstraint(
            "state IN ('done', 'active', 'waiting', 'resting', 'detour', 'later', 'suggested', 'declined')",
            name="step_state",
        ),
        sa.CheckConstraint("tracks <> ''", name="step_has_track"),
        sa.CheckConstraint("when_on IS NULL OR when_at IS NULL", name="step_one_when"),
        sa.ForeignKeyConstraint(["after_id"], ["step.id"]),
        sa.ForeignKeyConstraint(["choice_with_id"], ["step.id"]),
        sa.ForeignKeyConstraint(["learned_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["milestone_id"], ["milestone.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["title_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["together_with_id"], ["step.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("id", "plan_id", name="step_of_plan"),
    )
    op.create_index("ix_step_plan_id", "step", ["plan_id"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("why_id", sa.Uuid(), nullable=True),
        sa.Column("track", sa.String(), nullable=True),
        sa.Column("when_on", sa.Date(), nullable=True),
        sa.Column("when_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("promised", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("status IN ('open', 'talk', 'yes', 'adjusted', 'no', 'withdrawn')", name="proposal_status"),
        sa.CheckConstraint(
            "what IN ('step', 'goal', 'milestone', 'title', 'why', 'when', 'rest', 'detour')", name="proposal_what"
        ),
        sa.CheckConstraint("\"to\" <> 'municipality' OR promised IS NOT NULL", name="proposal_has_promise"),
        sa.CheckConstraint("\"to\" IN ('citizen', 'municipality')", name="proposal_to"),
        sa.ForeignKeyConstraint(["answer_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["answered_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposal_plan_id", "proposal", ["plan_id"], unique=False)
    op.create_table(
        "thread",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("promised", sa.Date(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'open') = (promised IS NOT NULL)", name="thread_open_has_promise"),
        sa.CheckConstraint("(state = 'open') = (since IS NOT NULL)", name="thread_open_has_since"),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed')", name="thread_state"),
        sa.CheckConstraint(
            "topic IN ('forgotten', 'question', 'idea', 'cannot_come', 'does_not_fit', 'money', 'talk')",
            name="thread_topic",
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="thread_step_is_of_its_plan"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_thread_plan_id", "thread", ["plan_id"], unique=False)
    op.create_table(
        "win",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=True),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("praised", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_win_plan_id", "win", ["plan_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("thread_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("promised", sa.Date(), nullable=True),
        sa.CheckConstraint("(kind = 'promised') = (promised IS NOT NULL)", name="message_promise_names_day"),
        sa.CheckConstraint(
            "kind IN ('asked', 'wrote', 'promised', 'yes', 'yes_if', 'not_now', 'words')", name="message_kind"
        ),
        sa.CheckConstraint("text_id IS NOT NULL OR kind IN ('yes', 'promised')", name="message_says_something"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("thread_id", "number", name="message_one_per_number"),
    )
    if not _sqlite():
        op.create_foreign_key(
            "plan_horizon", "plan", "text", ["horizon_id"], ["id"], deferrable=True, initially="DEFERRED"
        )
        op.create_foreign_key(
            "plan_next_step_is_its_own",
            "plan",
            "step",
            ["next_step_id", "id"],
            ["id", "plan_id"],
            deferrable=True,
            initially="DEFERRED",
        )
