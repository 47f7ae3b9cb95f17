"""Verb: carry what waits for the official mailbox, each letter once."""

import logging
from threading import Thread
from typing import Any
from uuid import UUID

from minplan import clock, config
from minplan.rights.sending import store
from minplan.rights.sending.letter import compose
from minplan.rights.sending.read import official
from minplan.sharing import carry

_log = logging.getLogger("minplan.rights")
PATIENCE = 3  # seconds for which whoever has just sent it waits for the mail server; the attempt itself goes on


def goes() -> bool:
    """Whether this house has an official mailbox and a way to it."""
    return bool(config.settings().official_mail and config.settings().smtp_url)


def send_dispatch(only: UUID | None = None) -> bool:
    """Take the next letter that is due (or `only` that one) and try to send it; False where none is."""
    row = store.claim(clock.now(), only) if goes() else None
    if row is None:
        return False
    carry(_Official(row, config.settings().official_mail))
    return True


def try_at_once(dispatch: UUID) -> None:
    """The first attempt, before the page is answered where the mail server is quick, and behind it where it is slow."""
    trying = Thread(target=_try, args=(dispatch,), daemon=True)
    trying.start()
    trying.join(PATIENCE)


def _try(dispatch: UUID) -> None:
    try:
        send_dispatch(dispatch)
    except Exception:  # whatever broke, the letter is kept, and `minplan work` takes it up again
        _log.error("a letter to the official mailbox waits", exc_info=True)


def dispatch_counts() -> dict[str, int]:
    """How many letters to the official mailbox are waiting, sent, given up, carried by hand, and uncertain."""
    found = store.counts()
    names = {"waiting": "waiting", "uncertain": "handing_over", "sent": "sent", "given_up": "given_up"}
    return {name: found.get(state, 0) for name, state in (names | {"by_hand": "by_hand"}).items()}


class _Official:
    """A letter to the official mailbox on its way out."""

    def __init__(self, row: Any, mailbox: str) -> None:
        self._row = row
        self.to = mailbox
        self.attempts: int = row.attempts

    def written(self) -> bytes:
        return compose(official(self._row, self._row.name, self._row.contact), config.settings().mail_from, self.to)

    def hand_over(self) -> bool:
        return store.settle(self._row.id, self.attempts, "waiting", state="handing_over")

    def settle(self, **fields: Any) -> None:
        if fields["state"] == "given_up":
            store.give_up(self._row, clock.now())
            return
        went = {"mailbox": self.to} if fields["state"] == "sent" else {}
        store.settle(self._row.id, self.attempts, "waiting", "handing_over", **fields | went)
