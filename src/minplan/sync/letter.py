"""Rule: what stands on the outside of a message, also of one that cannot be read."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from minplan import words
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.shapes.common import Ref
from minplan.sync.shapes.inbox import Message
from minplan.sync.valid import valid

_NUMBER = Problem("invalid", errors=(Pointed("", "id_number"),))


class Letter(NamedTuple):
    """A message that came. `id` is the sender's own, `body` what came, and `message` what it says, or why it cannot be
    read. One that holds somebody's id number is not kept as it came."""

    id: str
    type: str
    subject: str
    version: int
    body: Any
    message: Message | Problem

    def kept(self) -> dict[str, Any]:
        """What is kept of it."""
        told = {name: getattr(self, name) for name in ("type", "subject", "version", "body")}
        return told | {"message_id": self.id}


def letter(caller: Caller, came: Any) -> Letter | None:
    """A message as it came; None where the sender calls it nothing that can be kept."""
    raw = came.model_dump(mode="json", exclude_unset=True) if isinstance(came, Message) else came
    id = raw.get("id") if isinstance(raw, dict) else None
    if not isinstance(id, str) or not _is_name(caller, id):
        return None
    message, envelope = read(came), _envelope(raw)
    if _holds_number(raw):
        return Letter(id, *envelope, None, _NUMBER)
    return Letter(id, *envelope, raw, message)


def read(came: Any) -> Message | Problem:
    """What a message says, or why it cannot be read."""
    if isinstance(came, Message):
        return came
    try:
        return valid(Message, came)
    except Problem as problem:
        return problem


def _envelope(raw: dict[str, Any]) -> tuple[str, str, int]:
    """Its type, subject and version, as far as these can be kept."""
    try:
        message = Message.model_validate(raw | {"data": {}, "plan": None})
    except ValueError:
        return "", "", 0
    subject = "" if words.names_by_id_number(message.subject) else message.subject
    return message.type, subject, message.version


def _is_name(caller: Caller, id: object) -> bool:
    try:
        valid(Ref, {"system": caller.code, "id": id})
    except Problem:
        return False
    return not words.names_by_id_number(str(id))


def _holds_number(value: dict[str, Any]) -> bool:
    """In the words of it, or in what something is called."""
    is_in_words = any(words.has_id_number(text) and not _is_uuid(text) for text in _texts(value))
    return is_in_words or any(map(words.names_by_id_number, _names(value)))


def _names(raw: dict[str, Any]) -> Iterator[str]:
    """What the sender calls things: the envelope's names, and `{"system": …, "id": …}` wherever in the data."""
    yield from (each for name in ("id", "subject", "plan") if isinstance(each := raw.get(name), str))
    yield from _referred(raw.get("data"))


def _referred(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _referred(each)
    if isinstance(value, dict):
        if "system" in value and isinstance(value.get("id"), str):
            yield value["id"]
        for each in value.values():
            yield from _referred(each)


def _texts(value: Any) -> Iterator[str]:
    """Everything that stands in it: names, words and numbers."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, (str, int)):
        yield str(value)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
