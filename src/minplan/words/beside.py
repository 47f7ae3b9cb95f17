"""Texts read beside the rows that point at them."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import FromClause

from minplan.words.shape import Words
from minplan.words.text import Text

PARTS = ("body", "lang", "phrase", "slots")

_text = Text.__table__  # type: ignore[attr-defined]


def beside(name: str) -> tuple[FromClause, list[Any]]:
    """An alias of the texts to join, and its four columns as `<name>_body` and so on."""
    alias = _text.alias(name)
    return alias, [alias.c[part].label(f"{name}_{part}") for part in PARTS]


def words_of(row: Any, name: str) -> Words | None:
    """The words of the `<name>_*` columns of a row; None where there is no text (an emptied one has a language)."""
    body, lang, phrase, slots = _columns(name)(row)
    return None if body is None and phrase is None and lang is None else Words(body, lang, phrase, slots)


@cache
def _columns(name: str) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(f"{name}_{part}" for part in PARTS))
