"""Rights: what somebody lives on, what a step may lead to, decisions, choices, and what is sent officially."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_TOPICS = (
    "'forgotten', 'question', 'idea', 'cannot_come', 'does_not_fit', 'money', 'talk', 'no_sense', 'disagree', 'letter'"
)
_DISPATCHES = "'complaint', 'access', 'insight', 'log', 'correction', 'reasons'"
_DISPATCH_STATES = "'waiting', 'handing_over', 'sent', 'unsure', 'given_up', 'by_hand'"
# SQLite builds the table anew without its checks, so that all of them are told again.
_THREAD = {
    "thread_topic": f"topic IN ({_TOPICS})",
    "thread_state": "state IN ('open', 'answered', 'closed')",
    "thread_open_has_since": "(state = 'open') = (since IS NOT NULL)",
    "thread_open_has_promise": "(state = 'open') = (promised IS NOT NULL)",
}


def upgrade() -> None:
    for part in (_thread, _plan_benefit, _prospect, _sense, _decision, _choice, _choice_option, _dispatch, _leaning):
        part()


def _thread() -> None:
    with op.batch_alter_table("thread") as batch:
        for name, condition in _THREAD.items():
            if op.get_bind().dialect.name == "postgresql":
                batch.drop_constraint(name, type_="check")
            batch.create_check_constraint(name, condition)


def _plan_benefit() -> None:
    op.create_table(
        "plan_benefit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_benefit_plan_id", "plan_benefit", ["plan_id"], unique=False)


def _prospect() -> None:
    op.create_table(
        "prospect",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("gives_id", sa.Uuid(), nullable=True),
        sa.Column("promises_not_id", sa.Uuid(), nullable=True),
        sa.Column("takes_id", sa.Uuid(), nullable=True),
        sa.Column("afterwards_id", sa.Uuid(), nullable=True),
        sa.Column("money_id", sa.Uuid(), nullable=True),
        sa.Column("new_id", sa.Uuid(), nullable=True),
        sa.Column("money_asked", sa.Date(), nullable=True),
        sa.Column("no_decision", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["afterwards_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["gives_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["money_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["new_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["promises_not_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["takes_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="prospect_step_of_plan"),
        sa.PrimaryKeyConstraint("step_id"),
    )
    op.create_index("ix_prospect_plan_id", "prospect", ["plan_id"], unique=False)


def _sense() -> None:
    op.create_table(
        "sense",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("answer IN ('yes', 'a_bit', 'no', 'explain')", name="sense_answer"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="sense_step_of_plan"),
        sa.PrimaryKeyConstraint("step_id"),
    )
    op.create_index("ix_sense_plan_id", "sense", ["plan_id"], unique=False)


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("what_id", sa.Uuid(), nullable=False),
        sa.Column("called", sa.Date(), nullable=False),
        sa.Column("reached", sa.String(), nullable=False),
        sa.Column("decided", sa.Date(), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("decided IS NULL OR called <= decided", name="decision_called_before"),
        sa.CheckConstraint(
            "received IS NULL OR (decided IS NOT NULL AND received >= decided)", name="decision_received_after"
        ),
        sa.CheckConstraint("reached IN ('spoke', 'tried')", name="decision_reached"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="decision_step_of_plan"),
        sa.ForeignKeyConstraint(["what_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("step_id"),
    )
    op.create_index("ix_decision_plan_id", "decision", ["plan_id"], unique=False)


def _choice() -> None:
    op.create_table(
        "choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(state = 'open') = (chosen_on IS NULL)", name="choice_open_has_no_day"),
        sa.CheckConstraint("state IN ('open', 'chosen', 'closed')", name="choice_state"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["milestone_id"], ["milestone.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["question_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("id", "plan_id", name="choice_of_plan"),
    )
    op.create_index("ix_choice_plan_id", "choice", ["plan_id"], unique=False)


def _choice_option() -> None:
    op.create_table(
        "choice_option",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("choice_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_id", sa.Uuid(), nullable=False),
        sa.Column("why_id", sa.Uuid(), nullable=False),
        sa.Column("takes_id", sa.Uuid(), nullable=True),
        sa.Column("money_id", sa.Uuid(), nullable=True),
        sa.Column("new_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'chosen', 'later')", name="option_state"),
        sa.CheckConstraint("step_id IS NULL OR state = 'chosen'", name="option_step_was_chosen"),
        sa.ForeignKeyConstraint(
            ["choice_id", "plan_id"], ["choice.id", "choice.plan_id"], name="option_choice_of_plan"
        ),
        sa.ForeignKeyConstraint(["money_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["new_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="option_step_of_plan"),
        sa.ForeignKeyConstraint(["takes_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["title_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["why_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("choice_id", "position", name="option_position"),
    )
    op.create_index("ix_choice_option_choice_id", "choice_option", ["choice_id"], unique=False)
    op.create_index("ix_choice_option_plan_id", "choice_option", ["plan_id"], unique=False)


def _dispatch() -> None:
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mailbox", sa.String(), nullable=True),
        sa.CheckConstraint("answer_by IS NULL OR state = 'sent'", name="dispatch_answered_once_sent"),
        sa.CheckConstraint(f"kind IN ({_DISPATCHES})", name="dispatch_kind"),
        sa.CheckConstraint("state <> 'sent' OR (sent_at IS NOT NULL AND mailbox IS NOT NULL)", name="dispatch_sent"),
        sa.CheckConstraint(f"state IN ({_DISPATCH_STATES})", name="dispatch_state"),
        sa.ForeignKeyConstraint(["about_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["letter_id"], ["text.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="dispatch_step_of_plan"),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index("dispatch_to_send", "dispatch", ["state", "next_at"], unique=False)
    op.create_index("ix_dispatch_plan_id", "dispatch", ["plan_id"], unique=False)


def _leaning() -> None:
    op.create_table(
        "leaning",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("answer IN ('gladly', 'maybe', 'not_me')", name="leaning_answer"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("plan_id", "offer"),
    )
