"""Texts read beside the rows that point at them."""

from typing import Any

from sqlalchemy import FromClause

from minplan.words.text import Text

PARTS = ("body", "lang", "phrase", "slots")

_text = Text.__table__  # type: ignore[attr-defined]


def beside(name: str) -> tuple[FromClause, list[Any]]:
    """An alias of the texts to join, and its four columns as `<name>_body` and so on."""
    alias = _text.alias(name)
    return alias, [alias.c[part].label(f"{name}_{part}") for part in PARTS]
