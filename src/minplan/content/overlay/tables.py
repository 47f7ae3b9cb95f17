"""Reading TOML so that whatever is wrong with it can be found again: each table with the line of its id."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minplan.content.overlay.fault import Fault

_SAID: Mapping[type, str] = {list: "tables in double brackets", str: "a text in quotes"}
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([\w.]+)[ \t]*\]")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Table:
    """One `[[…]]` table of a file, and the line of what names it."""

    file: str
    line: int
    id: str
    fields: dict[str, Any]

    def fault(self, what: str) -> Fault:
        """That something is wrong with it."""
        return Fault(self.file, self.line, self.id, what)


def parse(file: str, text: str) -> tuple[dict[str, Any], list[Fault]]:
    """The file as data; with a fault that names line and column where it is no TOML."""
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        said, place = str(error), _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        column = f", column {place[2]}" if place and place[2] else ""
        return {}, [Fault(file, line, "", f"is no TOML{column}: {_PLACE.sub('', said)}")]
    except (ValueError, RecursionError):  # a number without end, or brackets within brackets without end
        return {}, [Fault(file, 1, "", "is no TOML that can be read")]


def tables(file: str, text: str, data: dict[str, Any], name: str, key: str = "id") -> list[Table]:
    """Every `[[name]]` of the file; `key` is the field that names one."""
    found = data.get(name, [])
    if not _is(found, list):
        return []
    lines = list(_lines(text, name, key))
    lines += [1] * (len(found) - len(lines))
    return [Table(file, line, str(each.get(key, "")), each) for line, each in zip(lines, found, strict=False)]


def top(file: str, text: str, data: dict[str, Any], known: Mapping[str, type]) -> list[Fault]:
    """What stands at the top of a file and does not belong there."""
    strange = [Fault(file, _line_of(text, name), "", f"unknown field {name}") for name in data if name not in known]
    return strange + [
        Fault(file, _line_of(text, name), "", f"{name} must be {_SAID[kind]}")
        for name, kind in known.items()
        if name in data and not _is(data[name], kind)
    ]


def _is(value: object, kind: type) -> bool:
    whole = isinstance(value, kind)
    return whole and (not isinstance(value, list) or all(isinstance(each, dict) for each in value))


def _lines(text: str, name: str, key: str) -> Iterator[int]:
    named = re.compile(rf"[ \t]*{key}[ \t]*=")
    at, inside = 0, False
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            if at:
                yield at
            at, inside = (number, True) if header[1] == name else (0, False)
        elif inside and named.match(line):
            at, inside = number, False
    if at:
        yield at


def _line_of(text: str, name: str) -> int:
    found = re.search(rf"^[ \t]*\[*[ \t]*{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
