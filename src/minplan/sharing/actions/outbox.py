"""Verb: send what lies in the outbox, each letter once."""

from typing import Any

from minplan import clock, config, language
from minplan.sharing.actions.carrying import carry
from minplan.sharing.letter import Letter, compose
from minplan.sharing.read.notices import first_name
from minplan.sharing.store import outbox as store
from minplan.words import is_mailbox


def send_mail() -> bool:
    """Take the next letter that is due and try to send it; False where none is. Never raises for the mail server."""
    store.drop_unwanted()
    row = store.claim(clock.now())
    if row is None:
        return False
    if is_mailbox(row.address or ""):
        carry(_Notice(row))
    else:
        store.settle(row.id, row.attempts, state="given_up")
    return True


def mail_counts() -> dict[str, int]:
    """How many letters are waiting, sent, given up, and uncertain: begun, and never heard of again."""
    found = store.counts()
    names = {"waiting": "waiting", "uncertain": "handing_over", "sent": "sent", "given_up": "given_up"}
    return {name: found.get(state, 0) for name, state in names.items()}


class _Notice:
    """The letter that says there is something new."""

    patient = False  # an address that is none stays none

    def __init__(self, row: Any) -> None:
        self._row = row
        self.to: str = row.address
        self.attempts: int = row.attempts

    def written(self) -> bytes:
        row, settings = self._row, config.settings()
        name = None if row.own else first_name(row.name)
        lang = row.language if language.known(row.language) else language.SOURCE
        letter = Letter(row.id, self.to, name, lang)
        return compose(letter, settings.mail_from, settings.public_url, clock.now(), language.translator(lang))

    def hand_over(self) -> bool:
        return store.hand_over(self._row.id, self.attempts)

    def settle(self, **fields: Any) -> None:
        store.settle(self._row.id, self.attempts, **fields)
