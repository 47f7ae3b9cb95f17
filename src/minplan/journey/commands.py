"""What somebody asks of a step: one small shape for each verb, validated here because table rows are not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from minplan.journey.goal import Track
from minplan.words import NewText, fault

Holder = Literal["citizen", "municipality", "both", "other"]


def _kept(text: str | None) -> str | None:
    code = fault(text) if text else None
    if code:
        raise PydanticCustomError(code, "this name cannot be kept")  # type: ignore[arg-type]
    return text.strip() or None if text else None


class Ball(BaseModel):
    """Whose turn it is: the holder, and the name of who exactly."""

    holder: Holder
    name: str | None = Field(default=None, max_length=200)

    _name = field_validator("name")(_kept)

    @model_validator(mode="after")
    def _other_has_a_name(self) -> Self:
        if self.holder == "other" and not self.name:
            raise PydanticCustomError("who", "say who it is")
        return self


class When(BaseModel):
    """A day, or a day with a clock."""

    on: date | None = None
    at: AwareDatetime | None = None

    @property
    def day_or_time(self) -> date | datetime | None:
        """Whichever is set."""
        return self.at or self.on


class NewStep(BaseModel):
    """A step to add, or to suggest."""

    milestone: UUID
    title: NewText
    why: NewText | None = None
    tracks: list[Track] = Field(min_length=1, max_length=5)
    kind: Literal["own", "agreed", "law"] = "own"
    law: str | None = Field(default=None, max_length=100)
    ball: Ball = Ball(holder="citizen")
    when: When = When()
    together_with: UUID | None = None
    choice_with: UUID | None = None

    _law = field_validator("law")(_kept)

    @model_validator(mode="after")
    def _has_what_its_kind_asks(self) -> Self:
        if self.kind != "own" and self.why is None:
            raise PydanticCustomError("why_missing", "say what it is good for")
        if (self.kind == "law") != bool(self.law):
            raise PydanticCustomError("law_missing", "name the act and the paragraph")
        return self


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """What two sides have agreed elsewhere, its texts by id; with a `step` it says anew what that one is."""

    title_id: UUID
    why_id: UUID | None
    kind: str
    law: str | None
    ball: str
    ball_name: str | None
    on: date | None
    milestone: UUID | None = None
    tracks: tuple[str, ...] = ()
    step: UUID | None = None


class Wait(BaseModel):
    """Waiting always has who, since when, and until when."""

    ball: Ball
    since: date
    until: date

    @model_validator(mode="after")
    def _until_is_later(self) -> Self:
        if self.until < self.since:
            raise PydanticCustomError("until_before_since", "until lies before since")
        return self


class Detour(BaseModel):
    """A new way: what we take along."""

    learned: NewText


class HandOver(BaseModel):
    """The ball goes on; the municipality's ball needs a promised day (set by rule when it is left out)."""

    ball: Ball
    promised: date | None = None


class Split(BaseModel):
    """Two to five smaller steps that lead up to this one."""

    titles: list[NewText] = Field(min_length=1, max_length=5)


class SettleFirst(BaseModel):
    """This step must settle before those; they rest until then, with a day to look again."""

    before: list[UUID] = Field(min_length=1, max_length=20)
    look_again: date
