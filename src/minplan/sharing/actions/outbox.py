"""Verb: send what lies in the outbox, each letter once. Whoever falls over before the letter begins to go out leaves
it to the next; whoever falls over after that leaves it alone: nobody knows then whether it arrived."""

import random
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTP, SMTPDataError, SMTPException, SMTPResponseException
from typing import Any

from minplan import clock, config, language
from minplan.config import Settings
from minplan.sharing.actions.post import connect
from minplan.sharing.letter import Letter, compose
from minplan.sharing.read.notices import first_name
from minplan.sharing.store import outbox as store
from minplan.words import is_mailbox

ATTEMPTS = 20  # about two days


def send_mail() -> bool:
    """Take the next letter that is due and try to send it; False where none is. Never raises for the mail server."""
    store.drop_unwanted()
    row = store.claim(clock.now())
    if row is None:
        return False
    if not is_mailbox(row.address or ""):
        store.settle(row.id, row.attempts, state="given_up")
        return True
    try:
        server = connect(config.settings())
        try:
            _converse(server, row, config.settings())
        finally:
            _leave(server)
    except (OSError, SMTPException) as error:
        _failed(row, error)
    return True


def mail_counts() -> dict[str, int]:
    """How many letters are waiting, sent, given up, and uncertain: begun, and never heard of again."""
    found = store.counts()
    names = {"waiting": "waiting", "uncertain": "handing_over", "sent": "sent", "given_up": "given_up"}
    return {name: found.get(state, 0) for name, state in names.items()}


class _Refused(SMTPResponseException):
    """The server's own no, or not now."""


def _converse(server: SMTP, row: Any, settings: Settings) -> None:
    _must(server.mail(settings.mail_from), 250)
    _must(server.rcpt(row.address), 250, 251)
    name = None if row.own else first_name(row.name)
    lang = row.language if language.known(row.language) else language.SOURCE
    letter = Letter(row.id, row.address, name, lang)
    written = compose(letter, settings.mail_from, settings.public_url, clock.now(), language.translator(lang))
    if not store.hand_over(row.id, row.attempts):
        return  # it was read, or taken back, in this very moment
    _deliver(server, row, written)


def _deliver(server: SMTP, row: Any, written: bytes) -> None:
    try:
        _must(server.data(written), 250)
    except (_Refused, SMTPDataError):
        raise  # the server answered: it does not have the letter
    except (OSError, SMTPException):
        return  # no answer: it may have it, so nobody sends it again
    store.settle(row.id, row.attempts, state="sent", sent_at=clock.now())


def _leave(server: SMTP) -> None:
    """What goes wrong after the letter changes nothing about it."""
    with suppress(OSError, SMTPException):
        server.quit()


def _must(answer: tuple[int, bytes], *good: int) -> None:
    if answer[0] not in good:
        raise _Refused(answer[0], answer[1])


def _failed(row: Any, error: Exception) -> None:
    """A no for good is a no; anything else is tried again, later each time."""
    refused = isinstance(error, _Refused) and error.smtp_code >= 500
    if refused or row.attempts >= ATTEMPTS:
        store.settle(row.id, row.attempts, state="given_up")
    else:
        store.settle(row.id, row.attempts, state="waiting", next_at=clock.now() + pause(row.attempts))


def pause(attempts: int) -> timedelta:
    """From some seconds to four hours, never the same for two letters."""
    longest = min(5 * 3 ** (attempts - 1), 4 * 3600)
    return timedelta(seconds=longest * random.uniform(0.5, 1))  # noqa: S311 - not a secret
