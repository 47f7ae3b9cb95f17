"""Verb: what has changed is written into a folder, for places without an interface."""

from collections.abc import Iterator

from minplan import db
from minplan.errors import NotFound
from minplan.office import Doorkeeper
from minplan.sync.caller import Caller
from minplan.sync.files import Folder, flat
from minplan.sync.problem import Problem
from minplan.sync.read.changes import changes
from minplan.sync.read.everything import beginning, everything
from minplan.sync.shapes.change import Change, Changes, Following
from minplan.sync.store import senders

PAGE = 200


class Reader:
    """One pull: `after` is where it has come to, `count` how many changes it has read."""

    def __init__(self, caller: Caller, after: str) -> None:
        self._caller = caller
        self.after = after
        self.count = 0

    def page(self) -> Changes:
        """The next part of the feed. Raises Problem."""
        found = changes(self._caller, Following(after=self.after, limit=PAGE))
        while not found.items and found.more:
            found = changes(self._caller, Following(after=found.next, limit=PAGE))
        self.after = found.next
        return found

    def lines(self, found: Changes) -> Iterator[str]:
        """This part and all behind it, a line each."""
        yield from self.told(found.items)
        while found.more:
            found = self.page()
            yield from self.told(found.items)

    def told(self, items: Iterator[Change] | list[Change]) -> Iterator[str]:
        """Changes as lines."""
        for each in items:
            self.count += 1
            yield each.model_dump_json() + "\n"


def as_sender(by: Doorkeeper, code: str) -> Caller:
    """A system that files stand in for. Raises NotFound, also for one that has ended, and NotAllowed."""
    by.must("change_system")
    with db.reading() as connection:
        found = senders.called(connection, by.municipality_id, code)
    if found is None:
        raise NotFound
    return found


def pull(by: Doorkeeper, code: str, folder: Folder, as_table: bool) -> tuple[str | None, int]:
    """Write what a system has not had yet: the new file's name, None where there is none, and how much is in it.

    At the beginning, and where the place is older than what the feed keeps, it is everything. Raises Problem, NotFound
    and MinplanError.
    """
    caller = as_sender(by, code)
    caller.must("changes:read")
    with folder.held():
        after, written = folder.place(code)
        name, reader = _pulled(caller, folder, after, written + 1)
        if name and as_table:
            folder.write(name.replace(".jsonl", ".csv"), flat(folder.lines(name)))
        if reader.after != after:
            folder.move(code, reader.after, written + bool(name))
    return name, reader.count


def _pulled(caller: Caller, folder: Folder, after: str | None, number: int) -> tuple[str | None, Reader]:
    if after is not None:
        reader = Reader(caller, after)
        try:
            first = reader.page()
        except Problem as problem:
            if problem.type != "start-again":
                raise
        else:
            name = f"{number:06}-changes.jsonl" if first.items else None
            if name:
                folder.write(name, reader.lines(first))
            return name, reader
    reader, name = Reader(caller, beginning(caller)), f"{number:06}-everything.jsonl"
    folder.write(name, reader.told(everything(caller, reader.after)))
    return name, reader
