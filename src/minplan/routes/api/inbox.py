"""Messages: many at once, each by itself, in whatever order they come."""

from typing import Any

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import AllReceived, Kept, KeptPaging, Messages, Page


@operation(
    "POST", "/inbox", "sendMessages", "inbox:write",
    "Send up to 500 messages. Each has its effect once, however often it is sent, and the newest version of a subject "
    "stands in the end, in whatever order they come; one that is refused stops no other. What each says needs the "
    "scope that its PUT needs.",
    answers={200: AllReceived}, body=Messages, refusals=("invalid",),
)  # fmt: skip
def send(caller: sync.Caller, body: Any) -> Answer:
    return Answer(sync.receive(caller, body))


@operation(
    "GET", "/inbox", "listMessages", "inbox:write",
    "What the caller has sent and how it stands, without what it says: refused, waiting, done.",
    answers={200: Page[Kept]}, query=KeptPaging,
)  # fmt: skip
def kept(caller: sync.Caller, query: KeptPaging) -> Answer:
    return Answer(sync.kept(caller, query))
