"""Messages as JSON Lines: one on each line."""

import re
from pathlib import Path

from minplan import exchange
from minplan.sync.files.faults import Fault, Unusable
from minplan.sync.files.sourced import Sourced
from minplan.sync.files.text import read_text

_COLUMN = re.compile(r" \(line 1, column (\d+): ([^)]*)\)")


def read_lines(path: Path) -> list[Sourced]:
    """Each line that is not empty. Raises Unusable where one is not JSON, and then nothing of the file is taken."""
    found: list[Sourced] = []
    faults: list[Fault] = []
    for number, line in enumerate(read_text(path, "utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(Sourced(exchange.parse(line.encode()), path.name, number))
        except exchange.Unreadable as error:
            faults.append(_fault(number, str(error)))
    if faults:
        raise Unusable(path.name, faults)
    return found


def _fault(line: int, says: str) -> Fault:
    """What is wrong with the line."""
    place = _COLUMN.search(says)
    column = int(place[1]) if place else None
    return Fault(line, column, f"it {_COLUMN.sub('', says)}")
