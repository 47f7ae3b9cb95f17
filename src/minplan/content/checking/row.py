"""The noun: one line of the table that an operator reads."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from minplan.content.overlay.fault import Fault

# In the order in which somebody has to do something about them.
KINDS = ("broken", "unsigned", "stale", "soon", "missing", "word", "withheld")
Kind = Literal["broken", "unsigned", "stale", "soon", "missing", "word", "withheld"]

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Row:
    """What there is to say of a record: of which kind it is, and where it stands."""

    kind: Kind
    file: str
    line: int
    id: str
    what: str


def row(kind: Kind, fault: Fault) -> Row:
    """What was found in a file, as a line of the table."""
    return Row(kind, fault.file, fault.line, fault.id, fault.what)
