"""What somebody asks of a choice: one small shape for each verb."""

from uuid import UUID

from pydantic import BaseModel, Field

from minplan.words import NewText

FEWEST_OPTIONS, MOST_OPTIONS = 2, 4


class NewOption(BaseModel):
    """One thing to choose: what it is and why, what it takes, what it means for the citizen's money, and what is new
    where something like it was tried."""

    title: NewText
    why: NewText
    takes: NewText | None = None
    money: NewText | None = None
    new: NewText | None = None


class NewChoice(BaseModel):
    """A question with two to four options; what is chosen becomes a step below this milestone."""

    question: NewText
    milestone: UUID
    options: list[NewOption] = Field(min_length=FEWEST_OPTIONS, max_length=MOST_OPTIONS)
