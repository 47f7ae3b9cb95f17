"""The shapes of what the office is asked to do."""

import re
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from minplan import words

# Who is added with an e-mail. A supporter comes in by a citizen's invitation alone.
KINDS = ("staff", "leader", "editor", "administrator")
LEAST = 10  # characters of a reason
_EMAIL = re.compile(r"[^@\s\"'<>,;]+@[^@\s\"'<>,;]+\.[^@\s\"'<>,;]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,18}[0-9]")


def _can_be_kept(text: str) -> str:
    code = words.fault(text)
    if code:
        raise PydanticCustomError(code, "these words cannot be kept")  # type: ignore[arg-type]
    return " ".join(text.split())


def _is_there(text: str) -> str:
    if not text:
        raise PydanticCustomError("required", "this is needed")
    return text


def _is_email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise PydanticCustomError("bad_email", "this is no address")
    return text.lower()


def _is_phone(text: str) -> str:
    if text and not _PHONE.fullmatch(text):
        raise PydanticCustomError("bad_phone", "this is no telephone")
    return text


def _says_something(text: str) -> str:
    if len(text) < LEAST:
        raise PydanticCustomError("too_short" if text else "required", "a reason says something")
    return text


Line = Annotated[str, Field(max_length=80), AfterValidator(_can_be_kept)]
Name = Annotated[Line, AfterValidator(_is_there)]
Email = Annotated[Name, AfterValidator(_is_email)]
Phone = Annotated[Line, AfterValidator(_is_phone)]


class _Command(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(_Command):
    """Somebody who works here, as they are to be from now on."""

    kind: Literal["staff", "leader", "editor", "administrator"]
    name: Name
    language: str = Field(default="da", pattern=r"^[a-z]{2,3}$")
    email: Email
    department: Line = ""
    role: Line = ""
    phone: Phone = ""
    hours: Line = ""
    stand_in: UUID | None = None


class NewCitizen(_Command):
    """A citizen by the name that they want to be called. `contact` is who they can turn to from the first day."""

    name: Name
    language: str = Field(default="da", pattern=r"^[a-z]{2,3}$")
    contact: UUID | None = None


class NewEmergency(_Command):
    """Why somebody must read a plan on which they have no place. The citizen reads it."""

    reason: Annotated[str, AfterValidator(_can_be_kept), AfterValidator(_says_something)]


class NewPlace(_Command):
    """A colleague's place on a citizen's plan; an empty role is the colleague's own.

    The department is that of their card, always: what a yes opens is opened for nobody who is only called so here.
    """

    colleague: UUID
    role: Line = ""
