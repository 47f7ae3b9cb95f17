"""Verbs: the citizen says yes, and takes it back. A no is nothing that anybody keeps."""

from uuid import UUID

from minplan import access, content, language
from minplan.access import Change, Consent
from minplan.content import ConsentItem, consent_words
from minplan.errors import NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.sharing.store import consents as store

_UNCHANGED = "unchanged"


def give_consent(by: UUID, plan: UUID, item: str, lang: str, seen: str | None = None) -> Outcome:
    """A yes to one item of content, kept in the words of `lang`. `seen` is the mark of the words that were shown.

    Raises NotFound for an item or a language that is none, Conflict where other words were read than those kept.
    """
    with access.change(by, plan) as change:
        change.may("give_consent")
        found = content.consent_items().get(item)
        if found is None or not language.known(lang):
            raise NotFound
        standing = store.standing(change.session, plan, item)
        if standing and standing.until >= change.today:
            return Outcome(_UNCHANGED, standing.id)
        row = _row(change, found, lang)
        if seen is not None:
            change.compare("consent", seen, consent_words.mark(row.words), None)
        _close(change, standing)
        change.session.add(row)
        _tell_journal(change, "give_consent", row)
        access.begin_consent(change.session, row)
        return Outcome("done", row.id)


def withdraw_consent(by: UUID, plan: UUID, consent: UUID) -> Outcome:
    """The citizen takes a yes back. From this moment nobody is told by it, and what it showed is hidden again."""
    with access.change(by, plan) as change:
        change.may("withdraw_consent")
        row = store.one(change.session, plan, consent)
        if row is None:
            raise NotFound
        if row.withdrawn_at is not None or row.until < change.today:
            return Outcome(_UNCHANGED, row.id)
        access.end_consent(change.session, row)
        _tell_journal(change, "withdraw_consent", row)
        return Outcome("done", row.id)


def _row(change: Change, item: ConsentItem, lang: str) -> Consent:
    until = consent_words.until(item, change.today)
    words = consent_words.words(item, language.translator(lang), language.get(lang), until)
    return Consent(
        municipality_id=change.plan.municipality_id,
        plan_id=change.plan.id,
        item=item.id,
        kind=item.kind,
        department=item.department,
        topic=item.topic,
        words=words,
        lang=lang,
        given_at=change.at,
        until=until,
    )


def _close(change: Change, row: Consent | None) -> None:
    """A yes whose time was over makes room for the new one."""
    if row is not None:
        row.withdrawn_at = change.at
        change.session.flush()


def _tell_journal(change: Change, verb: str, row: Consent) -> None:
    """Only the citizen reads it there. Whoever may now ask others, or may no longer, is told that there is news."""
    after = {"item": row.item, "until": row.until.isoformat()}
    change.record(Record(verb, "consent", row.id, after=after, audience="citizen"))
    if row.kind != "sharing":
        contacts = [member.person_id for member in change.members if member.relation == "contact"]
        access.tell(change.session, row.municipality_id, row.plan_id, contacts, "news", change.at)
