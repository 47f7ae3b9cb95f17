"""Messages as a system sends them, and what became of each."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from minplan.sync.shapes.common import REF, Fault, Shape

MOST = 500  # messages of one request
MessageType = Literal["citizen", "caseworker", "plan", "goal", "milestone", "step", "meeting"]
MessageState = Literal["waiting", "done", "older", "refused", "let_go"]
Outcome = Literal["done", "waiting", "older", "refused", "let_go", "twice"]
_Name = Annotated[str, Field(max_length=200, pattern=REF)]
_Else = Annotated[Any, Field(description="Anything else is refused, and stops nothing.")]


class Message(Shape):
    """What a system tells of one thing. `id` is the message's own, `subject` what the system calls the thing.

    `version` counts for each subject: of two messages the higher one is newer. `plan` is what the system calls the plan
    or its citizen, or our id of the plan; of a thing that is known already it can be left out. `data` is what a PUT of
    the type takes; `deleted` takes an own suggestion back. In the place of our ids in `data` stands
    `{"system": …, "id": …}` as well.
    """

    id: _Name
    type: MessageType
    subject: _Name
    plan: _Name | None = None
    version: Annotated[int, Field(strict=True, ge=0, le=2**53 - 1)]
    deleted: Annotated[bool, Field(strict=True)] = False
    data: dict[str, Any] = {}


class Messages(Shape):
    """What is sent at once; each message stands for itself, and one that cannot be read stops no other."""

    messages: list[Annotated[Message | _Else, Field(union_mode="left_to_right")]] = Field(max_length=MOST)


class Wanted(Shape):
    """Something that has not come yet, by what a system calls it; of ours, `system` is empty and `id` is our own."""

    type: str
    system: str
    id: str


class Received(Shape):
    """What became of one message. `twice`: it was here before, and `first` is how that one stands now.

    `reason` is a problem type, `errors` point into the message. `id` is null for one that cannot be kept.
    """

    id: str | None
    outcome: Outcome
    first: MessageState | None = None
    reason: str | None = None
    errors: list[Fault] = []
    waits_for: Wanted | None = None


class AllReceived(Shape):
    """What became of each, in the order in which they were sent."""

    items: list[Received]


class Kept(Shape):
    """A message that is kept, without what it says. `id` is ours, `message` the sender's."""

    id: UUID
    message: str
    type: str
    subject: str
    version: int
    state: MessageState
    reason: str | None
    errors: list[Fault]
    waits_for: Wanted | None
    received_at: datetime
    settled_at: datetime | None


class KeptPaging(BaseModel):
    """Which of the messages that are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: MessageState | None = Field(default=None, description="Only those in this state.")
    limit: int = Field(default=50, ge=1, le=200, description="How many at most.")
    after: str | None = Field(default=None, max_length=100, description="What `next` said.")
