"""What resources are made of on their way in: a member that is left out stays as it is."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from minplan import words
from minplan.access import card
from minplan.sync.shapes.common import Shape
from minplan.sync.shapes.step import Holder

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


def _in_a_life(day: date) -> date:
    """A day or a moment that a clock here can show. Raises the code `out_of_range`."""
    on = day.date() if isinstance(day, datetime) else day
    if not FIRST <= on <= LAST:
        raise PydanticCustomError("out_of_range", "no plan reaches so far")
    return day


def _as_written(value: Any) -> Any:
    """A day or a moment as the document writes it: a number is neither. Raises the code `not_iso`."""
    if isinstance(value, int | float) or (isinstance(value, str) and "-" not in value[1:]):
        raise PydanticCustomError("not_iso", "it is written as 2026-11-24, or 2026-11-24T10:00:00+01:00")
    return value


Day = Annotated[date, BeforeValidator(_as_written), AfterValidator(_in_a_life)]
Moment = Annotated[AwareDatetime, BeforeValidator(_as_written), AfterValidator(_in_a_life)]
Line = Annotated[str, Field(max_length=200), AfterValidator(card.can_be_kept)]
_TAG = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"


def read_only() -> Any:
    """A field that minplan alone says: it may be sent back as it was read."""
    return Field(default=None, json_schema_extra={"readOnly": True})


class Wording(Shape):
    """Words of the municipality, in its language. `phrase` only comes back as it was read."""

    text: str = Field(max_length=words.MAX_LENGTH)
    lang: str = Field(default="da", max_length=35, pattern=_TAG)
    phrase: str | None = None

    @field_validator("text")
    @classmethod
    def _can_be_kept(cls, text: str) -> str:
        code = words.fault(text) or (None if words.can_be_seen(text) else "required")
        if code:
            raise PydanticCustomError(code, "these words cannot be kept")  # type: ignore[arg-type]
        return text

    @field_validator("lang")
    @classmethod
    def _is_a_language(cls, lang: str) -> str:
        if not words.names_language(lang):
            raise PydanticCustomError("language_unknown", "this names no language")
        return lang

    @property
    def new(self) -> words.NewText:
        """The same as it is kept."""
        return words.NewText(text=self.text, lang=self.lang)


class BallSent(Shape):
    """Whose turn it is; `promised` is the day that the municipality promises."""

    holder: Holder
    name: Line | None = None
    since: Day | None = None
    promised: Day | None = None

    @model_validator(mode="after")
    def _other_has_a_name(self) -> "BallSent":
        # It may be sent back as it was read, without a name that is not told.
        if self.holder == "other" and "name" not in self.model_fields_set:
            raise PydanticCustomError("who", "say who it is")
        return self
