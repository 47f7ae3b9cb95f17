"""One plan in which everybody acts; after each act everything that must hold is looked at."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from cast import prepare
from databases import fresh
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from invariants import Picture, followed, hidden_stays_hidden, picture, sound
from props import place, waiting_proposals, way
from sqlalchemy import Engine, update

from minplan import access, clock, db, dialogue, exchange, journey
from minplan.errors import MinplanError
from minplan.exchange.check import check

Act = Callable[[UUID], journey.Outcome]


class Together(RuleBasedStateMachine):
    """Amira, Bo and Tove at one plan. `came` counts what became of their acts."""

    engine: ClassVar[Engine]
    came: ClassVar[Counter[str]]

    @initialize()
    def begin(self) -> None:
        fresh(self.engine)
        self.amira = prepare()
        with db.writing() as session:
            full = {"role": "Vejleder", "department": "Job", "phone": "12 34 56 78", "email": "bo@example.dk"}
            session.execute(update(access.Membership).values(**full))
        place(self.amira, "law", "active", "municipality")
        place(self.amira, "agreed", "later", "both")
        place(self.amira, "own", "done")
        self.goal = way(self.amira).goals[0].id
        self.now: Picture = picture(self.amira)

    def step(self, index: int) -> dict[str, Any]:
        """Any step of the plan, in a steady order."""
        found = sorted(self.now.steps.values(), key=lambda step: step["position"])
        return found[index % len(found)]

    def proposal(self, index: int) -> tuple[UUID, str]:
        """Any proposal that waits, and who answers it; where none does, an id that no proposal has."""
        found = waiting_proposals(self.amira, self.amira.citizen)
        each = found[index % len(found)] if found else None
        return (each.id, "citizen" if each.to == "citizen" else "bo") if each else (self.amira.milestone, "bo")

    def thread(self, index: int) -> UUID:
        """Any thread that is not closed; where there is none, an id that no thread has."""
        with access.view(self.amira.citizen, self.amira.id) as view:
            found = [each.id for each in dialogue.open_threads(view)]
        return found[index % len(found)] if found else self.amira.milestone

    def day(self, distance: int | None) -> date | None:
        """So many days from today."""
        return None if distance is None else clock.today() + timedelta(days=distance)

    def do(self, who: str, act: Act) -> None:
        """Act, and look: a refusal writes nothing, "unchanged" neither, and anything else one revision."""
        try:
            came = act(getattr(self.amira, who)).kind
        except MinplanError as refusal:
            came = type(refusal).__name__
        self.came[came] += 1
        before, self.now = self.now, picture(self.amira)
        assert self.now.revision == before.revision + (came in ("done", "proposed", "wished")), came
        followed(self.amira, before, self.now)

    @invariant()
    def all_is_sound(self) -> None:
        if hasattr(self, "now"):
            sound(self.now)
            for who in ("citizen", "bo", "tove"):
                hidden_stays_hidden(self.amira, self.now, getattr(self.amira, who))

    def teardown(self) -> None:
        if hasattr(self, "now"):
            document, _ = exchange.take_out(self.amira.id)
            assert check(document) == []
            (again,) = exchange.bring_in([document])
            assert exchange.take_out(again)[0] == document
