"""What is wrong in a file, and where. Nothing that stands in it is said again."""

from typing import NamedTuple

from minplan.errors import MinplanError

MOST = 20  # faults that are told of one file


class Fault(NamedTuple):
    """A `line` counts from 1, and is None where the whole file is meant; `column` is the name of a column or the place
    in the line."""

    line: int | None
    column: str | int | None
    says: str


class Unusable(MinplanError):
    """A file of which nothing is taken, with what is wrong in it."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        told = [f"{name}{_place(each)}: {each.says}" for each in faults[:MOST]]
        more = [f"{name}: and {len(faults) - MOST} more"] if len(faults) > MOST else []
        super().__init__("\n".join(told + more))
        self.faults = faults


def _place(fault: Fault) -> str:
    line = "" if fault.line is None else f", line {fault.line}"
    return line if fault.column is None else f"{line}, column {fault.column}"
