"""Rule: what stands on the outside of a message, also of one that cannot be read."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from minplan import words
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.shapes.common import Ref
from minplan.sync.shapes.inbox import Message
from minplan.sync.valid import MOST, valid


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
    numbers = tuple(Pointed(place, "id_number") for place in dict.fromkeys(_numbers(raw)))
    if numbers:
        return Letter(id, *envelope, None, Problem("invalid", errors=numbers[:MOST]))
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


def _numbers(raw: dict[str, Any]) -> Iterator[str]:
    """Where an id number stands: in the words, or in what something is called."""
    called = set(_names(raw))
    for place, text in _texts(raw, ""):
        in_words = words.has_id_number(text) and not _is_uuid(text)
        if in_words or (place in called and words.names_by_id_number(text)):
            yield place


def _names(raw: dict[str, Any]) -> Iterator[str]:
    """Where the sender calls things something: the envelope, and `{"system": …, "id": …}` wherever in the data."""
    yield from ("/id", "/subject", "/plan")
    yield from _referred(raw.get("data"), "/data")


def _referred(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, dict) and "system" in value:
        yield f"{place}/id"
    for name, each in _members(value):
        yield from _referred(each, _under(place, name))


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Everything that stands in it, names, words and numbers, and where."""
    if isinstance(value, (str, int)):
        yield place, str(value)
    for name, each in _members(value):
        if isinstance(value, dict):
            yield place, name
        yield from _texts(each, _under(place, name))


def _under(place: str, name: str) -> str:
    """Where a member stands; the place above for a name that could be an id number, so that nobody reads it again."""
    could_be = words.has_id_number(name) or words.names_by_id_number(name)
    return place if could_be else f"{place}/{name}"


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(at), each) for at, each in enumerate(value))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
