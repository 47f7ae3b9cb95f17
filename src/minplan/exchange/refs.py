"""Rule: the names of a document's parts. Those that came with it stay; new parts get the next free number."""

from collections.abc import Iterable
from itertools import count
from uuid import UUID

GOAL, MILESTONE, STEP, MEETING = "g", "m", "s", "x"


class Refs:
    """Refs by id, for one document."""

    def __init__(self, known: dict[UUID, str]) -> None:
        self._known = dict(known)
        self._taken = set(known.values())

    def __getitem__(self, subject: UUID) -> str:
        """The ref of something that has been named."""
        return self._known[subject]

    def get(self, subject: UUID | None) -> str | None:
        """The ref of something that the document may not hold."""
        return self._known.get(subject) if subject else None

    def name(self, letter: str, subjects: Iterable[UUID]) -> None:
        """Give each of these a ref, such as `s12`, unless it has one."""
        for subject in subjects:
            if subject not in self._known:
                fresh = next(ref for number in count(1) if (ref := f"{letter}{number}") not in self._taken)
                self._taken.add(fresh)
                self._known[subject] = fresh
