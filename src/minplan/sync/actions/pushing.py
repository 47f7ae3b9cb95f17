"""Verb: messages of files go into the same inbox as those of the interface."""

from collections.abc import Iterator, Sequence

from minplan.sync.actions.inbox import receive
from minplan.sync.caller import Caller
from minplan.sync.files import Sourced
from minplan.sync.shapes.inbox import MOST, Messages, Received


def push(caller: Caller, messages: Sequence[Sourced]) -> Iterator[tuple[Sourced, Received]]:
    """What became of each message, in the order of the files. Raises Problem for a system without `inbox:write`."""
    caller.must("inbox:write")
    for at in range(0, len(messages), MOST):
        part = messages[at : at + MOST]
        sent = Messages.model_validate({"messages": [each.message for each in part]})
        yield from zip(part, receive(caller, sent).items, strict=True)
