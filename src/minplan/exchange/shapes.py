"""Rule: the small shapes that a plan document is made of. A description says in words what a pattern asks for."""

from typing import Any

from minplan.content import topics
from minplan.words import MAX_LENGTH

Schema = dict[str, Any]
Values = dict[str, Any]  # a document, or a part of it

_END = r"(?![\s\S])"  # `$` would let a line break pass in some readers
_DAY = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
_ZONE = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"


def closed(required: Schema, optional: Schema | None = None) -> Schema:
    """An object that has these members and may have those, and no others."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(items: Schema) -> Schema:
    """A list, written also when it is empty."""
    return {"type": "array", "items": items}


def one_of(words: tuple[str, ...]) -> Schema:
    """One of some fixed words."""
    return {"enum": list(words)}


def written(pattern: str, description: str) -> Schema:
    """A string that looks a certain way."""
    return {"type": "string", "pattern": f"^{pattern}{_END}", "description": description}


LINE = {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH}
DATE = written(_DAY, "a date such as 2026-12-03")
TIME = written(f"{_DAY}T{_CLOCK}{_ZONE}", "a time with its offset such as 2026-12-03T10:00:00+01:00")
WHEN = written(f"{_DAY}(T{_CLOCK}{_ZONE})?", "a date such as 2026-12-03, or a time such as 2026-12-03T10:00:00+01:00")
LANGUAGE = written("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", "a language such as da")
EMAIL = LINE | written(r"[^\s@]+@[^\s@]+", "an e-mail address")
TEXT = {"$ref": "#/$defs/text"}


def defined() -> Schema:
    """The shapes that `TEXT` points at."""
    own = closed({"text": LINE, "lang": LANGUAGE})
    phrase = closed({"phrase": LINE, "slots": closed({}, _slots())})
    return {"text": {"type": "object", "if": {"required": ["phrase"]}, "then": phrase, "else": own}}


def _slots() -> Schema:
    number = {"type": "integer", "minimum": 1, "maximum": 1000}
    return {"who": LINE, "date": DATE, "n": number, "place": LINE, "topic": one_of(tuple(topics()))}
