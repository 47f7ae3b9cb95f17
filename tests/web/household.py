"""One person for every role that there is, around Amira's plan, and as many in another municipality."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from sqlite3 import Connection, connect
from typing import Any, cast
from uuid import UUID

import keepsakes
from boxed import give_rights
from keepsakes import keep_everything
from sqlalchemy import Engine, text
from web.browser import Browser
from web.meetings import give_meetings
from web.stage import Stage

from minplan import access, clock, db
from minplan.access import Membership, Municipality, Person
from minplan.handover import Handover, Petition
from minplan.sharing import Invitation
from minplan.vault import store as keys
from minplan.words import NewText, write

ELSEWHERE = "elsewhere"
NOBODY = "nobody"
SEAT = "a device at the table"  # in Amira's name
# Each role: the kind of person, and the relation to Amira's plan, None for no place on it.
ROLES: dict[str, tuple[str, str | None]] = {
    "citizen": ("citizen", "citizen"),
    "contact": ("staff", "contact"),
    "team": ("staff", "team"),
    **{relation: ("supporter", relation) for relation in access.SUPPORTERS},
    "citizen who supports": ("citizen", "mentor"),
    "in an emergency": ("staff", "emergency"),
    "system": ("system", "system"),
    "colleague": ("staff", None),
    "another citizen": ("citizen", None),
    "a supporter of nobody": ("supporter", None),
    **{kind: (kind, None) for kind in ("leader", "editor", "administrator")},
    **{f"{kind} elsewhere": (kind, None) for kind in access.KINDS},
    SEAT: ("citizen", "seat"),
}


@dataclass(frozen=True)
class Household:
    """The stage with everybody on it."""

    stage: Stage
    people: dict[str, UUID]
    other: UUID  # the plan of somebody whom nobody here knows
    meeting: UUID  # the one that is going on, on Amira's plan

    def browser(self, role: str) -> Browser:
        """The browser of somebody in this role; of nobody for NOBODY."""
        client: Browser = self.stage.app.test_client()  # type: ignore[assignment]
        if role == SEAT:
            return client.sit_down(self.people["citizen"], self.meeting)
        person = access.person(self.people[role]) if role != NOBODY else None
        return client.come_in(person) if person else client


def gather(stage: Stage) -> Household:
    """Bring everybody in."""
    known = {"citizen": stage.cast.citizen, "contact": stage.cast.bo, "team": stage.cast.tove}
    known |= {"colleague": stage.cast.camilla, "another citizen": stage.cast.dorte, "leader": stage.leader}
    people = dict(known)
    with db.writing() as session:
        session.add(Municipality(code=ELSEWHERE, name="Nabokommunen"))
        session.flush()
        for role, (kind, _) in ROLES.items():
            if role not in known and role != SEAT:
                where = ELSEWHERE if role.endswith(ELSEWHERE) else access.HOME
                person = Person(kind=kind, name=role.title(), municipality_id=where)
                session.add(person)
                session.flush()
                people[role] = person.id
        _give_places(session, stage.cast.id, people)
        _give_matters(session, stage.cast.id, people)
        hands = (people["citizen"], people["contact"], people["team"])
        meetings = give_meetings(session, stage.cast.id, *hands)
        give_rights(session, stage.cast.id, stage.amira, people["citizen"], people["contact"])
        meeting = meetings["meeting"]
        other = _give_plans(session, people)
    kept = keep_everything(people["citizen"], stage.amira["step"], meetings["closed"])
    keepsakes.show(people["citizen"], stage.cast.id, "checkin", kept["checkin"], meeting, [people["contact"]])
    return Household(stage, people, other, meeting)


def _give_plans(session: Any, people: dict[str, UUID]) -> UUID:
    """An empty plan for every citizen who has none, and for one more, whose it returns."""
    stranger = Person(kind="citizen", name="Else")
    session.add(stranger)
    session.flush()
    for citizen, where in (
        (people["citizen who supports"], access.HOME),
        (people["citizen elsewhere"], ELSEWHERE),
        (stranger.id, access.HOME),
    ):
        plan = access.Plan(citizen_id=citizen, municipality_id=where, created_at=clock.now())
        session.add(plan)
    session.flush()
    return plan.id


def _give_places(session: Any, plan: UUID, people: dict[str, UUID]) -> None:
    today, now = clock.today(), clock.now()
    for role, (_, relation) in ROLES.items():
        limits = {"since": today, "until": today + timedelta(days=30), "shares": ",".join(access.SHARES)}
        if relation in access.SUPPORTERS:
            place = Membership(plan_id=plan, person_id=people[role], relation=relation, name=role, **limits)
            session.add(place)
        elif relation == "emergency":
            who = {"municipality_id": access.HOME, "plan_id": plan, "person_id": people[role]}
            session.add(access.Emergency(**who, reason="Hun svarer ikke", at=now, until=now + timedelta(hours=1)))


def _give_matters(session: Any, plan: UUID, people: dict[str, UUID]) -> None:
    """A change of the contact person, a wish for another one, and an invitation that nobody has used yet."""
    now, here = clock.now(), {"municipality_id": access.HOME, "plan_id": plan}
    reason = write(session, plan, NewText(text="Camilla er flyttet", lang="da"), people["leader"], now)
    wish = write(session, plan, NewText(text="Vi forstår ikke hinanden", lang="da"), people["citizen"], now)
    places = {"relation": "mentor", "name": "Ida", "shares": "next", "until": clock.today() + timedelta(days=30)}
    session.add_all(
        [
            Handover(**here, from_id=people["colleague"], to_id=people["contact"], at=now, reason_id=reason.id),
            access.Consent(
                **here, item="health.share", kind="sharing", department="health", topic="health", words="Ja", lang="da",
                given_at=now, until=clock.today() + timedelta(days=30),
            ),
            access.Notice(**here, person_id=people["team"], what="news", at=now),
            Petition(**here, words_id=wish.id, asked_at=now, promised=clock.today()),
            Invitation(**here, **places, code_hash="x", made_at=now, expires_at=now + timedelta(days=14)),
        ]
    )  # fmt: skip


@contextmanager
def undone(engine: Engine) -> Iterator[None]:
    """Whatever happens to the SQLite database meanwhile is taken back, and to the keys of what is kept there."""
    kept, locked = connect(":memory:"), _keys()
    _copied(engine, kept, back=False)
    try:
        yield
    finally:
        _copied(engine, kept, back=True)
        _give_back(locked)


def _copied(engine: Engine, kept: Connection, back: bool) -> None:
    raw = engine.raw_connection()
    try:
        own = cast(Connection, raw.dbapi_connection)
        kept.backup(own) if back else own.backup(kept)
    finally:
        raw.close()


def _keys() -> dict[UUID, bytes]:
    with keys.engine().connect() as connection:
        found = connection.execute(text("SELECT owner, wrapped FROM citizen_key"))
        return {UUID(str(owner)): bytes(wrapped) for owner, wrapped in found}


def _give_back(locked: dict[UUID, bytes]) -> None:
    for owner in locked.keys() - _keys().keys():
        keys.add(owner, locked[owner])
