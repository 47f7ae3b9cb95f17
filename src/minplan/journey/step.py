"""The noun: one step of the way."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.access import tracks_of
from minplan.journey.kinds import BALLS, KINDS, OPEN, STATES


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class Step(SQLModel, table=True):
    """A step. What every open step must have stands in the checks, so that no path around the rules can lose it."""

    __table_args__ = (
        UniqueConstraint("id", "plan_id", name="step_of_plan"),
        CheckConstraint(_one_of("kind", KINDS), name="step_kind"),
        CheckConstraint(_one_of("state", STATES), name="step_state"),
        CheckConstraint(_one_of("ball", BALLS), name="step_ball"),
        CheckConstraint("ball <> 'other' OR ball_name IS NOT NULL", name="step_other_has_name"),
        CheckConstraint("tracks <> ''", name="step_has_track"),
        CheckConstraint(
            f"NOT ({_one_of('state', (*OPEN, 'suggested'))}) OR ball IS NOT NULL", name="step_open_has_ball"
        ),
        CheckConstraint(
            "state <> 'waiting' OR (since IS NOT NULL AND until IS NOT NULL)", name="step_waiting_has_who_since_until"
        ),
        CheckConstraint(
            f"NOT ({_one_of('state', OPEN)}) OR ball <> 'municipality' OR (since IS NOT NULL AND"
            " (until IS NOT NULL OR when_on IS NOT NULL OR when_at IS NOT NULL))",
            name="step_municipality_has_promise",
        ),
        CheckConstraint("kind = 'own' OR why_id IS NOT NULL", name="step_agreed_has_why"),
        CheckConstraint("(kind = 'law') = (law IS NOT NULL)", name="step_law_names_law"),
        CheckConstraint("when_on IS NULL OR when_at IS NULL", name="step_one_when"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    milestone_id: UUID = Field(foreign_key="milestone.id")
    position: int  # among the steps of its milestone
    way: int | None = None  # the order of the way, across goals; None beside it
    title_id: UUID = Field(foreign_key="text.id")
    why_id: UUID | None = Field(default=None, foreign_key="text.id")
    learned_id: UUID | None = Field(default=None, foreign_key="text.id")
    tracks: str  # separated by commas, the first is where it is drawn
    kind: str
    law: str | None = None
    state: str
    ball: str | None = None
    ball_name: str | None = None
    when_on: date | None = None
    when_at: datetime | None = None
    since: date | None = None
    until: date | None = None
    done_on: date | None = None
    together_with_id: UUID | None = Field(default=None, foreign_key="step.id")
    choice_with_id: UUID | None = Field(default=None, foreign_key="step.id")
    after_id: UUID | None = Field(default=None, foreign_key="step.id")

    @property
    def track_names(self) -> tuple[str, ...]:
        """The tracks, the one where the step is drawn first."""
        return tracks_of(self.tracks)
