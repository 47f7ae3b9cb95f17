"""Verb: what the demo's citizens live on, what their steps may lead to, a decision, and a choice."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from minplan import clock
from minplan.access import Membership, Person, Plan
from minplan.exchange.document import Ref
from minplan.rights import Choice, Decision, Option, PlanBenefit, Prospect
from minplan.words import NewText, write

FILE = files("minplan.exchange") / "demo" / "rights.toml"
_ABOUT = ("gives", "promises_not", "afterwards", "money")
_OF_OPTION = ("title", "why", "takes", "money")


def tell(session: Session) -> None:
    """Everything of the file, by the contact person of each."""
    for name, told in tomllib.loads(FILE.read_text("utf-8")).items():
        teller = _Teller(session, name)
        teller.lives_on(told["benefit"])
        for kind in ("prospect", "decision", "choice"):
            for each in told.get(kind, ()):
                getattr(teller, kind)(each)


class _Teller:
    """One citizen's plan, and who speaks for the municipality there."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.plan: UUID = session.execute(
            select(Plan.id).join(Person, Person.id == Plan.citizen_id).where(Person.name == name)  # type: ignore[call-overload]
        ).scalar_one()
        self.by: UUID = session.execute(
            select(Membership.person_id).where(Membership.plan_id == self.plan, Membership.relation == "contact")  # type: ignore[call-overload]
        ).scalar_one()
        self.said: dict[str, Any] = {"by_id": self.by, "at": clock.now()}

    def lives_on(self, code: str) -> None:
        self.session.add(PlanBenefit(plan_id=self.plan, code=code, since=clock.today(), **self.said))

    def prospect(self, told: dict[str, Any]) -> None:
        asked = _ago(told["money_asked"]) if "money_asked" in told else None
        self.session.add(Prospect(**self._step(told), **self._words(told, _ABOUT), money_asked=asked, **self.said))

    def decision(self, told: dict[str, Any]) -> None:
        days: dict[str, Any] = {"called": _ago(told["called"]), "decided": _ago(told["decided"])}
        what = self._words(told, ("what",))
        self.session.add(Decision(**self._step(told), **what, **days, reached=told["reached"], **self.said))

    def choice(self, told: dict[str, Any]) -> None:
        milestone = self._ref(told["milestone"])
        place: dict[str, Any] = {"plan_id": self.plan, "milestone_id": milestone, "track": told["track"]}
        row = Choice(**place, **self._words(told, ("question",)), asked_on=_ago(told["asked"]), by_id=self.by)
        self.session.add(row)
        self.session.flush()
        for position, each in enumerate(told["option"], 1):
            here: dict[str, Any] = {"choice_id": row.id, "plan_id": self.plan, "position": position}
            self.session.add(Option(**here, **self._words(each, _OF_OPTION)))

    def _step(self, told: dict[str, Any]) -> dict[str, Any]:
        return {"plan_id": self.plan, "step_id": self._ref(told["step"])}

    def _ref(self, name: str) -> UUID:
        found = select(Ref.subject_id).where(Ref.plan_id == self.plan, Ref.ref == name)  # type: ignore[call-overload]
        return self.session.execute(found).scalar_one()  # type: ignore[no-any-return]

    def _words(self, told: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
        texts = {name: NewText(text=told[name], lang="da") for name in names if name in told}
        return {
            f"{name}_id": write(self.session, self.plan, new, self.by, clock.now()).id for name, new in texts.items()
        }


def _ago(days: int) -> date:
    return clock.today() - timedelta(days=days)
