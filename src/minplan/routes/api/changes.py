"""What has changed, in the order in which it was committed."""

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import Changes, Following


@operation(
    "GET", "/changes", "listChanges", "changes:read",
    "What has changed in the case since a cursor, in order; each at least once, and of one plan none before another.",
    answers={200: Changes}, query=Following, refusals=("start-again",),
)  # fmt: skip
def list_changes(caller: sync.Caller, query: Following) -> Answer:
    return Answer(sync.follow(caller, query))
