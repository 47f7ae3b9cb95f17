"""The shapes of words: as they come in, and as they are shown."""

from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from minplan.words.check import fault
from minplan.words.line import can_be_seen

ERASED = "zxx"  # the language code of "no words": what an emptied text carries, so that it is told from no text at all
LONGEST_LANG = 35  # characters that BCP 47 asks everybody to have room for
_NO_LANGUAGE = frozenset({ERASED, "und", "root"})  # no words, nobody knows, every language


def names_language(lang: str) -> bool:
    """Whether a language tag names a language, and not the absence of one."""
    return lang.lower().partition("-")[0] not in _NO_LANGUAGE


class Words(NamedTuple):
    """One text as a reader meets it: somebody's own `text` in `lang`, a `phrase` with its `slots`, or erased."""

    text: str | None
    lang: str | None
    phrase: str | None = None
    slots: dict[str, Any] | None = None

    @property
    def erased(self) -> bool:
        """Whether there were words here that have been emptied by rule."""
        return self.text is None and self.phrase is None


class NewText(BaseModel):
    """Words on their way in: own words with their language, or a phrase with its slots; never both."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = None
    lang: str | None = Field(default=None, max_length=LONGEST_LANG, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
    phrase: str | None = None
    slots: dict[str, Any] = Field(default_factory=dict)

    @field_validator("text")
    @classmethod
    def _can_be_kept(cls, text: str | None) -> str | None:
        code = fault(text) if text is not None else None
        if code:
            raise PydanticCustomError(code, "these words cannot be kept")  # type: ignore[arg-type]
        return text

    @field_validator("lang")
    @classmethod
    def _is_a_language(cls, lang: str | None) -> str | None:
        if lang and not names_language(lang):
            raise PydanticCustomError("language_unknown", "this names no language")
        return lang

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if not can_be_seen(self.text or "") and not self.phrase:
            raise PydanticCustomError("required", "some words are needed")
        if self.text and self.phrase:
            raise PydanticCustomError("one_of_two", "either own words or a phrase")
        if self.text and not self.lang:
            raise PydanticCustomError("language_missing", "own words carry their language")
        return self

    def as_words(self) -> Words:
        """The same words as they will be shown."""
        return Words(self.text, self.lang, self.phrase, self.slots or None)
