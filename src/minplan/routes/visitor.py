"""Who is here: what the signed session cookie says, without asking the database."""

from dataclasses import dataclass
from uuid import UUID

from flask import Flask, g, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from minplan import clock
from minplan.access import PersonView

HOMES = {"citizen": "/plan", "staff": "/citizens", "leader": "/waiting"}


@dataclass(frozen=True, slots=True)
class Visitor:
    """The person who has signed in. `kind` is citizen, staff or leader; `language` what they read."""

    person_id: UUID
    name: str
    kind: str
    language: str

    @property
    def home(self) -> str:
        """The address of this person's first page."""
        return HOMES[self.kind]


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies with one signer for good: the secret does not change while we run."""

    _signer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        self._signer = self._signer or super().get_signing_serializer(app)
        return self._signer


def install(app: Flask) -> None:
    """Keep sessions in a signed cookie, and let every template know the `visitor`, None for nobody."""
    app.session_interface = Sessions()
    app.context_processor(lambda: {"visitor": maybe_visitor()})


def visitor() -> Visitor:
    """The person who has signed in. Only for views whose mark lets nobody else in."""
    found = maybe_visitor()
    assert found is not None
    return found


def maybe_visitor() -> Visitor | None:
    """The person who has signed in, or None."""
    if "visitor" not in g:
        g.visitor = _read(session.get("person"))
    found: Visitor | None = g.visitor
    return found


def come_in(person: PersonView) -> None:
    """Begin this person's session. What a second tab has under way towards the issuer stays as it is."""
    session["person"] = card(person)
    g.pop("visitor", None)


def card(person: PersonView) -> list[str | int]:
    """What the signed cookie holds: who came in, and when."""
    return [person.id.hex, person.name, person.kind, person.language, int(clock.now().timestamp())]


def _read(kept: object) -> Visitor | None:
    """Our own signature stands on it, but it may be from an older version of the product."""
    match kept:
        case [str(person_id), str(name), ("citizen" | "staff" | "leader") as kind, str(language), int()]:
            return Visitor(UUID(hex=person_id), name, kind, language)
    return None
