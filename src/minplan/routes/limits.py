"""How often something may be tried, counted in the database for all processes together. Reading is never limited."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

from minplan import identity
from minplan.routes.visitor import maybe_visitor

NET_6 = 64  # whoever has one address of the new kind has all of such a net


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so long. What shares a name is counted together."""

    what: str
    most: int
    within: timedelta


# A whole town hall may come in from one address in the morning. Nobody writes sixty messages in ten minutes by hand.
SIGN_INS = Limit("sign-in", 300, timedelta(minutes=5))
# A provider tells of everybody from one address, and of a whole town hall when the day is over.
LOGOUTS = Limit("logout", 3000, timedelta(minutes=5))
MESSAGES = Limit("message", 60, timedelta(minutes=10))
# A code is made for one screen at a time.
CODES = Limit("join code", 20, timedelta(minutes=10))
# What leaves for the municipality's official mailbox is a letter each.
LETTERS = Limit("dispatch", 20, timedelta(minutes=10))
LIMITS = {
    "sign_in.start": SIGN_INS,
    "sign_in.start_demo": SIGN_INS,
    "sign_in.back": SIGN_INS,
    "sign_out.back_channel": LOGOUTS,
    "sign_out.front_channel": LOGOUTS,
    "meeting.make_code": CODES,
    "dialogue.call": MESSAGES,
    "dialogue.write": MESSAGES,
    "rights.send_dispatch": LETTERS,
    **dict.fromkeys(("rights.another_idea", "rights.ask_about_offer", "rights.lean", "rights.sense"), MESSAGES),
    **dict.fromkeys(("rights.offer_choice", "rights.withdraw_choice", "rights.prospect", "rights.decision"), MESSAGES),
    **dict.fromkeys(("rights.put_on_agenda", "rights.answer_choice", "rights.received"), MESSAGES),
    **dict.fromkeys(("handover.ask", "handover.answer", "handover.settle", "handover.write"), MESSAGES),
    **dict.fromkeys(("journey.add_step", "journey.answer", "journey.promise_answer", "booklet_copy.save"), MESSAGES),
    **dict.fromkeys(("supporting.invite", "supporting.praise"), MESSAGES),
}


def install(app: Flask) -> None:
    """Count what LIMITS names."""
    app.before_request(_count)


def within_or_wait(what: str, most: int, seconds: int) -> None:
    """Count one more try of `what` by whoever is here: this person, or for nobody this address.

    Raises 429, which becomes a kind page with the words typed in it, when it is more than `most` in so many seconds.
    """
    if not identity.within(what, who(), most, seconds):
        raise TooManyRequests(retry_after=seconds)


def _count() -> None:
    limit = LIMITS.get(request.endpoint or "")
    if limit:
        within_or_wait(limit.what, limit.most, int(limit.within.total_seconds()))


def who() -> str:
    """Who tries: this person, or for nobody the net that this address is of."""
    visitor = maybe_visitor()
    return str(visitor.person_id) if visitor else net(request.remote_addr or "")


def net(address: str) -> str:
    """The address, or the net that it stands for."""
    try:
        six = ip_address(address).version == 6
    except ValueError:
        return address
    return str(ip_network(f"{address}/{NET_6}", strict=False)) if six else address
