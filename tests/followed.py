"""Plans that are changed at once and followed: writers whose commits come late, and readers who never stop."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread
from time import sleep
from uuid import UUID

from cast import said
from sqlalchemy import select

from minplan import access, clock, db, journey
from minplan.errors import Busy
from minplan.journal import Entry, Record

_entry = Entry.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Line:
    """A plan, a step of the case on it, and its contact person."""

    plan: UUID
    step: UUID
    contact: UUID

    def change(self, late: float = 0) -> None:
        """One change that is committed a while after it was numbered."""
        with access.change(self.contact, self.plan) as change:
            self.number(change)
            sleep(late)

    def number(self, change: access.Change) -> None:
        """Give the change its number in the middle of a transaction."""
        change.record(Record("set_date", "step", self.step, self.step))
        change.session.flush()


def line(contact: UUID, name: str) -> Line:
    """A new citizen's plan with one step that the law asks."""
    with db.writing() as session:
        citizen = access.Person(kind="citizen", name=name)
        session.add(citizen)
        session.flush()
        plan = access.Plan(citizen_id=citizen.id, created_at=clock.now())
        session.add(plan)
        session.flush()
        session.add(access.Membership(plan_id=plan.id, person_id=contact, relation="contact", name="Bo"))
    goal = journey.add_goal(citizen.id, plan.id, journey.NewGoal(title=said("At få ro"), track="health"))
    new = journey.NewMilestone(goal=goal.subject_id, title=said("Kende vejen"))
    milestone = journey.add_milestone(citizen.id, plan.id, new)
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    step = journey.NewStep(milestone=milestone.subject_id, tracks=["health"], kind="law", **words)
    return Line(plan.id, journey.add_step(contact, plan.id, step).subject_id, contact)


def write_late(lines: list[Line], times: int, latest: float) -> None:
    """Each line in a thread of its own, so many changes, each committed up to `latest` seconds after its number. Who
    is told that others are writing tries again, as people do."""

    def write(number: int) -> None:
        chance, done = Random(number), 0
        while done < times:
            with suppress(Busy):
                lines[number].change(chance.uniform(0, latest))
                done += 1

    threads = [Thread(target=write, args=(number,)) for number in range(len(lines))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@dataclass
class ByNumber:
    """What must not be done: reading the journal from the highest number on that one has seen."""

    last: int = 0
    seen: list[int] = field(default_factory=list)

    def __call__(self) -> None:
        with db.reading() as connection:
            found = select(_entry.c.id).where(_entry.c.id > self.last).order_by(_entry.c.id)
            self.seen += list(connection.execute(found).scalars())
        self.last = self.seen[-1] if self.seen else self.last


class Meanwhile:
    """Each of these again and again, each in a thread of its own, until the block is over, and once more then. Who is
    told that others are writing comes again, as the worker does."""

    def __init__(self, *done: Callable[[], object]) -> None:
        self._over = Event()
        self.errors: list[Exception] = []
        self._threads = [Thread(target=self._run, args=(each,)) for each in done]

    def _run(self, do: Callable[[], object]) -> None:
        try:
            while not self._over.is_set():
                with suppress(Busy):
                    do()
            do()
        except Exception as error:
            self.errors.append(error)

    def __enter__(self) -> "Meanwhile":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()
