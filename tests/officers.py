"""Who runs the house: an administrator and a leader beside the cast, and the same people in another municipality."""

from dataclasses import dataclass
from uuid import UUID

from minplan import access, clock, db, identity, office
from minplan.access import HOME
from minplan.office import Doorkeeper

THERE = "nabo"
NUMBER = "999999-0001"  # of nobody: there is no day 99


@dataclass(frozen=True)
class Officers:
    """By id: `admin` and `leader` here, `their_…` in the other municipality, where Dagny is a citizen with a plan."""

    admin: UUID
    leader: UUID
    editor: UUID
    their_admin: UUID
    their_leader: UUID
    their_staff: UUID
    dagny: UUID
    their_plan: UUID

    def by(self, name: str) -> Doorkeeper:
        """One of them at work."""
        return office.of_person(getattr(self, name))


def appoint() -> Officers:
    """Add them to the database in use."""
    office.add_municipality(THERE, "Nabokommunen")
    with db.writing() as session:

        def add(kind: str, name: str, place: str = HOME, **more: object) -> UUID:
            person = access.Person(kind=kind, name=name, municipality_id=place, **more)
            session.add(person)
            session.flush()
            return person.id

        admin, leader = add("administrator", "Birgit"), add("leader", "Lone", role="teamleder")
        editor = add("editor", "Kasper")
        theirs = [add(kind, kind.title(), THERE) for kind in ("administrator", "leader", "staff")]
        dagny = add("citizen", "Dagny", THERE, number_hash=identity.number_hash(THERE, NUMBER))
        plan = access.Plan(citizen_id=dagny, municipality_id=THERE, created_at=clock.now())
        session.add(plan)
        session.flush()
        return Officers(admin, leader, editor, *theirs, dagny=dagny, their_plan=plan.id)


def number_of(citizen: UUID, number: str = NUMBER) -> None:
    """Give a citizen at home an id number, kept as it is kept."""
    with db.writing() as session:
        session.get_one(access.Person, citizen).number_hash = identity.number_hash(HOME, number)
