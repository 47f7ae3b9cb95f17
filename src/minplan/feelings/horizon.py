"""The noun: what a good life could look like, asked in four questions. Each answer is pictures, words, or not now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from minplan import content
from minplan.words import NewText, Words

QUESTIONS = ("days", "around", "noticed", "feel")
MOST_SCENES = 3

Question = Literal["days", "around", "noticed", "feel"]


class NewAnswer(BaseModel):
    """An answer to keep; `away` is "not now", which keeps what was chosen before out of sight."""

    question: Question
    scenes: list[str] = Field(default_factory=list, max_length=MOST_SCENES)
    words: NewText | None = None
    away: bool = False

    @field_validator("scenes")
    @classmethod
    def _are_drawn(cls, scenes: list[str]) -> list[str]:
        if not set(scenes) <= content.phrases("scene").keys():
            raise PydanticCustomError("unknown", "there is no such scene")
        return list(dict.fromkeys(scenes))

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.scenes or self.words or self.away):
            raise PydanticCustomError("required", "choose a picture, write, or say not now")
        return self

    def as_content(self) -> dict[str, Any]:
        """The answer as it is kept."""
        words = self.words.model_dump(exclude_defaults=True) if self.words else None
        scenes = [{"phrase": scene} for scene in self.scenes]
        return {"question": self.question, "scenes": scenes, "words": words, "away": self.away}


@dataclass(frozen=True, slots=True)
class HorizonAnswer:
    """An answer as it is read; `mark` is what a form says it has seen."""

    id: UUID
    question: str
    scenes: tuple[str, ...]
    words: Words | None
    away: bool
    mark: str

    @property
    def says(self) -> tuple[Words, ...]:
        """Every sentence of it, the pictures first."""
        return tuple(Words(None, None, scene) for scene in self.scenes) + ((self.words,) if self.words else ())


def answer_of(id: UUID, kept: Mapping[str, Any], at: datetime) -> HorizonAnswer:
    """An answer from what was kept; a scene that is drawn no more is left out."""
    scenes = tuple(each["phrase"] for each in kept["scenes"] if each["phrase"] in content.phrases("scene"))
    words = NewText(**kept["words"]).as_words() if kept["words"] else None
    return HorizonAnswer(id, kept["question"], scenes, words, kept["away"], at.isoformat())
