"""Rule: the names of a document's parts. Those that came with it stay; new parts get the next free number."""

from collections.abc import Iterable
from itertools import count
from uuid import UUID

GOAL, MILESTONE, STEP, MEETING = "g", "m", "s", "x"


class Refs:
    """The refs of one document. `known` are those of the document that the plan came from."""

    def __init__(self, known: dict[UUID, str]) -> None:
        self._known = known
        self._taken = set(known.values())
        self._named: dict[UUID, str] = {}

    def name(self, letter: str, subjects: Iterable[UUID]) -> None:
        """These are parts of the document: each has a ref from now on, such as `s12`."""
        for subject in subjects:
            if subject not in self._named:
                self._named[subject] = self._known.get(subject) or self._fresh(letter)

    def __getitem__(self, subject: UUID) -> str:
        """The ref of a part."""
        return self._named[subject]

    def get(self, subject: UUID | None) -> str | None:
        """The ref of something that may not be a part of the document."""
        return self._named.get(subject) if subject else None

    def _fresh(self, letter: str) -> str:
        ref = next(ref for number in count(1) if (ref := f"{letter}{number}") not in self._taken)
        self._taken.add(ref)
        return ref
