"""Carrying one letter to the mail server, once. Whoever falls over before the letter begins to go out leaves it to the
next; whoever falls over after that leaves it alone: nobody knows then whether it arrived."""

import logging
import random
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTP, SMTPDataError, SMTPException, SMTPResponseException
from typing import Any, Protocol

from minplan import clock, config
from minplan.config import Settings
from minplan.sharing.actions.post import connect

_log = logging.getLogger("minplan.sharing")
ATTEMPTS = 20  # about two days


class Errand(Protocol):
    """A letter that somebody has claimed: to which mailbox, at which attempt, and what is written down about it."""

    @property
    def to(self) -> str: ...
    @property
    def attempts(self) -> int: ...
    @property
    def patient(self) -> bool:
        """Whether a no for good is asked again as a "not now" is: where address and server are the house's own."""

    def written(self) -> bytes:
        """The letter as it goes out."""

    def hand_over(self) -> bool:
        """Write down that it goes out now; False where it is not wanted any more, or not this worker's."""

    def settle(self, **fields: Any) -> None:
        """Write down what came of it: `state`, and `next_at` or `sent_at`."""


def carry(errand: Errand) -> None:
    """Try once to send it; what comes of it is settled. Never raises for the mail server."""
    try:
        server = connect(config.settings())
        try:
            _converse(server, errand, config.settings())
        finally:
            _leave(server)
    except (OSError, SMTPException) as error:
        _failed(errand, error)


class _Refused(SMTPResponseException):
    """What the server answers to this letter, at whichever command, when it does not take it."""


def _converse(server: SMTP, errand: Errand, settings: Settings) -> None:
    _must(server.mail(settings.mail_from), 250)
    _must(server.rcpt(errand.to), 250, 251)
    written = errand.written()
    if not errand.hand_over():
        return  # it was read, or taken back, in this very moment
    _deliver(server, errand, written)


def _deliver(server: SMTP, errand: Errand, written: bytes) -> None:
    try:
        _must(server.data(written), 250)
    except SMTPDataError as error:
        raise _Refused(error.smtp_code, error.smtp_error) from error
    except _Refused:
        raise  # the server answered: it does not have the letter
    except (OSError, SMTPException):
        return  # no answer: it may have it, so nobody sends it again
    errand.settle(state="sent", sent_at=clock.now())


def _leave(server: SMTP) -> None:
    """What goes wrong after the letter changes nothing about it."""
    with suppress(OSError, SMTPException):
        server.quit()


def _must(answer: tuple[int, bytes], *good: int) -> None:
    if answer[0] not in good:
        raise _Refused(answer[0], answer[1])


def _failed(errand: Errand, error: Exception) -> None:
    """A no for good is a no, unless the errand is patient; anything else is tried again, later each time."""
    refused = isinstance(error, _Refused) and error.smtp_code >= 500
    if isinstance(error, _Refused) and refused:
        _log.warning("The mail server refused a letter.", extra={"fields": {"code": error.smtp_code}})
    if (refused and not errand.patient) or errand.attempts >= ATTEMPTS:
        errand.settle(state="given_up")
    else:
        errand.settle(state="waiting", next_at=clock.now() + pause(errand.attempts))


def pause(attempts: int) -> timedelta:
    """From some seconds to four hours, never the same for two letters."""
    longest = min(5 * 3 ** (attempts - 1), 4 * 3600)
    return timedelta(seconds=longest * random.uniform(0.5, 1))  # noqa: S311 - not a secret
