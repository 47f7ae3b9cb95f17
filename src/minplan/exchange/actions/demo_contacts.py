"""Verb: the demo's contact persons tell of themselves, and one citizen has had another one before."""

import tomllib
from datetime import timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from minplan import clock
from minplan.access import Person, Plan
from minplan.handover import Handover
from minplan.words import NewText, write

FILE = files("minplan.exchange") / "demo" / "contacts.toml"


def tell(session: Session) -> None:
    """Telephone, hours, stand-ins and hellos, then the handovers of the past."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    people = {person.email or person.name: person for person in session.execute(select(Person)).scalars()}
    for contact in data["contact"]:
        _present(people[contact["email"]], contact, people)
    for handover in data["handover"]:
        _hand_over(session, handover, people)


def _present(person: Person, told: dict[str, Any], people: dict[str, Person]) -> None:
    person.role, person.phone, person.hours = told["role"], told["phone"], told["hours"]
    person.hello, person.stand_in_id = "\n".join(told["hello"]), people[told["stand_in"]].id


def _hand_over(session: Session, told: dict[str, Any], people: dict[str, Person]) -> None:
    at = clock.now() - timedelta(days=told["days_ago"])
    citizen = people[told["citizen"]].id
    plan = session.execute(select(Plan).where(Plan.citizen_id == citizen)).scalar_one()  # type: ignore[arg-type]

    def words(name: str) -> UUID | None:
        new = NewText(text=told[name], lang="da") if name in told else None
        return write(session, plan.id, new, None, at).id if new else None

    reason, page = words("reason"), words("page")
    assert reason
    session.add(
        Handover(
            municipality_id=plan.municipality_id, plan_id=plan.id, at=at, reason_id=reason,
            from_id=people[told["from"]].id if "from" in told else None, to_id=people[told["to"]].id,
            citizen_page_id=page, approved_at=at, goodbye_id=words("goodbye"),
        )
    )  # fmt: skip
