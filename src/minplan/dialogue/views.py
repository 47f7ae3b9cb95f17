"""The shapes in which the dialogue is shown."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from minplan.words import Words


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message. `by` is the writer's name on this plan, None for somebody who has left it; `own` is the viewer's."""

    number: int
    kind: str
    words: Words | None
    by: str | None
    own: bool
    from_citizen: bool
    at: datetime
    promised: date | None


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A thread. `mine` says that the viewer is the one to answer, `passed` that the promised day has gone by without
    an answer, `new` that its newest message came from the other side since the viewer last looked, `unseen` that the
    contact cannot see its step now. `messages` is empty in a list.
    """

    id: UUID
    topic: str
    step_id: UUID | None
    step_title: Words | None
    step_kind: str | None
    state: str
    asked_on: date
    since: date | None
    promised: date | None
    passed: bool
    mine: bool
    new: bool
    unseen: bool
    last: MessageView
    messages: tuple[MessageView, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The step that a call is to be about. One that is `unseen` by the contact cannot be asked about."""

    step_id: UUID
    title: Words | None
    kind: str
    unseen: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open thread in a list of many plans: what it is about, since when it waits, and until when."""

    thread_id: UUID
    topic: str
    since: date
    promised: date
    passed: bool
