"""From a submitted form to a room's command: what is made of several fields, or checked by a command's shape."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from flask import request
from pydantic import BaseModel, ValidationError

from minplan import content
from minplan.errors import Invalid
from minplan.journey import Ball, When
from minplan.routes import fields
from minplan.words import NewText

Shape = TypeVar("Shape", bound=BaseModel)
# Which ready sentences a step's fields take.
KINDS = {"title": "step", "why": "why"}


def seen(name: str) -> str:
    """What the person saw in a field when they began. Raises Invalid when the form does not say."""
    value = request.form.get(f"seen_{name}")
    if value is None:
        raise Invalid({f"seen_{name}": "required"})
    return value


def maybe_seen(name: str) -> str | None:
    """What the person saw in a field, empty for nothing; None where the form does not say."""
    return request.form.get(f"seen_{name}")


def seen_id(name: str) -> UUID | None:
    """The id of the text that the person saw, None for an empty field."""
    seen(name)
    return fields.uuid(f"seen_{name}")


def seen_number(name: str) -> int:
    """The number that the person saw. Raises Invalid for what is none."""
    value = seen(name)
    if not value.isdecimal() or len(value) > 9:
        raise Invalid({f"seen_{name}": "bad_number"})
    return int(value)


def words(name: str, kind: str = "") -> NewText:
    """The phrase of this kind that was picked with its slots, or own words; raises Invalid when there is neither."""
    phrase = request.form.get("phrase")
    if phrase and not fields.text(name):
        if phrase not in content.phrases(kind):
            raise Invalid({"phrase": "unknown"})  # a sentence made for another place would say nothing here
        return _phrase(phrase)
    said = fields.own_words(name, required=True)
    if said is None:
        raise Invalid({name: "required"})
    return said


def maybe_words(name: str) -> NewText | None:
    """Own words, or the ready sentence that was picked in `<name>_phrase`; None where there is neither."""
    said, phrase = fields.own_words(name), request.form.get(f"{name}_phrase")
    if said or not phrase:
        return said
    if phrase not in content.phrases(name) or content.check_slots(phrase, {}):
        raise Invalid({f"{name}_phrase": "unknown"})
    return NewText(phrase=phrase)


def needed_day(name: str) -> date:
    """A day; raises Invalid when the field is empty."""
    found = fields.day(name, required=True)
    if found is None:
        raise Invalid({name: "required"})
    return found


def when() -> When:
    """The day `on`, with its `clock` where one is given."""
    on = fields.day("on", required=bool(request.form.get("clock")))
    at = fields.clock_time("clock", on)
    return When(at=at) if at else When(on=on)


def ball() -> Ball:
    """Whose turn: the holder `ball`, and somebody else's name `ball_name`, which may still name who had it before."""
    holder, name = fields.text("ball", required=True), fields.text("ball_name") or None
    try:
        return read(Ball, holder=holder, name=name if holder == "other" else None)
    except Invalid as error:
        raise Invalid({_BALL.get(field, field): code for field, code in error.fields.items()}) from None


def ids(name: str) -> list[UUID]:
    """The ids of a field that can be ticked several times; raises Invalid when none is."""
    try:
        found = [UUID(value) for value in request.form.getlist(name)]
    except ValueError:
        raise Invalid({name: "unknown"}) from None
    if not found:
        raise Invalid({name: "required"})
    return found


def faults(error: Exception | None) -> dict[str, str]:
    """What is to be put right by the form's own field names; nothing where the error is of another kind."""
    found = error.fields if isinstance(error, Invalid) else {}
    return {"on" if field == "when" else field: code for field, code in found.items()}


def read(shape: type[Shape], **values: Any) -> Shape:
    """A command from values; what its shape refuses is an Invalid with a code for each field."""
    try:
        return shape.model_validate(values)
    except ValidationError as error:
        raise Invalid(dict(map(_field_and_code, error.errors()))) from None


def _phrase(phrase: str) -> NewText:
    fields.day("slot_date")  # the days of a form lie within reach
    typed = {name.removeprefix("slot_"): fields.text(name) for name in request.form if name.startswith("slot_")}
    slots: dict[str, Any] = {name: value for name, value in typed.items() if value}
    if slots.get("n", "").isdecimal():
        slots["n"] = int(slots["n"])
    faults = content.check_slots(phrase, slots)
    if faults:
        raise Invalid({member.replace("slots.", "slot_"): code for member, code in faults.items()})
    return NewText(phrase=phrase, slots=slots)


def _field_and_code(fault: Any) -> tuple[str, str]:
    code = str(fault["type"])
    if not fault["loc"]:  # a fault of the whole command names no field; its code says which one is meant
        return _WHOLE.get(code, (code, code))
    return str(fault["loc"][0]), _SHAPE.get(code, code if "_" not in code or code in _OWN else "unknown")


_BALL = {"holder": "ball", "name": "ball_name"}
# A fault of a command as a whole: the field that is meant, and its code.
_WHOLE = {
    "why_missing": ("why", "required"),
    "law_missing": ("law", "required"),
    "until_before_since": ("until", "too_early"),
    "who": ("ball_name", "required"),
}
_SHAPE = {"string_too_long": "too_long"}
_OWN = frozenset({"id_number", "too_long", "too_short", "bad_character", "bad_email", "bad_phone", "bad_link"})
