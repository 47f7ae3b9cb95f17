"""Rule: what can be sent to the official mailbox, by when the law gives an answer, and where a letter stands."""

from datetime import date, datetime, timedelta
from typing import Literal

from minplan.content import Phrase, grouped
from minplan.errors import Invalid
from minplan.rights.box import by_when
from minplan.words import NewText, line_fault

# How a letter stands, to whoever sent it: `unsure` where it went out and nobody heard that it arrived.
Stands = Literal["on_the_way", "again", "sent", "unsure", "not_sent", "by_hand"]

LONGEST_REACH = 200  # characters: a telephone number or an address

# By which right the municipality has so long to answer. For reasons in writing the law names no day.
_ANSWERED_BY = {
    "complaint": "genvurdering",
    "access": "aktindsigt",
    "insight": "indsigt_gdpr",
    "log": "indsigt_log",
    "correction": "berigtigelse",
}


def answer_by(kind: str, sent: date) -> date | None:
    """The last day for the municipality's answer to what it got then; None where no law that is certain names one.

    An instant counts as its day on a Danish calendar.
    """
    return by_when(_ANSWERED_BY[kind], sent) if kind in _ANSWERED_BY else None


def sentence(kind: str) -> Phrase:
    """What every letter of this kind says, whatever else its sender writes."""
    return grouped("ask")[kind][0]


def said(kind: str, words: NewText | None) -> NewText:
    """The words of a letter: the sender's own, or its sentence alone. Raises Invalid for another ready sentence."""
    ready = sentence(kind).id
    if words and words.phrase and words.phrase != ready:
        raise Invalid({"text": "unknown"})
    return words or NewText(phrase=ready)


def reach(text: str) -> str:
    """How somebody wants to be reached, on one line. Raises Invalid: `too_long`, and the codes of `line_fault`."""
    line = " ".join(text.split())
    code = line_fault(line) or ("too_long" if len(line) > LONGEST_REACH else None)
    if code:
        raise Invalid({"reach": code})
    return line


def holds(state: str, next_at: datetime, now: datetime, goes: bool) -> bool:
    """Whether a letter is there or still on its way, so that the same words need not be sent anew.

    One that was given up, or of which nobody knows, never holds anybody back; nor does one that its sender was to
    carry, once it `goes` by itself.
    """
    if state == "handing_over":
        return next_at >= now
    return state in ("waiting", "sent") or (state == "by_hand" and not goes)


def stands(state: str, attempts: int, next_at: datetime, now: datetime, lease: timedelta) -> Stands:
    """Where a letter stands. It is being handed over no longer than `lease`, to which `next_at` was set."""
    if state == "handing_over":
        return "unsure" if next_at < now else "on_the_way"
    if state == "waiting":
        # An attempt under way has a lease before it; one that failed has a shorter pause, or is the second.
        return "again" if attempts > 1 or (attempts == 1 and next_at - now < lease / 2) else "on_the_way"
    named: dict[str, Stands] = {"sent": "sent", "unsure": "unsure", "given_up": "not_sent", "by_hand": "by_hand"}
    return named[state]
