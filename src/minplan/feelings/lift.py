"""The noun: whether a step lifts somebody or drains them, as they say it themselves."""

from dataclasses import dataclass
from uuid import UUID

ANSWERS = ("lifts", "both", "drains")


@dataclass(frozen=True, slots=True)
class Lift:
    """One of ANSWERS, or None from whoever would rather not say; `showing` is how others are shown it, if they are.

    `seen` is the print of what is kept, for the citizen's own form.
    """

    id: UUID
    answer: str | None
    showing: UUID | None
    seen: str = ""
