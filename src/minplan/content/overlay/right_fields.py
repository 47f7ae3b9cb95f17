"""What a record of a right may hold."""

import re
from collections.abc import Collection, Iterator
from typing import Any, get_args

from minplan.content.overlay.fields import Field, day, is_text, matching, number, one_of, text, texts, wrong
from minplan.content.overlay.tables import Table
from minplan.content.right import ALL, MOMENTS, PARTS, Certainty, Source, Unit, Who
from minplan.language import SOURCE

# What can be drawn beside a right.
ICONS = (
    *("companion", "voice", "compass", "letter", "talk", "papers", "clock", "pen", "reasons", "scales", "lock", "eye"),
    *("eraser", "shield", "person", "plan", "calendar", "money", "bus", "health", "work", "handshake", "screen"),
)
STARTS = ("request", "decision", "complaint", "last_answer", "first_sick_day", "stay")
_ID = matching(r"[a-z][a-z0-9_]{1,59}", "small letters, digits and low lines")
_PART = {"name": 45, "fact": 1200, "action": 800, "deadline": 300, "keywords": 600}
_DEADLINE = {
    "count": number(1, 400), "unit": one_of(get_args(Unit)), "who": one_of(get_args(Who)),
    "from": one_of(STARTS), "certainty": one_of(get_args(Certainty)),
}  # fmt: skip
FIELDS = {
    "id": _ID,
    **{part: text(_PART[part]) for part in PARTS},
    "icon": one_of(ICONS),
    "act": text(200),
    "paragraph": text(120),
    "link": matching(r"(https://[!-~]+)?", "an https:// address, or empty"),
    "benefits": Field(lambda value: value and _are_texts(value), "a list of codes"),
    "moments": Field(lambda value: value and isinstance(value, dict), "a table of moments"),
    "certainty": one_of(get_args(Certainty)),
    "source": one_of(get_args(Source)),
    "researched": day(),
    **{name: day(optional=True) for name in ("valid_from", "valid_to", "expected_change")},
    "deadline": Field(lambda value: isinstance(value, dict), "a table", optional=True),
    "deadline_note": text(_PART["deadline"], optional=True),
    "keywords": texts(60, optional=True),
    "sources": texts(2000, optional=True),
    "note": text(4000, optional=True),
    "own": Field(lambda value: isinstance(value, dict), "texts by language and part", optional=True),
}


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def wrong_with_right(table: Table, benefits: Collection[str]) -> list[str]:
    """Everything that is wrong with one record; `benefits` are the codes that there are."""
    found = list(wrong(table, FIELDS))
    return found or [*_unknown(table.fields, benefits), *_deadline(table), *_days(table.fields), *_own(table.fields)]


def _unknown(fields: dict[str, Any], benefits: Collection[str]) -> Iterator[str]:
    for code in fields["benefits"]:
        if code != ALL and code not in benefits:
            yield f"unknown benefit {code}"
    for moment, place in fields["moments"].items():
        if moment not in MOMENTS:
            yield f"unknown moment {moment}"
        elif type(place) is not int or not 1 <= place <= 9:
            yield f"the place of {moment} must be a number from 1 to 9"


def _deadline(table: Table) -> Iterator[str]:
    if "deadline" in table.fields:
        inner = Table(table.file, table.line, table.id, table.fields["deadline"])
        yield from (f"deadline: {each}" for each in wrong(inner, _DEADLINE))


def _days(fields: dict[str, Any]) -> Iterator[str]:
    if "valid_from" in fields and "valid_to" in fields and fields["valid_to"] < fields["valid_from"]:
        yield "valid_to lies before valid_from"


def _own(fields: dict[str, Any]) -> Iterator[str]:
    for lang, parts in fields.get("own", {}).items():
        if not isinstance(parts, dict) or lang == SOURCE or not re.fullmatch("[a-z]{2,3}", lang):
            yield f"own.{lang} must be texts by part, in another language than Danish"
            continue
        for part, said in parts.items():
            if part not in _PART:
                yield f"unknown field own.{lang}.{part}"
            elif not is_text(said, _PART[part] * 2):
                yield f"own.{lang}.{part} must be a text"
