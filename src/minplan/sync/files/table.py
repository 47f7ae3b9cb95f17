"""A table as lines of cells, both ways."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from minplan.sync.files.columns import cells, columns
from minplan.sync.files.faults import Fault

Row = tuple[int, dict[str, str]]


def rows(text: str, delimiter: str, needed: list[str], faults: list[Fault]) -> list[Row]:
    """The lines below the heading by their number, each cell by its column. What is wrong goes to the `faults`, and
    what can be read is read, so that all of it is told at once."""
    lines = _lines(text, delimiter, faults)
    number, heading = next(lines, (1, list[str]()))
    wrong = _wrong(heading, needed)
    faults += [Fault(number, column, says) for column, says in wrong.items()]
    found = list(lines)
    whole = [(at, row) for at, row in found if len(row) == len(heading)]
    broken = [(at, row) for at, row in found if len(row) != len(heading)]
    faults += [Fault(at, None, f"{len(row)} cells instead of {len(heading)}") for at, row in broken]
    return [] if wrong else [(at, dict(zip(heading, row, strict=True))) for at, row in whole]


def _wrong(heading: list[str], needed: list[str]) -> dict[str | None, str]:
    if not heading:
        return {None: "there is no heading"}
    told = {each: "it is there twice" if each in heading else "there is no such column" for each in needed}
    return {each: says for each, says in told.items() if heading.count(each) != 1}


def flat(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Changes as a table that a spreadsheet opens and a program can rely on."""
    yield "\ufeff" + _line(columns())
    yield from map(_line, map(cells, items))


def _line(row: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(row)
    return out.getvalue()


def _lines(text: str, delimiter: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield before + 1, [cell.strip() for cell in row]
            before = reader.line_num
    except csv.Error as error:
        faults.append(Fault(before + 1, None, f"it cannot be read as a table ({error})"))
