"""What a card says of somebody who works here: one shape for each line, whoever fills it in."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from minplan import words

_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,18}[0-9]")


def can_be_kept(text: str) -> str:
    """The text on one line; raises the code of what keeps it from being stored."""
    code = words.line_fault(text)
    if code:
        raise PydanticCustomError(code, "these words cannot be kept")  # type: ignore[arg-type]
    return " ".join(text.split())


def is_there(text: str) -> str:
    """The text; raises `required` where there is none."""
    if not text:
        raise PydanticCustomError("required", "this is needed")
    return text


def _is_phone(text: str) -> str:
    if text and not _PHONE.fullmatch(text):
        raise PydanticCustomError("bad_phone", "this is no telephone")
    return text


def _is_email(text: str) -> str:
    if text and not words.is_mailbox(text):
        raise PydanticCustomError("bad_email", "this is no address")
    return text.lower()


Line = Annotated[str, Field(max_length=80), AfterValidator(can_be_kept)]
Name = Annotated[Line, AfterValidator(is_there)]
Sentence = Annotated[str, Field(max_length=120), AfterValidator(can_be_kept)]
Phone = Annotated[Line, AfterValidator(_is_phone)]
Email = Annotated[Line, AfterValidator(_is_email)]
