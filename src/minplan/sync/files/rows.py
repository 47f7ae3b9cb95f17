"""A table as messages, by a mapping: each line is one."""

import json
from collections.abc import Iterator
from datetime import tzinfo
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from minplan.sync.files import cells
from minplan.sync.files.faults import Fault, Unusable
from minplan.sync.files.mapping import Mapping
from minplan.sync.files.sourced import Sourced
from minplan.sync.files.table import Row, rows
from minplan.sync.files.text import read_text

LINES = 1_000_000  # of a file that are told from each other; a version has room for the seconds of 250 years


class Around(NamedTuple):
    """What a line does not say: whose it is, on which clock, and when the file was written."""

    system: str
    zone: tzinfo
    age: int


def read_rows(path: Path, mapping: Mapping, system: str, zone: tzinfo) -> list[Sourced]:
    """The messages of a system in a table, whose times are on a clock of this zone. Raises Unusable, and then nothing
    of the file is taken."""
    found: list[Sourced] = []
    faults: list[Fault] = []
    text, places = read_text(path, mapping.encoding), mapping.places
    around = Around(system, zone, int(path.stat().st_mtime))
    for row in rows(text, mapping.delimiter, mapping.columns, faults):
        message = _message(mapping, row, around, faults)
        found.append(Sourced(message, path.name, row[0], places))
    if faults:
        raise Unusable(path.name, sorted(faults, key=lambda fault: fault.line or 0))
    return found


def _message(mapping: Mapping, row: Row, around: Around, faults: list[Fault]) -> dict[str, Any]:
    line, given = row
    faults += [Fault(line, each, "it is empty, and an id must stand here") for each in _nameless(mapping, given)]
    deleted = mapping.deleted is not None and given[mapping.deleted.column] in mapping.deleted.values
    told: dict[str, Any] = {"type": mapping.type, "subject": given[mapping.subject], "deleted": deleted}
    if mapping.plan and given[mapping.plan]:
        told["plan"] = given[mapping.plan]
    told["version"] = _version(mapping, row, around, faults)
    told["data"] = {} if deleted else _data(mapping, row, around, faults)
    return {"id": _id(mapping, given, told), **told}


def _nameless(mapping: Mapping, given: dict[str, str]) -> Iterator[str]:
    """The columns that name nothing in this line."""
    if not given[mapping.subject]:
        yield mapping.subject
    if mapping.id and not any(given[column] for column in mapping.id):
        yield mapping.id[0]


def _version(mapping: Mapping, row: Row, around: Around, faults: list[Fault]) -> int:
    line, given = row
    column, time = mapping.version.column, mapping.version.time
    if column is None:
        return around.age * LINES + min(line, LINES - 1)
    try:
        cell = given[column]
        return int(cells.moment(cell, time, around.zone).timestamp()) if time else cells.number(cell)
    except cells.Unread as error:
        faults.append(Fault(line, column, str(error)))
        return 0


def _data(mapping: Mapping, row: Row, around: Around, faults: list[Fault]) -> dict[str, Any]:
    line, given = row
    found: dict[str, Any] = {}
    for path, value in mapping.fields.items():
        try:
            cell = given[value.column] if value.column else ""
            read = cells.read(value, cell, around.system, around.zone)
        except cells.Unread as error:
            faults.append(Fault(line, value.column, str(error)))
            continue
        if read is not cells.LEFT_OUT:
            _put(found, path, read)
    return _without_halves(found, mapping)


def _put(found: dict[str, Any], path: str, value: Any) -> None:
    name, _, inner = path.partition(".")
    if inner:
        found.setdefault(name, {})[inner] = value
    else:
        found[name] = value


def _without_halves(found: dict[str, Any], mapping: Mapping) -> dict[str, Any]:
    """Where a cell is empty, a constant beside it says nothing."""
    columns = {path for path, value in mapping.fields.items() if value.column}
    return {name: each for name, each in found.items() if not _is_half(name, each, columns)}


def _is_half(name: str, value: Any, columns: set[str]) -> bool:
    inner = {path.partition(".")[2] for path in columns if path.startswith(f"{name}.")}
    return isinstance(value, dict) and bool(inner) and not inner & value.keys()


def _id(mapping: Mapping, given: dict[str, str], told: dict[str, Any]) -> str:
    """The cells that name the message; else a name made of what it says, so that the same line is the same message."""
    if mapping.id:
        return "-".join(given[column] for column in mapping.id)
    whole = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return f"row-{sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"
