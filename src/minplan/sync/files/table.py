"""A table as lines of cells, both ways."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from minplan.sync.files.faults import Fault, Unusable

Row = tuple[int, dict[str, str]]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(name: str, text: str, delimiter: str, columns: list[str]) -> list[Row]:
    """The lines below the heading by their number, each cell by its column. Raises Unusable."""
    lines = _lines(name, text, delimiter)
    number, heading = next(lines, (1, list[str]()))
    missing = [each for each in columns if heading.count(each) != 1]
    faults = [Fault(number, each, "twice" if each in heading else "there is no such column") for each in missing]
    found = list(lines) if not faults else []
    faults += [Fault(at, None, f"{len(row)} cells instead of {len(heading)}") for at, row in found
               if len(row) != len(heading)]  # fmt: skip
    if faults:
        raise Unusable(name, faults)
    return [(at, dict(zip(heading, row, strict=True))) for at, row in found]


def flat(items: Callable[[], Iterable[dict[str, Any]]]) -> Iterator[str]:
    """Objects as a table that a spreadsheet opens: a column for each path, nothing that it would reckon with. `items`
    gives them each time that it is asked."""
    heading = list(dict.fromkeys(name for each in items() for name, _ in _paths("", each)))
    yield "\ufeff" + _line(heading)
    for each in items():
        told = dict(_paths("", each))
        yield _line([told.get(name, "") for name in heading])


def _line(cells: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(cells)
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


def _paths(at: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _paths(f"{at}.{name}" if at else name, each)
    elif isinstance(value, list):
        yield at, _cell(", ".join(each if isinstance(each, str) else str(each) for each in value))
    else:
        yield at, _cell("" if value is None else str(value).lower() if isinstance(value, bool) else str(value))


def _cell(text: str) -> str:
    """A spreadsheet reckons with what begins so: citizens' words are no formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
