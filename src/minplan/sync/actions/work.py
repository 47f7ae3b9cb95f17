"""The noun: a system at work on a plan that stands still for it, in one transaction."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from minplan.errors import NotAllowed
from minplan.sync.caller import Caller
from minplan.sync.read.opening import Opened, opened_within
from minplan.sync.store import lot as lots, refs
from minplan.sync.store.holding import hold


@dataclass(slots=True)
class Work:
    """`found` is the plan as it is by now; `again()` after a verb has changed it."""

    session: Session
    caller: Caller
    plan_id: UUID
    found: Opened

    @property
    def by(self) -> UUID:
        """The person whose doing it is."""
        return self.caller.person_id

    def again(self) -> Opened:
        """Read the plan anew."""
        self.found = opened_within(self.session, self.caller, self.plan_id)
        return self.found

    def must_be_own(self) -> None:
        """Raise NotAllowed where the contact person is of another department: a yes to tracks is to nothing else."""
        if not self.found.own:
            raise NotAllowed("other_department")

    def meant(self, type: str, said: object) -> UUID | None:
        """Which of ours is meant by an id of ours, or by what a system calls it; None where nobody has said."""
        if said is None or isinstance(said, UUID):
            return said
        here = (self.caller.municipality_id, getattr(said, "system", ""), type, getattr(said, "id", ""))
        return refs.subject(self.session, *here)


def begin(session: Session, caller: Caller, plan_id: UUID) -> Work:
    """Hold a plan and open it. Raises NotFound."""
    found = lots.opened(session, plan_id)
    if found is None:
        hold(session, plan_id)
        found = opened_within(session, caller, plan_id)
    return Work(session, caller, plan_id, found)
