"""The shapes of what the office is asked to do."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from minplan import words
from minplan.access import card

# Who is added with an e-mail. A supporter comes in by a citizen's invitation alone.
KINDS = ("staff", "leader", "editor", "administrator")
LEAST = 10  # letters and digits of a reason


def _says_something(text: str) -> str:
    if words.letters(text) < LEAST:
        raise PydanticCustomError("too_short" if text else "required", "a reason says something")
    return text


Email = Annotated[card.Email, AfterValidator(card.is_there)]


class _Command(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(_Command):
    """Somebody who works here, as they are to be from now on."""

    kind: Literal["staff", "leader", "editor", "administrator"]
    name: card.Name
    language: str = Field(default="da", pattern=r"^[a-z]{2,3}$")
    email: Email
    department: card.Line = ""
    role: card.Line = ""
    phone: card.Phone = ""
    hours: card.Sentence = ""
    stand_in: UUID | None = None


class NewCitizen(_Command):
    """A citizen by the name that they want to be called. `contact` is who they can turn to from the first day."""

    name: card.Name
    language: str = Field(default="da", pattern=r"^[a-z]{2,3}$")
    contact: UUID | None = None


class NewEmergency(_Command):
    """Why somebody must read a plan on which they have no place. The citizen reads it."""

    reason: Annotated[str, AfterValidator(card.can_be_kept), AfterValidator(_says_something)]


class NewPlace(_Command):
    """A colleague's place on a citizen's plan; an empty role is the colleague's own.

    The department is that of their card, always: what a yes opens is opened for nobody who is only called so here.
    """

    colleague: UUID
    role: card.Line = ""
