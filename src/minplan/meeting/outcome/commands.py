"""What somebody asks of the outcome: one small shape for each verb."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field, field_validator
from pydantic_core import PydanticCustomError

from minplan.journey import Ball
from minplan.words import NewText, line_fault

NAME = 200  # characters of a name, or of what a law is called


def one_line(text: str) -> str:
    """A name on one line; refused where it cannot be kept."""
    code = line_fault(text)
    if code:
        raise PydanticCustomError(code, "this cannot be kept")  # type: ignore[arg-type]
    return " ".join(text.split())


class NewAgreement(BaseModel):
    """What is to be done; what is left out has what fits most, and can be put right field by field."""

    what: NewText
    why: NewText | None = None
    kind: Literal["own", "agreed", "law"] = "agreed"
    law: str = Field(default="", max_length=NAME)
    ball: Ball = Ball(holder="citizen")
    on: date | None = None
    track: str = ""

    _law = field_validator("law")(one_line)


class NewConfirmation(BaseModel):
    """Yes, or "I see it differently", from one side, to what the `digest` on the page stands for.

    A workplace or a supplier has a name and a role, and `about` says which agreements they were shown.
    """

    side: Literal["citizen", "municipality", "workplace", "supplier"]
    says: Literal["agree", "differently"]
    how: Literal["own", "handed", "paper", "joined"]
    digest: str = Field(max_length=64)
    words: NewText | None = None
    name: str = Field(default="", max_length=NAME)
    role: str = Field(default="", max_length=NAME)
    about: list[UUID] = Field(default_factory=list, max_length=50)

    _lines = field_validator("name", "role")(one_line)


class NewClosing(BaseModel):
    """How the meeting ends: with the next step that stands, with another one, or with a promise.

    `next` is an agreement of the meeting or a step of the plan. The promise is that `who` writes by the day `on`.
    """

    next: UUID | None = None
    promised: bool = False
    who: str = Field(default="", max_length=NAME)
    on: date | None = None
