"""Verb: wait for news of a meeting."""

from uuid import UUID

from minplan import access
from minplan.errors import NotFound
from minplan.meeting.live import store
from minplan.meeting.live.actions.hub import Hub
from minplan.meeting.live.subscriber import Subscriber

_hub = Hub()


def subscribe(by: UUID, plan: UUID, meeting: UUID, key: str, shows: str, most: int) -> Subscriber:
    """Wait for what is newer than the version that the screen `shows`. Raises NotFound also where the meeting
    is not open, and Full beyond `most`.

    It is as much as opening the room, and is written down like that. `key` is the hashed one of the sign-in: when
    that ends, or the person's place on the plan, the waiting is over within seconds.
    """
    with access.view(by, plan, "room") as view:
        if not store.is_open(view.connection, view.plan.id, meeting):
            raise NotFound
    found = Subscriber(key, by, plan, meeting, shows)
    _hub.join(found, most)
    return found


def unsubscribe(subscriber: Subscriber) -> None:
    """Nobody listens there any more."""
    _hub.leave(subscriber)


def end_subscriptions() -> None:
    """The process is to end: let nobody wait any longer."""
    _hub.stop()
