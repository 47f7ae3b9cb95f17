"""The shapes in which what comes of a meeting is shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from minplan.words import Words


class ExpectationView(NamedTuple):
    """A line of what `side` expects. `by` is who wrote it where somebody did that for the other side, else None.

    `own`: the viewer can word it anew, or take it off. `asked`: the viewer is on the side that says whether it fits.
    """

    id: UUID
    side: str
    text: Words
    text_id: UUID
    fits: str | None
    by: str | None
    own: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement. `sealed` is that it is on the way in these very words; `state` is where its step is by now.

    `outrun`: its words were changed here, and the step was changed on the way meanwhile: what stands there is newer.
    """

    id: UUID
    kind: str
    law: str | None
    what: Words
    what_id: UUID
    why: Words | None
    why_id: UUID | None
    ball: str
    ball_name: str | None
    when_on: date | None
    milestone_id: UUID | None
    tracks: tuple[str, ...]
    by_side: str
    step_id: UUID | None
    state: str | None
    done_on: date | None
    sealed: bool
    outrun: bool


@dataclass(frozen=True, slots=True)
class ConfirmationView:
    """What somebody has said. `stands`: it is about what stands there now. `waits`: it does not count yet.

    `about` are the agreements that a workplace or a supplier was shown.
    """

    id: UUID
    side: str
    name: str
    role: str
    says: str
    how: str
    words: Words | None
    at: datetime
    about: frozenset[UUID]
    stands: bool
    waits: bool
    own: bool

    @property
    def agrees(self) -> bool:
        """Whether this is a yes that counts."""
        return self.says == "agree" and self.stands and not self.waits


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What has come of a meeting until now, as far as the viewer sees it; `whole` is that nothing is hidden from them.

    `digest` is the mark of what they see, None where there is nothing yet.
    """

    expectations: tuple[ExpectationView, ...]
    agreements: tuple[AgreementView, ...]
    confirmations: tuple[ConfirmationView, ...]
    digest: str | None
    whole: bool = True

    def expected_by(self, side: str) -> tuple[ExpectationView, ...]:
        """One of the two halves."""
        return tuple(each for each in self.expectations if each.side == side)

    def said_by(self, side: str) -> tuple[ConfirmationView, ...]:
        """What one side has said."""
        return tuple(each for each in self.confirmations if each.side == side)

    @property
    def citizen_says(self) -> ConfirmationView | None:
        """The citizen's word that counts, else the last one that waits or was said of other words; None without."""
        return max(self.said_by("citizen"), key=lambda each: (each.stands, not each.waits, each.at), default=None)

    @property
    def agreed(self) -> tuple[AgreementView, ...]:
        """What is on the way."""
        return tuple(each for each in self.agreements if each.sealed)

    @property
    def not_agreed(self) -> tuple[AgreementView, ...]:
        """What is not, or not in these words."""
        return tuple(each for each in self.agreements if not each.sealed)


@dataclass(frozen=True, slots=True)
class LastTime:
    """The meeting before: when it was, what was agreed there, and which of its points came along."""

    meeting_id: UUID
    on: date
    agreements: tuple[AgreementView, ...]
