"""The shape in which a letter to the official mailbox is shown to whoever sent it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from minplan.rights.sending.rule import Stands
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class DispatchView:
    """A letter with its receipt number. `at` and `sent_at` are Danish wall time; `mailbox` is where it went.

    `letter` is the whole letter in Danish, as it was written then; `name` that of its sender then, `reach` how
    they want to be reached. `answer_by` is None until it was sent.
    """

    id: UUID
    kind: str
    number: str
    words: Words
    at: datetime
    answer_by: date | None
    stands: Stands
    sent_at: datetime | None
    mailbox: str | None
    step_id: UUID | None
    about: Words | None
    letter: str
    name: str
    reach: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that a step rests on, as far as whoever disagrees needs it: what, and until when to complain.

    `complain_by` is None where nobody has said when the letter came, or the rule is not certain.
    """

    what: Words
    received: date | None
    complain_by: date | None
