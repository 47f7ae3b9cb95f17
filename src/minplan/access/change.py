"""The one write path: a plan locked, its revision raised, the policy asked, and exactly one journal entry."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session

from minplan import clock, db, journal
from minplan.access import policy, store
from minplan.access.eyes import close_what_is_over
from minplan.access.hearing import hear
from minplan.access.membership import INSIDERS, Member, Viewer, contact_sees
from minplan.access.plan import Plan
from minplan.access.together import told_with
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.words import NewText, Text, write


class NothingChanged(Exception):
    """Rolls an empty change back: what was asked already holds, so no revision is spent on it."""


class SomethingIsOver(Exception):
    """Rolls a change back before it begins: a yes has ended, and nobody acts on what only that showed them."""


class Change:
    """One change under way. An action reads and writes through `session` and then tells the journal once."""

    def __init__(
        self,
        session: Session,
        plan: Plan,
        members: tuple[Member, ...],
        viewer: Viewer,
        name: str,
        because: NewText | None = None,
    ) -> None:
        self.session = session
        self.plan = plan
        self.members = members
        self.viewer = viewer
        self.citizen_name = name
        self.at: datetime = clock.now()
        self.today: date = clock.today()
        self._because = because
        self._reason_id: UUID | None = None
        self._record: journal.Record | None = None

    def may(self, verb: str) -> policy.Verdict:
        """The policy's verdict on a verb of the plan; raises NotAllowed for `no`."""
        return _allowed(policy.on_plan(self.viewer.relation, verb))

    def may_step(self, verb: str, kind: str, ball: str | None) -> policy.Verdict:
        """The policy's verdict on a verb of a step; raises NotAllowed for `no`."""
        return _allowed(policy.on_step(self.viewer.relation, verb, kind, ball))

    def compare(self, field: str, seen: Any, current: Any, mine: Any) -> None:
        """Raise Conflict where somebody else changed `field` after the writer saw it, to something else than mine."""
        if seen != current and mine != current:
            raise Conflict(field, mine=mine, theirs=current)

    def must_reach_contact(self, kind: str, tracks: Sequence[str]) -> None:
        """What a citizen asks goes to somebody who can read what it is about. Raises Invalid.

        A professional is not told: what is hidden from a colleague is nobody else's business.
        """
        if self.viewer.is_citizen and not contact_sees(self.members, kind, tracks):
            raise Invalid({"step": "hidden_from_contact"})

    def write(self, new: NewText) -> Text:
        """Keep these words, by the person who is changing the plan."""
        return write(self.session, self.plan.id, new, self.viewer.person_id, self.at)

    def words(self, text_id: UUID | None) -> Text | None:
        """The text of an id, or None."""
        return self.session.get(Text, text_id) if text_id else None

    def reason_id(self) -> UUID | None:
        """The text that says why, kept at the first asking; None where nobody said."""
        if self._because and self._reason_id is None:
            self._reason_id = self.write(self._because).id
        return self._reason_id

    def record(self, record: journal.Record) -> None:
        """Tell the journal, with the reason that was given; once for each change."""
        if self._record is not None:
            raise RuntimeError("a change writes one journal entry")
        if record.reason_id is None:
            record = replace(record, reason_id=self.reason_id())
        if also := told_with(self.session):
            record = replace(record, after=record.after | also)
        self._record = record
        journal.write(self.session, self.plan.id, self.plan.revision, self.viewer.person_id, self.at, record)

    def tell(self) -> bool:
        """Let those hear who may, once the journal knows; False where there was nothing to tell."""
        if self._record is None:
            return False
        by = self.viewer.person_id
        hear(self.session, self.plan, self.members, by, self.at, self.today, self._record)
        return True


@contextmanager
def change(
    person_id: UUID,
    plan_id: UUID,
    because: NewText | None = None,
    relations: frozenset[str] = INSIDERS,
    first: Callable[[Session], None] | None = None,
) -> Iterator[Change]:
    """Open a plan for one change. Raises NotFound for a stranger; rolls back when nothing was recorded.

    `because` is why, in the person's own words: the others read it beside the change. `relations` are as in a view.
    `first` is done before anybody looks who the person is: it may give them the place that this change is about.
    """
    try:
        with db.writing() as session:
            # Raising the revision first takes the row's lock: every change of one plan stands in one line.
            session.execute(
                update(Plan).where(Plan.id == plan_id).values(revision=Plan.revision + 1)  # type: ignore[arg-type]
            )
            if first:
                first(session)
                session.flush()
            found = store.find(session.connection(), person_id, plan_id, relations)
            if found is None:
                raise NotFound
            cover, everybody, viewer = found
            if cover.has_a_yes_that_is_over(clock.today()) and not first:
                raise SomethingIsOver
            members = tuple(member for member in everybody if not member.supports)
            plan = session.get_one(Plan, plan_id)
            under_way = Change(session, plan, members, viewer, cover.citizen_name, because)
            yield under_way
            if not under_way.tell():
                raise NothingChanged
        return
    except NothingChanged:
        return
    except SomethingIsOver:
        close_what_is_over(plan_id)
    with change(person_id, plan_id, because, relations) as again:
        yield again


def _allowed(verdict: policy.Verdict) -> policy.Verdict:
    if verdict == policy.NO:
        raise NotAllowed
    return verdict
