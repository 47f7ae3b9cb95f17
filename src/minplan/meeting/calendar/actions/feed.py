"""Verbs: a private address at which somebody's own calendar fetches; made, made anew, turned off, and fetched from."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from minplan import clock, db, identity, language
from minplan.access import Person
from minplan.meeting.calendar import store
from minplan.meeting.calendar.entry import Entry
from minplan.meeting.calendar.file import compose
from minplan.meeting.room import CalendarFeed

BACK = timedelta(days=60)  # what lies further behind is of no use in a calendar


def renew_feed(person_id: UUID) -> str:
    """A new key for this person's address, which is kept nowhere else; an address that they had before is dead."""
    key = secrets.token_urlsafe(32)
    with db.writing() as session:
        person = session.get_one(Person, person_id, with_for_update=True)
        row = store.load(session, person_id) or CalendarFeed(
            person_id=person_id, municipality_id=person.municipality_id, key_hash="", made_at=clock.now()
        )
        row.key_hash, row.made_at = identity.hashed(key), clock.now()
        session.add(row)
    return key


def end_feed(person_id: UUID) -> bool:
    """Nothing is fetched there any more; False where nothing was."""
    with db.writing() as session:
        return end_feed_in(session, person_id)


def end_feed_in(session: Session, person_id: UUID) -> bool:
    """The same within somebody else's transaction: whoever is out, their calendar is out too."""
    row = store.load(session, person_id)
    if row:
        session.delete(row)
    return row is not None


def feed_since(person_id: UUID) -> datetime | None:
    """Since when this person has an address, or None. What it is, nobody can say."""
    with db.reading() as connection:
        return store.made_at(connection, person_id)


def fetch_feed(key: str, address: str) -> bytes | None:
    """The calendar of whoever has this key, in the language that they read; None where it is nobody's, or no more.

    `address` is where they sign in and read more.
    """
    with db.reading() as connection:
        whose = store.whose(connection, identity.hashed(key), clock.today())
        if whose is None:
            return None
        rows = store.meetings(connection, whose.id, clock.now() - BACK, clock.today())
    read = whose.language if language.known(whose.language) else language.SOURCE
    return compose((Entry(**row._asdict()) for row in rows), language.translator(read), address, clock.now())
