"""The nouns of what comes of a meeting: what each expects, what was agreed, and who has said yes to it."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.journey import BALLS, KINDS
from minplan.meeting.meeting import SIDES, one_of

FITS = ("much", "little", "right")
SAYS = ("agree", "differently")
HOW = ("own", "handed", "paper", "joined")
WHO = (*SIDES, "workplace", "supplier")


class Expectation(SQLModel, table=True):
    """What one side lets the other expect, and expects. `fits` is what the other thinks: too much, too little, fine."""

    __table_args__ = (
        CheckConstraint(one_of("side", SIDES), name="expectation_side"),
        CheckConstraint(f"fits IS NULL OR {one_of('fits', FITS)}", name="expectation_fits"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    side: str
    text_id: UUID = Field(foreign_key="text.id")
    fits: str | None = None
    gone: bool = False
    position: int


class Agreement(SQLModel, table=True):
    """What is to be done, why, by whom and when. It becomes the step `step_id` when the citizen has said yes to it.

    `by_side` wrote it last: what the citizen alone has written is no agreement before the municipality says yes too.
    `sealed` is that its step says just this; with a step and unsealed, the step stands as it was agreed before. `laid`
    is a mark of how that step was then: where it is another one by now, somebody has said something newer on the way.
    """

    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="agreement_kind"),
        CheckConstraint(one_of("ball", BALLS), name="agreement_ball"),
        CheckConstraint("NOT sealed OR step_id IS NOT NULL", name="agreement_sealed_is_step"),
        CheckConstraint(one_of("by_side", SIDES), name="agreement_by_side"),
        CheckConstraint("(kind = 'law') = (law IS NOT NULL)", name="agreement_law_names_law"),
        CheckConstraint("ball <> 'other' OR ball_name IS NOT NULL", name="agreement_other_has_name"),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="agreement_step_of_plan"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    kind: str
    law: str | None = None
    what_id: UUID = Field(foreign_key="text.id")
    why_id: UUID | None = Field(default=None, foreign_key="text.id")
    ball: str
    ball_name: str | None = None
    when_on: date | None = None
    milestone_id: UUID | None = Field(default=None, foreign_key="milestone.id")
    tracks: str = ""
    step_id: UUID | None = None
    sealed: bool = False
    laid: str | None = None
    by_side: str = "municipality"
    gone: bool = False
    position: int


class Confirmation(SQLModel, table=True):
    """Somebody says "I agree" or "I see it differently" about exactly what `digest` stands for.

    `own`: on a screen of their own; `handed`: on somebody else's that was handed over; `paper`: with a pen. `joined`:
    on a device that came in by a code, which waits for one of the others. Own `words` stand beside it. `about` are the
    ids of the agreements that a workplace or a supplier was shown, separated by commas, and their `role` its own word.
    """

    __table_args__ = (
        CheckConstraint(one_of("side", WHO), name="confirmation_side"),
        CheckConstraint(one_of("says", SAYS), name="confirmation_says"),
        CheckConstraint(one_of("how", HOW), name="confirmation_how"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    side: str
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    name: str
    role: str = ""
    says: str
    how: str
    words_id: UUID | None = Field(default=None, foreign_key="text.id")
    at: datetime
    digest: str
    about: str = ""
