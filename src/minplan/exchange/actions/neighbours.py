"""The demo's people beside those of the documents: who runs the house, who stands by somebody, and one elsewhere."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, select

from minplan import clock, identity
from minplan.access import HOME, Membership, Municipality, Person, Plan

ELSEWHERE = "nabo"
# Of nobody: a day 99 there is none.
NUMBER = "999999-0001"
LONG = timedelta(days=90)


def move_in(session: Session) -> None:
    """An administrator and an editor, a caseworker of the next municipality, and a companion for Yusuf.

    Karin can be found by an invented id number.
    """
    session.add(Municipality(code=ELSEWHERE, name="Nabokommunen"))
    session.flush()
    session.add_all(
        [
            Person(kind="administrator", name="Birgit Sand", email="birgit@example.dk"),
            Person(kind="editor", name="Kasper Lind", email="kasper@example.dk"),
            Person(kind="staff", name="Tom Ravn", email="tom@example.dk", municipality_id=ELSEWHERE),
        ]
    )
    _citizen(session, "Karin").number_hash = identity.number_hash(HOME, NUMBER)
    companion = Person(kind="supporter", name="Amal Rahim", language="ar")
    session.add(companion)
    session.flush()
    session.add(_beside(_plan_of(session, "Yusuf"), companion))


def _citizen(session: Session, name: str) -> Person:
    return session.exec(select(Person).where(Person.kind == "citizen", Person.name == name)).one()


def _plan_of(session: Session, name: str) -> UUID:
    return session.exec(select(Plan.id).where(Plan.citizen_id == _citizen(session, name).id)).one()


def _beside(plan: UUID, companion: Person) -> Membership:
    today = clock.today()
    return Membership(
        plan_id=plan, person_id=companion.id, relation="companion", name=companion.name, hidden="health",
        shares="dates,next,wins", since=today, until=today + LONG, position=9,
    )  # fmt: skip
