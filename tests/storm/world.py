"""Where a storm blows: a database of its own, with plans, a system that sends and one that follows."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from databases import made
from followed import Line as Plot, line

from minplan import access, db, journey, office, sync
from minplan.access import HOME
from minplan.sync.actions.sequencing import sequence

SENDER, FOLLOWER = "kilde", "spejl"


@dataclass(frozen=True)
class World:
    """`plots` are the plans, each with a step; `milestones` where new steps of them belong."""

    place: Path
    url: str
    contact: UUID
    plots: tuple[Plot, ...]
    citizens: dict[UUID, UUID]
    milestones: dict[UUID, str]
    keys: dict[str, str]

    @property
    def settings(self) -> dict[str, str]:
        """For the processes that work here."""
        return {"DATABASE_URL": self.url}


@contextmanager
def world(kind: str, server: str = "", plans: int = 10) -> Iterator[World]:
    """A new one on "sqlite" or "postgresql", gone at the end. What was the database before is it again then."""
    with tempfile.TemporaryDirectory(prefix="minplan-storm-") as place:
        if kind == "sqlite":
            yield from _laid(Path(place), f"sqlite:///{place}/storm.sqlite3", plans)
            return
        with made(server, f"minplan_storm_{Path(place).name[-8:].lower().replace('-', '_')}") as url:
            yield from _laid(Path(place), url, plans)


def _laid(place: Path, url: str, plans: int) -> Iterator[World]:
    engine, before = db.open_engine(url), db.engine()
    db.migrate(engine)
    db.use(engine)
    try:
        with db.writing() as session:
            contact = access.Person(kind="staff", name="Bo")
            session.add(contact)
        plots = tuple(line(contact.id, f"Borger {number}") for number in range(plans))
        keys = {code: _key(code) for code in (SENDER, FOLLOWER)}
        sequence()
        citizens = {each.plan: _citizen(each) for each in plots}
        yield World(place, url, contact.id, plots, citizens, {each.plan: _milestone(each) for each in plots}, keys)
    finally:
        db.use(before)
        engine.dispose()


def _key(code: str) -> str:
    new = sync.NewSystem(code=code, name=code.title(), scopes=sync.SCOPES)
    _, key = sync.add_system(office.operator(HOME), new)
    assert key
    return key


def _milestone(plot: Plot) -> str:
    with access.view(plot.contact, plot.plan) as view:
        return str(next(one.milestone_id for one in journey.way(view).ahead if one.id == plot.step))


def _citizen(plot: Plot) -> UUID:
    with access.view(plot.contact, plot.plan) as view:
        return view.plan.citizen_id
