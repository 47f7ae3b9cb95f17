"""Verbs: carry what waits for the official mailbox, each letter once, and tell of what goes no further."""

import logging
from threading import Thread
from typing import Any
from uuid import UUID

from minplan import clock, config
from minplan.errors import NotFound
from minplan.rights.kinds import DISPATCH_STATES
from minplan.rights.sending import rule, store
from minplan.rights.sending.letter import compose
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


def end_dispatches() -> None:
    """What goes no further is told to its sender: by hand where no mailbox is set up any more, unsure where nobody has
    heard of it since it went out."""
    for row in store.stuck(clock.now(), goes()):
        _end(row, "unsure" if row.state == "handing_over" else "by_hand", row.state)


def whom_to_ask(number: str) -> Any:
    """The contact person behind a receipt number: `name`, `role`, `phone`, `email`, None each where nobody is one.

    It says nothing of what was sent. Raises NotFound.
    """
    found = store.contact_for(number.strip().upper())
    if found is None:
        raise NotFound
    return found


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
    """How many letters to the official mailbox are in each state."""
    found = store.counts()
    return {state: found.get(state, 0) for state in DISPATCH_STATES}


def _end(row: Any, state: str, *found_in: str) -> None:
    if store.end(row, state, clock.now(), *found_in):
        counts = dispatch_counts()
        fields = {"ended": state} | {name: counts[name] for name in ("given_up", "unsure", "by_hand")}
        _log.warning("A letter did not reach the official mailbox.", extra={"fields": fields})


class _Official:
    """A letter to the official mailbox on its way out."""

    patient = True  # address and server are the operator's, who may mend them

    def __init__(self, row: Any, mailbox: str) -> None:
        self._row = row
        self.to = mailbox
        self.attempts: int = row.attempts

    def written(self) -> bytes:
        row, sender = self._row, config.settings().mail_from
        return compose(row.id, row.number, clock.local(row.at), row.letter_body, sender, self.to)

    def hand_over(self) -> bool:
        return store.settle(self._row.id, self.attempts, "waiting", state="handing_over")

    def settle(self, **fields: Any) -> None:
        if fields["state"] == "given_up":
            _end(self._row, "given_up", "waiting", "handing_over")
            return
        if fields["state"] == "sent":
            fields |= {"mailbox": self.to, "answer_by": rule.answer_by(self._row.kind, fields["sent_at"])}
        store.settle(self._row.id, self.attempts, "waiting", "handing_over", **fields)
