"""Verbs: what I was told I have read, and where I want mail, if at all."""

from uuid import UUID

from minplan import access, clock, db, words
from minplan.errors import Invalid, NotFound
from minplan.sharing.store import notices as store


def read_notice(by: UUID, notice: UUID) -> None:
    """Put one notice of one's own aside; asked twice, it does nothing. Raises NotFound for somebody else's."""
    with db.writing() as session:
        if not store.is_of(session, by, notice):
            raise NotFound
        store.read(session, by, clock.now(), id=notice)


def read_news(by: UUID, plan: UUID | None) -> int:
    """Whoever opens a plan, None for their own, has read that it has news; how many notices that were."""
    with db.writing() as session:
        which = plan or store.own_plan(session, by)
        return store.read(session, by, clock.now(), plan_id=which, what="news")


def choose_mail(by: UUID, address: str | None) -> None:
    """Where somebody wants mail, or None for none at all. Raises Invalid: `bad_email`."""
    if address is not None and not words.is_mailbox(address):
        raise Invalid({"address": "bad_email"})
    with db.writing() as session:
        session.get_one(access.Person, by).notice_email = address or ""
