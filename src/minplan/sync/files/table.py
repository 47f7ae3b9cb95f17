"""A table as lines of cells, both ways."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from minplan.sync.files.columns import cells, columns
from minplan.sync.files.faults import Fault, Unusable

Row = tuple[int, dict[str, str]]


def rows(name: str, text: str, delimiter: str, needed: list[str]) -> list[Row]:
    """The lines below the heading by their number, each cell by its column. Raises Unusable."""
    lines = _lines(name, text, delimiter)
    number, heading = next(lines, (1, list[str]()))
    missing = [each for each in needed if heading.count(each) != 1]
    faults = [Fault(number, each, "twice" if each in heading else "there is no such column") for each in missing]
    found = list(lines) if not faults else []
    faults += [Fault(at, None, f"{len(row)} cells instead of {len(heading)}") for at, row in found
               if len(row) != len(heading)]  # fmt: skip
    if faults:
        raise Unusable(name, faults)
    return [(at, dict(zip(heading, row, strict=True))) for at, row in found]


def flat(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Changes as a table that a spreadsheet opens and a program can rely on."""
    yield "\ufeff" + _line(columns())
    yield from map(_line, map(cells, items))


def _line(row: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(row)
    return out.getvalue()


def _lines(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield before + 1, [cell.strip() for cell in row]
            before = reader.line_num
    except csv.Error as error:
        raise Unusable(name, [Fault(before + 1, None, f"it cannot be read as a table ({error})")]) from None
