"""What a field of a record may hold: each check, and the sentence for whoever wrote something else."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from minplan.content.overlay.tables import Table

_LANGUAGE = re.compile(r"[a-z]{2,3}")
# What is counted from a day within these, years on and back, is still a day.
FIRST, LAST = date(2000, 1, 1), date(2200, 12, 31)


@dataclass(frozen=True, slots=True)
class Field:
    """Whether a value will do, and what it must be."""

    fits: Callable[[Any], object]
    must: str
    optional: bool = False


def wrong(table: Table, fields: Mapping[str, Field]) -> Iterator[str]:
    """What is wrong with the fields of a table, in their order there."""
    for name, value in table.fields.items():
        if name not in fields:
            yield f"unknown field {name}"
        elif not fields[name].fits(value):
            yield f"{name} must be {fields[name].must}"
    for name, field in fields.items():
        if not field.optional and name not in table.fields:
            yield f"{name} is missing"


def text(longest: int, optional: bool = False) -> Field:
    """One text of so many characters; line breaks may stand in it."""
    return Field(lambda value: is_text(value, longest), f"a text of 1 to {longest} characters", optional)


def matching(pattern: str, must: str, optional: bool = False) -> Field:
    """A text of that pattern."""
    return Field(lambda value: isinstance(value, str) and re.fullmatch(pattern, value), must, optional)


def one_of(words: tuple[str, ...], optional: bool = False) -> Field:
    """One word of a list."""
    return Field(lambda value: isinstance(value, str) and value in words, f"one of {', '.join(words)}", optional)


def texts(longest: int, optional: bool = False) -> Field:
    """A list of texts, such as keywords."""

    def fits(value: object) -> bool:
        return isinstance(value, list) and all(is_text(each, longest) for each in value)

    return Field(fits, "a list of texts", optional)


def day(optional: bool = False) -> Field:
    """A day without a time, from the year 2000 to 2200."""
    rule = f"a day such as 2026-11-22, from {FIRST.year} to {LAST.year}"
    return Field(lambda value: type(value) is date and is_near(value), rule, optional)


def number(lowest: int, highest: int) -> Field:
    """A whole number within these limits."""
    rule = f"a number from {lowest} to {highest}"
    return Field(lambda value: type(value) is int and lowest <= value <= highest, rule)


def told(longest: int, optional: bool = False) -> Field:
    """A text by language, Danish among them."""
    return Field(lambda value: is_told(value, longest), "texts by language, da among them", optional)


def is_text(value: object, longest: int) -> bool:
    """Whether it is a text of 1 to `longest` characters that a page can show."""
    return isinstance(value, str) and 0 < len(value.strip()) <= longest and value.replace("\n", " ").isprintable()


def is_near(value: date) -> bool:
    """Whether it is a day that anybody can mean: a slip of the pen lies centuries away."""
    return FIRST <= value <= LAST


def is_told(value: object, longest: int) -> bool:
    """Whether it is a text by language, Danish among them."""
    return (
        isinstance(value, dict)
        and "da" in value
        and all(_LANGUAGE.fullmatch(lang) and is_text(each, longest) for lang, each in value.items())
    )
