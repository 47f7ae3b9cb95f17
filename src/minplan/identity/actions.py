"""Verbs: begin a sign-in, meet it at each request, and end it, here or from the provider's side."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, false, or_
from sqlmodel import Session

from minplan import access, clock, config, db
from minplan.access import Person, has_left
from minplan.identity import store
from minplan.identity.sign_in import Ended, Identity, SignIn
from minplan.identity.visit import ContactCard, Visit

TOUCH = timedelta(minutes=1)  # how often a visit is written down, so that reading a page seldom costs a write
DEVICE = 80  # characters

_in = SignIn.__table__.c  # type: ignore[attr-defined]


def begin(
    person_id: UUID,
    provider: str = "",
    issuer: str = "",
    subject: str = "",
    sid: str | None = None,
    hint: str | None = None,
    device: str = "",
) -> str:
    """Let this person in, in one browser; returns the key for its cookie, which is kept nowhere else.

    What has ended goes at the same time.
    """
    key, now = secrets.token_urlsafe(32), clock.now()
    with db.writing() as session:
        store.remove(session, (_in.ends_at < now) | and_(_in.seen_at < store.idle_since(), _in.meeting_id.is_(None)))
        person = session.get_one(Person, person_id)
        session.add(
            SignIn(
                key=hashed(key), municipality_id=person.municipality_id, person_id=person_id, provider=provider,
                issuer=issuer, subject=subject, sid=sid, hint=hint, device=device[:DEVICE],
                began_at=now, seen_at=now, ends_at=now + config.settings().longest,
            )
        )  # fmt: skip
    return key


def take_seat(session: Session, person_id: UUID, meeting_id: UUID, ends_at: datetime, device: str = "") -> str:
    """Let one device in to one meeting in this person's name, until `ends_at`; returns the key for its cookie.

    Whoever sits at the table may be still for a long time, so no idle limit ends it.
    """
    key, now = secrets.token_urlsafe(32), clock.now()
    person = session.get_one(Person, person_id)
    session.add(
        SignIn(
            key=hashed(key), municipality_id=person.municipality_id, person_id=person_id, device=device[:DEVICE],
            meeting_id=meeting_id, began_at=now, seen_at=now, ends_at=ends_at,
        )
    )  # fmt: skip
    return key


def leave_seats(session: Session, meeting_id: UUID, key: str = "") -> int:
    """End the seat of this (hashed) key, or every seat at a meeting's table; how many there were."""
    which = (_in.key == key,) if key else ()
    return len(store.remove(session, _in.meeting_id == meeting_id, *which))


def visit(key: str) -> Visit | None:
    """Whoever came in with this key, if they are still in; None otherwise."""
    row, now = store.visit(hashed(key)), clock.now()
    if row is None or row.ends_at <= now or _is_idle(row) or _has_left(row) or _has_no_table(row):
        return None
    if now - row.seen_at >= TOUCH:
        store.touch(row.key, now)
    return Visit(
        row.person_id, row.municipality_id, row.name, row.kind, row.language,
        ends_at=row.ends_at if row.meeting_id else min(row.ends_at, now + config.settings().idle), latest=row.ends_at,
        unread=row.unread, supporting=row.supporting, privacy_seen=row.privacy_seen, contact=_card(row),
        meeting_id=row.meeting_id, meeting_plan_id=row.plan_id if row.meeting_id else None, device=row.device,
    )  # fmt: skip


def stay(key: str) -> datetime | None:
    """The person is still here, whatever was written down last; returns until when they are in."""
    found = visit(key)
    if found is None:
        return None
    store.touch(hashed(key), clock.now())
    return found.ends_at


def end(key: str) -> Ended | None:
    """Sign this browser out; None when it was not signed in."""
    with db.writing() as session:
        found = store.remove(session, _in.key == hashed(key))
    return Ended(found[0].provider, found[0].hint, found[0].sid) if found else None


def end_one(person_id: UUID, which: str) -> bool:
    """Sign this person out in one of their browsers, by its key in `sign_ins`; False where it is none of theirs."""
    with db.writing() as session:
        return bool(store.remove(session, _in.person_id == person_id, _in.key == which))


def end_all(person_id: UUID) -> int:
    """Sign this person out everywhere; how many browsers that were."""
    with db.writing() as session:
        return len(store.remove(session, _in.person_id == person_id))


def end_at_provider(issuer: str, sid: str) -> int:
    """The provider says that this session there is over."""
    with db.writing() as session:
        return len(store.remove(session, _in.issuer == issuer, _in.sid == sid))


def end_by_word(issuer: str, word: str, seconds: int, sid: str = "", subject: str = "") -> int | None:
    """The same, in a word that counts once within so many seconds; None when it was heard before.

    Without a session's id all of the subject's are over. With one, those too of which the provider never gave us any.
    """
    theirs = _in.subject == subject if subject else false()
    which = or_(_in.sid == sid, and_(theirs, _in.sid.is_(None))) if sid else theirs
    with db.writing() as session:
        if not access.first(session, f"logout:{issuer}:{word}", seconds):
            return None
        return len(store.remove(session, _in.issuer == issuer, which))


def unlink(session: Session, person_id: UUID) -> None:
    """Nobody is this person by what a provider calls them any more, and nobody is in as them."""
    for table in (SignIn, Identity):
        session.execute(delete(table).where(table.person_id == person_id))  # type: ignore[arg-type]


def forget(person_id: UUID) -> None:
    """Somebody of whom nothing is kept but that they came in is known no more, here and at no provider."""
    with db.writing() as session:
        unlink(session, person_id)
        session.delete(session.get_one(Person, person_id))


def hashed(key: str) -> str:
    """What the table keeps of a key."""
    return sha256(key.encode("utf-8", "replace")).hexdigest()


def _is_idle(row: Any) -> bool:
    return row.meeting_id is None and row.seen_at <= store.idle_since()


def _has_no_table(row: Any) -> bool:
    """A seat is there while its meeting goes on, however that came to an end."""
    return row.meeting_id is not None and row.state != "open"


def _has_left(row: Any) -> bool:
    return has_left(row, clock.today())


def _card(row: Any) -> ContactCard | None:
    if row.contact_name is None:
        return None
    return ContactCard(
        row.plan_id, row.contact_name, row.role, row.phone, row.email, row.hours, row.stand_in, row.stand_in_phone
    )
