"""The storm: changes come in, minplan is killed again and again, and in the end both ends say the same."""

from contextlib import ExitStack
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

from serving import free_port
from sqlalchemy import func, select

from minplan import clock, db, sync
from minplan.sync.feed_item import FeedItem
from minplan.sync.store import deliveries, feed
from minplan.sync.webhook import Delivery
from storm.left import Ends, left
from storm.line import Line
from storm.mirror import Mirror
from storm.processes import Process, Server, Worker, until
from storm.receiver import Receiver
from storm.sender import Sender
from storm.world import FOLLOWER, SENDER, World

_item = FeedItem.__table__  # type: ignore[attr-defined]
_delivery = Delivery.__table__  # type: ignore[attr-defined]
QUIET = 0.3  # seconds without a nudge after which the clock goes on to the next one that is due
MOST, PAUSE = 600, 0.02  # seconds


class Storm(NamedTuple):
    """What is under way."""

    processes: tuple[Process, ...]
    ends: Ends

    @property
    def is_over(self) -> bool:
        """Whether all is sent, told and read."""
        return not self.ends.sender.is_busy and not _waiting(self.ends.before)


def blow(world: World, changes: int, kills: int, workers: int = 2) -> dict[str, Any]:
    """What a storm of so many changes and deaths left: `lost` and `twice` are 0 if all is well."""
    with ExitStack() as stack:
        storm, begun = _begun(world, changes, workers, stack), monotonic()
        storm.ends.sender.start()
        killed = _killing(storm, changes, kills)
        storm.ends.sender.join()
        storm.ends.receiver.calm()
        until(lambda: _goes_on(storm) and storm.is_over, MOST)
        until(lambda: storm.ends.receiver.is_idle, MOST)
        found = left(storm.ends)
    return found | {"changes": changes, "killed": killed, "seconds": round(monotonic() - begun, 1)}


def _begun(world: World, changes: int, workers: int, stack: ExitStack) -> Storm:
    """Both processes, the receiver, whoever sends, and the webhook."""
    log, shift, port = world.place / "log", world.place / "shift", free_port()
    shift.write_text("0", "ascii")
    settings = world.settings | {"MINPLAN_WEBHOOK_HOSTS": f"127.0.0.1:{port}"}
    server = Server(log, workers, **settings)
    stack.callback(server.end)
    line = Line(server.port, world.keys[FOLLOWER])
    receiver = Receiver(port, lambda dies: Mirror(world.place / "mirror.sqlite3", line, dies))
    stack.callback(receiver.close)
    receiver.mirror.begin()
    where = {"url": f"http://127.0.0.1:{port}/events"}
    status, said, _ = Line(server.port, world.keys[FOLLOWER]).ask("POST", "/webhooks", where)
    assert status == 201, said
    worker = Worker(log, shift, **settings)
    stack.callback(worker.end)
    sender = Sender(world, server.port, world.keys[SENDER], changes)
    line = Line(server.port, world.keys[FOLLOWER])
    return Storm((server, worker), Ends(world, sender, receiver, sync.by_key(world.keys[FOLLOWER]), line, _newest()))


def _killing(storm: Storm, changes: int, kills: int) -> int:
    """Each process in turn, spread over what there is to do; the receiver is gone in between."""
    victims, killed, looks = cycle(storm.processes), 0, 0
    while killed < kills and not storm.is_over:
        looks += 1
        assert looks < MOST / PAUSE, "the storm does not end"
        _goes_on(storm)
        done = storm.ends.sender.count + len({each.id for each in list(storm.ends.receiver.got)})
        if done * (kills + 1) >= 2 * changes * (killed + 1):
            victim = next(victims)
            victim.kill()
            killed += 1
            victim.start()
            if killed % 3 == 0:
                storm.ends.receiver.restart()
        sleep(PAUSE)
    return killed


def _goes_on(storm: Storm) -> bool:
    """Whoever ended by itself, because the database was away, is started anew; and where nothing is due, the worker's
    clock goes on to what is due next."""
    for process in storm.processes:
        if not process.is_there:
            process.start()
    if monotonic() - storm.ends.receiver.last > QUIET:
        _move_on(storm.ends.world.place / "shift")
    return True


def _move_on(file: Path) -> None:
    """What is due already and does not go out stands behind something of its plan that waits for its time."""
    there = clock.outside() + timedelta(seconds=float(file.read_text("ascii")))
    later = (deliveries.UNSETTLED, _delivery.c.next_at > there)
    with db.reading() as connection:
        due = connection.execute(select(func.min(_delivery.c.next_at)).where(*later)).scalar()
    if due:
        new = file.with_suffix(".new")
        new.write_text(str((due - clock.outside()).total_seconds()), "ascii")
        new.replace(file)


def _waiting(before: int) -> bool:
    """Whether any nudge is still to come, also of what is not in the feed yet."""
    if feed.is_pending():
        return True
    with db.reading() as connection:
        by_state = deliveries.counts(connection)
    return bool(by_state.get("waiting") or by_state.get("handing_over") or sum(by_state.values()) < _newest() - before)


def _newest() -> int:
    with db.reading() as connection:
        return int(connection.execute(select(func.coalesce(func.max(_item.c.number), 0))).scalar_one())
