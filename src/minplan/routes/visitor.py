"""Who is here: the cookie holds a key, and the house knows whose it is. Asked once for each request."""

import hmac
from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

from flask import Flask, g, request, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from minplan import access, config, identity
from minplan.errors import NotFound
from minplan.identity import Visit

KEY, WHOSE = "key", "whose"
# The invitation whose code was typed here: by nobody known yet, and by who is in.
AT_THE_DOOR, ASKED = "at_the_door", "asked"
SEATED = "seated"  # the meeting at whose table this browser sits, or sat
UNDER_WAY = "_state_"  # how Authlib begins the name of a sign-in under way
HOMES = {
    "citizen": "/plan",
    "staff": "/citizens",
    "leader": "/waiting",
    "editor": "/texts",
    "administrator": "/people",
    "supporter": "/supporting",
}


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies with one signer for good: the secret does not change while we run."""

    _signer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        self._signer = self._signer or super().get_signing_serializer(app)
        return self._signer


def install(app: Flask) -> None:
    """Keep a key in a signed cookie, and let every template know the `visitor`, None for nobody."""
    app.session_interface = Sessions()
    app.context_processor(_who)


def _who() -> dict[str, object]:
    found = maybe_visitor()
    at_table = found is not None and found.meeting_id is not None
    return {"visitor": found, "whose": whose(found.person_id) if found else None, "at_table": at_table}


def visitor() -> Visit:
    """The person who has signed in. Only for views whose mark lets nobody else in."""
    found = maybe_visitor()
    assert found is not None
    return found


def maybe_visitor() -> Visit | None:
    """The person who has signed in, or None. Carried to another device, the key of a seat is nobody's."""
    if "visitor" not in g:
        key = session.get(KEY)
        found = identity.visit(key) if isinstance(key, str) else None
        g.visitor = None if found and found.meeting_id and found.device != device() else found
    here: Visit | None = g.visitor
    return here


def home_of(found: Visit) -> str:
    """The address of this person's first page."""
    if found.meeting_id:
        return f"/plans/{found.meeting_plan_id}/meetings/{found.meeting_id}/room"
    return HOMES[found.kind]


def come_in(person_id: UUID, **at_provider: str | None) -> None:
    """Begin this person's sign-in under a new key; the one that this browser had before is over.

    `at_provider` is as in identity.begin. What others may see no longer since yesterday is hidden first, so that nobody
    who comes in today meets it.
    """
    access.close_what_is_over()
    go_out()
    hand_over(session, person_id)
    session.pop(SEATED, None)
    session[KEY] = identity.begin(person_id, device=device(), **at_provider)  # type: ignore[arg-type]
    session[WHOSE] = whose(person_id)


def own_key() -> str:
    """The hashed key of this browser's sign-in. Raises NotFound where nobody is in."""
    key = session.get(KEY)
    if not isinstance(key, str):
        raise NotFound
    return identity.hashed(key)


def sit_down(person_id: UUID, meeting_id: UUID, key: str) -> None:
    """This browser sits at a meeting's table from now on, in this person's name and with nothing of anybody else's."""
    go_out()
    hand_over(session, person_id)
    session[KEY], session[WHOSE], session[SEATED] = key, whose(person_id), str(meeting_id)


def hand_over(cookie: MutableMapping[str, Any], person_id: UUID) -> None:
    """Let whoever comes in meet nothing that somebody else left in this browser.

    What a second tab has under way towards a provider stays, and so does the code that was typed before signing in.
    """
    if cookie.get(WHOSE) != whose(person_id):
        for name in [name for name in cookie if name != AT_THE_DOOR and not name.startswith(UNDER_WAY)]:
            del cookie[name]
    if AT_THE_DOOR in cookie:
        cookie[ASKED] = cookie.pop(AT_THE_DOOR)


def go_out() -> identity.Ended | None:
    """End this browser's sign-in; what its provider needs to end its own, or None when nobody was in."""
    key = session.pop(KEY, None)
    g.pop("visitor", None)
    return identity.end(key) if isinstance(key, str) else None


def whose(person_id: UUID) -> str:
    """A word for this person that only this house can make, and that tells nobody who it is."""
    return hmac.new(config.settings().secret.encode(), b"whose:" + person_id.bytes, "sha256").hexdigest()[:16]


def device() -> str:
    """A browser as its owner would know it again, and no finer."""
    agent = request.user_agent.string
    system = next((name for name in ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux") if name in agent), "")
    found = next((name for name in ("Firefox", "Edg", "Chrome", "Safari") if name in agent), "")
    return " · ".join(part for part in (found.replace("Edg", "Edge"), system) if part)
