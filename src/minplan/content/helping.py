"""The numbers of whoever can help now: one dated file that somebody answers for. Old numbers are worse than none."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from minplan.config import ConfigError, Settings

KINDS = ("doctor", "life", "psychiatry", "other")
OLDEST = timedelta(days=183)
PHONE = re.compile(r"\+?[0-9]{2,5}( ?[0-9]{2,4}){0,5}")
_TABLES = {"checked", "by", "line", "place"}
_FIELDS = {"kind", "name", "phone", "note", "when"}
_PLACE = {"name", "text", "phone"}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody who answers: `when` to call (told for `other` alone) and a `note` are texts by language."""

    kind: str
    name: str
    phone: str
    note: Mapping[str, str] | None = None
    when: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody can go and talk, or whom to ask: a `text` by language, and a telephone where there is one."""

    name: str
    text: Mapping[str, str]
    phone: str = ""


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """Whom one can call, the day on which somebody last called each of them, and who that was; and `places` to talk."""

    checked: date
    by: str
    lines: tuple[HelpLine, ...]
    places: tuple[Place, ...] = ()

    def fresh(self, today: date) -> bool:
        """Whether the numbers may be shown: checked within half a year."""
        return self.checked <= today <= self.checked + OLDEST


def help_numbers(found: Settings) -> HelpNumbers | None:
    """The numbers of this house; in production none that it has not written itself. Raises ConfigError."""
    return load(found.help) if found.help or not found.production else None


def help_complaint(found: HelpNumbers | None, today: date) -> str | None:
    """What the operator is told where the page shows 112 and the contact person alone."""
    if found is None:
        return "MINPLAN_HELP is not set: whoever needs help now reads 112 and their contact person alone."
    if not found.fresh(today):
        return (
            f"The numbers in MINPLAN_HELP were checked on {found.checked}: whoever needs help now reads 112 and their "
            "contact person alone. Call each of them, and write today's date as checked."
        )
    return None


def load(place: Path | None) -> HelpNumbers:
    """The numbers of a TOML file; of the demo where there is none. Raises ConfigError, which names what is wrong."""
    try:
        text = place.read_text("utf-8") if place else (files(__package__) / "help/demo.toml").read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ConfigError(f"MINPLAN_HELP: {place} cannot be read: {error}.") from None
    data.setdefault("place", [])
    _must(set(data) == _TABLES, "it must hold checked, by, [[line]] tables, [[place]] tables if any, and nothing else")
    _must(type(data["checked"]) is date, "checked must be a day such as 2026-11-01")
    _must(_is_text(data["by"]), "by must say in one line who has checked the numbers")
    _must(isinstance(data["line"], list) and bool(data["line"]), "it must hold [[line]] tables")
    _must(isinstance(data["place"], list), "place must be [[place]] tables")
    lines = tuple(_line(number, table) for number, table in enumerate(data["line"], 1))
    # Most calls to a lifeline are never answered, so that it must not be the only one.
    kinds = {line.kind for line in lines}
    _must("life" not in kinds or "doctor" in kinds, "where it has a line of the kind life, it must have a doctor too")
    places = tuple(_place(number, table) for number, table in enumerate(data["place"], 1))
    return HelpNumbers(data["checked"], data["by"].strip(), lines, places)


def _line(number: int, table: Any) -> HelpLine:
    where = f"line {number}:"
    _must(isinstance(table, dict) and set(table) <= _FIELDS, f"{where} its fields are {', '.join(sorted(_FIELDS))}")
    _must(table.get("kind") in KINDS, f"{where} kind must be one of {', '.join(KINDS)}")
    _must(_is_text(table.get("name")), f"{where} name must be one line of text")
    _must(_is_phone(table.get("phone")), f"{where} phone must be a telephone number in quotes")
    for field in ("note", "when"):
        _must(field not in table or _is_told(table[field]), f"{where} {field} must have a text for da, at least")
    _must((table["kind"] == "other") == ("when" in table), f"{where} when belongs to the kind other, and must be there")
    return HelpLine(**table)


def _place(number: int, table: Any) -> Place:
    where = f"place {number}:"
    _must(isinstance(table, dict) and set(table) <= _PLACE, f"{where} its fields are {', '.join(sorted(_PLACE))}")
    _must(_is_text(table.get("name")), f"{where} name must be one line of text")
    _must(_is_told(table.get("text")), f"{where} text must have a text for da, at least")
    phone = table.get("phone", "")
    _must(phone == "" or _is_phone(phone), f"{where} phone must be a telephone number in quotes")
    return Place(**table)


def _must(so: object, rule: str) -> None:
    if not so:
        raise ConfigError(f"MINPLAN_HELP: {rule}.")


def _is_phone(value: object) -> bool:
    return isinstance(value, str) and PHONE.fullmatch(value) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value.strip()) <= 200


def _is_told(value: object) -> bool:
    return isinstance(value, dict) and "da" in value and all(map(_is_text, value.values()))
