"""A citizen alone with what they keep. No plan is opened or changed: nobody sees from outside that they were here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection
from sqlmodel import Session

from minplan import clock, db, vault
from minplan.errors import Locked, NotFound
from minplan.feelings.agreeing import holding
from minplan.feelings.keepsake import FOR_GOOD, KEPT_AGREED, Keepsake
from minplan.feelings.life import MONTHS, ends
from minplan.feelings.store import mine


@dataclass(frozen=True, slots=True)
class Opened:
    """A keepsake that its citizen has opened. `at` is when it was kept, on a Danish clock; `until` None is for good."""

    id: UUID
    content: dict[str, Any]
    at: datetime
    until: date | None


class Own:
    """What one citizen keeps, for reading. What opens something raises Locked where the key is lost or another."""

    def __init__(self, connection: Connection, citizen: UUID) -> None:
        self.connection = connection
        self.citizen = citizen
        self.plan = mine.plan_of(connection, citizen)
        self.today: date = clock.today()

    def every(self, kind: str) -> list[Opened]:
        """All of this kind whose time is not over, the newest first."""
        rows = mine.every(self.connection, self.citizen, kind)
        found = [self._opened(row) for row in rows if row.until is None or row.until >= self.today]
        return sorted(found, key=lambda each: each.at, reverse=True)

    def one(self, kind: str, keepsake: UUID) -> Opened:
        """One of them. Raises NotFound."""
        for each in self.every(kind):
            if each.id == keepsake:
                return each
        raise NotFound

    def check(self, kind: str, keepsake: UUID) -> None:
        """That one of them is this. Raises NotFound; it needs no key."""
        if keepsake not in {row.id for row in mine.every(self.connection, self.citizen, kind)}:
            raise NotFound

    def months(self) -> int:
        """How many months things stay."""
        return next((int(each.content["months"]) for each in self.every("keeping")), MONTHS)

    def _opened(self, row: Any) -> Opened:
        content = self.box.open(row.id, row.content)
        return Opened(row.id, content, clock.local(datetime.fromisoformat(content["at"])), row.until)

    @cached_property
    def box(self) -> vault.Box:
        """Their key, fetched when it is needed."""
        return vault.box(self.citizen)


class Writing(Own):
    """The same in one transaction, in which things are kept and let go."""

    def __init__(self, session: Session, citizen: UUID) -> None:
        super().__init__(session.connection(), citizen)
        self.session = session
        mine.hold(session, citizen)

    def keep(self, kind: str, content: dict[str, Any], slot: str | None = None) -> UUID:
        """Keep something new, or in the place of what has the same `slot`, with the yes to keeping it.

        Nobody else is shown it, whatever lay there before. Raises Locked where an older key is lost.
        """
        box = self._box_to_write()
        named = box.slot(f"{kind}:{slot}") if slot else None
        row = mine.in_slot(self.session, self.citizen, named) if named else None
        at = clock.now()
        if row:
            row = self._cleared(row, at)
        row = row or Keepsake(id=uuid4(), citizen_id=self.citizen, kind=kind, slot=named, content=b"")
        row.until = None if kind in FOR_GOOD else ends(clock.local(at).date(), self.months())
        row.content = box.seal(row.id, {"agreed": KEPT_AGREED} | content | {"at": at.isoformat()})
        self.session.add(row)
        self.session.flush()
        return row.id

    def change(self, kind: str, keepsake: UUID, **told: Any) -> None:
        """Let a keepsake say something else besides; when it was kept, and until when, stay. Raises NotFound.

        Where others would read something else than was agreed, they are shown it no more.
        """
        row = mine.load(self.session, self.citizen, keepsake, kind)
        content = self.box.open(row.id, row.content) | told
        if "shown" in content:
            content["shown"] = holding(content)
            mine.end(self.session, row.id, [UUID(each) for each in content["shown"]], clock.now())
        row.content = self.box.seal(row.id, content)
        self.session.flush()

    def let_go(self, kind: str, keepsake: UUID) -> bool:
        """Delete one, and all that was shown of it; False where it is gone. It needs no key."""
        try:
            mine.load(self.session, self.citizen, keepsake, kind)
        except NotFound:
            return False
        return mine.remove(self.session, self.citizen, keepsake) > 0

    def _cleared(self, row: Keepsake, at: datetime) -> Keepsake | None:
        """The row to write in, which is shown to nobody; None where its time was over, and it is gone."""
        if row.until and row.until < self.today:
            mine.remove(self.session, self.citizen, row.id)
            return None
        mine.end(self.session, row.id, (), at)
        return row

    def _box_to_write(self) -> vault.Box:
        if vault.is_kept(self.citizen):
            return self.box
        if mine.anything(self.connection, self.citizen):
            raise Locked
        return vault.new_box(self.citizen)


@contextmanager
def reading(by: UUID) -> Iterator[Own]:
    """Open what this citizen keeps. Raises NotFound for anybody who is no citizen with a plan."""
    with db.reading() as connection:
        yield Own(connection, by)


@contextmanager
def writing(by: UUID) -> Iterator[Writing]:
    """The same in one transaction, all or nothing."""
    with db.writing() as session:
        yield Writing(session, by)
