"""The shapes in which the time before a meeting is shown."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from minplan.meeting.before.rule import asked
from minplan.meeting.views import MeetingView
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class OfferView:
    """A time that waits for an answer, as a Danish clock shows it; `past` where it has gone by meanwhile."""

    starts: datetime
    past: bool


@dataclass(frozen=True, slots=True)
class NeedView:
    """What the citizen needs, and the municipality's answer: `met` is None until there is one, which comes on the day
    `answer_by`, or where that is None before the meeting begins.
    """

    id: UUID
    kind: str
    language: str | None
    words: Words | None
    met: bool | None
    answer: Words | None
    answer_by: date | None

    @property
    def asked(self) -> str:
        """What an answer is an answer to."""
        return asked(self.language, self.words.text if self.words else None)


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on a meeting's card. `mine` says that the viewer's side has proposed what waits for an answer, `late`
    that the day promised for it has gone by, `first` that the citizen has not met anybody here before.
    """

    meeting: MeetingView
    offers: tuple[OfferView, ...]
    needs: tuple[NeedView, ...]
    frame: str
    mine: bool
    late: bool
    first: bool

    @property
    def days(self) -> frozenset[date]:
        """The days for which something is proposed."""
        return frozenset(offer.starts.date() for offer in self.offers)


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice of a meeting tells the citizen: the last thing that was done, by whom, and when it begins."""

    at: datetime
    verb: str
    by: str
    id: UUID
    starts: datetime
    by_system: bool


@dataclass(frozen=True, slots=True)
class Booked:
    """A meeting in a professional's list of many plans. `points` is what the citizen wants to talk about, `needs` how
    many of their needs have no answer, `over` that nobody has told whether you met. `starts` is Danish wall time.
    """

    id: UUID
    plan_id: UUID
    name: str
    token: str | None
    kind: str
    state: str
    starts: datetime
    place: str
    mode: str
    offered_by: str | None
    answer_by: date | None
    arrived: bool
    over: bool
    points: tuple[Words, ...]
    needs: int

    @property
    def to_answer(self) -> bool:
        """Whether the citizen waits for a time."""
        return self.offered_by == "citizen"
