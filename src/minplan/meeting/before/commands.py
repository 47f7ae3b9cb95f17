"""What somebody asks before a meeting: one small shape for each verb."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError

from minplan.access.card import Line, Sentence, can_be_kept
from minplan.words import NewText

Mode = Literal["office", "phone", "video", "home", "walk", "library", "other"]
Kind = Literal["talk", "law", "round", "family"]
NeedKind = Literal[
    "interpreter", "companion", "quiet", "phone", "outdoors", "home", "library", "more_time",
    "morning", "midday", "afternoon", "other",
]  # fmt: skip
Guest = Literal["team", "supporter", "interpreter", "workplace", "family", "other"]
LANGUAGE = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
MINUTES = (15, 30, 45, 60, 90, 120, 180)


def _is_link(text: str) -> str:
    if text and not (text.startswith("https://") and len(text.split()) == 1 and len(text) > len("https://")):
        raise PydanticCustomError("bad_link", "this is no address")
    return text


Link = Annotated[str, Field(max_length=500), AfterValidator(can_be_kept), AfterValidator(_is_link)]


class NewFrame(BaseModel):
    """Where a meeting is and how long: empty for what nobody has to know."""

    mode: Mode = "office"
    place: Line = ""
    door: Sentence = ""
    link: Link = ""
    minutes: int = Field(default=60, ge=MINUTES[0], le=MINUTES[-1])


class NewTimes(NewFrame):
    """Up to three times, as in the rows of a form: None for a row that was left empty."""

    times: tuple[datetime | None, ...] = ()


class NewMeeting(NewTimes):
    """A meeting that somebody proposes. `notes` become its first points, `people` are asked to come."""

    kind: Kind = "talk"
    purpose: NewText | None = None
    decides: NewText | None = None
    not_today: NewText | None = None
    notes: tuple[NewText, ...] = ()
    people: tuple[UUID, ...] = ()


class NewNeeds(BaseModel):
    """Everything that the citizen needs at a meeting, and nothing that is not named here. `text` says more."""

    kinds: tuple[NeedKind, ...] = ()
    language: str | None = Field(default=None, pattern=LANGUAGE)
    text: NewText | None = None


class NeedAnswer(BaseModel):
    """Whether the municipality sees to a need; a no says why. `name` is the interpreter's, where one is known."""

    met: bool
    text: NewText | None = None
    name: Line = ""


class NewGuest(BaseModel):
    """Somebody who is to come: a `person` who is known on the plan, or anybody by name."""

    person: UUID | None = None
    kind: Guest = "other"
    name: Line = ""
    role: Line = ""
    language: str | None = Field(default=None, pattern=LANGUAGE)
    why: NewText | None = None
