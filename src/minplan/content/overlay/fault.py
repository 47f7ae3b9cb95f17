"""The noun: what is wrong with a content file, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a file from being used: in which file, on which line, of which record."""

    file: str
    line: int
    id: str
    what: str
