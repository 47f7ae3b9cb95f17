"""A meeting that is going on, served as in production: two people at it, its addresses, and who comes in with a key."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from flask import Flask
from serving import served

from minplan import access, clock, db, identity, meeting
from minplan.commands import demo
from minplan.routes.visitor import KEY
from minplan.words import NewText


@dataclass(frozen=True)
class Table:
    """Where the server is, the plan with its meeting, and the citizen and the professional who sit there."""

    app: Flask
    address: str
    plan: UUID
    meeting: UUID
    citizen: UUID
    contact: UUID

    @property
    def here(self) -> str:
        """The address of the meeting."""
        return f"/plans/{self.plan}/meetings/{self.meeting}"

    def cookie(self, person: UUID) -> str:
        """A new sign-in of somebody, as their browser would send it."""
        signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        return f"{self.app.config['SESSION_COOKIE_NAME']}={signer.dumps({KEY: identity.begin(person)})}"

    def client(self, person: UUID) -> "Client":
        """Somebody with a browser of their own."""
        return Client(self.address, self.cookie(person))

    def point(self, text: str) -> tuple[str, str]:
        """A new point of the agenda: the address of its words, and the id of the text that stands there."""
        point = meeting.add_point(self.citizen, self.plan, self.meeting, NewText(text=text, lang="da")).subject_id
        with access.view(self.citizen, self.plan) as view:
            found = next(each for each in meeting.one(view, self.meeting).agenda if each.id == point)
        return f"{self.here}/agenda/{point}/text", str(found.text_id)


class Client:
    """One browser with one connection that stays open."""

    def __init__(self, address: str, cookie: str) -> None:
        self._line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        self._headers = {"Cookie": cookie}

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask("GET", path, None, headers)[:2]

    def save(self, path: str, seen: str, text: str) -> tuple[int, str, str]:
        """Save words as the room's script does: the status, what the answer says stands there now, and its page."""
        form = urlencode({"seen": seen, "text": text, "lang": "da"})
        headers = {"X-Save": "live", "Content-Type": "application/x-www-form-urlencoded"}
        status, page, stands = self._ask("POST", path, form, headers)
        return status, stands or page.partition('data-seen="')[2].partition('"')[0], page

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, str, str]:
        self._line.request(method, path, body, self._headers | headers)
        answer = self._line.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get("X-Seen", "")


@contextmanager
def laid(app: Flask, place: Path, url: str, workers: int = 2, threads: int = 100, **settings: str) -> Iterator[Table]:
    """The demo in this database, served by so many workers and threads, with Karin's meeting open."""
    engine = db.open_engine(url)
    db.use(engine)
    demo.run(None)  # type: ignore[arg-type]
    people = {person.name: person.id for person in access.demo_people()}
    karin, mette = people["Karin"], people["Mette Krog"]
    with access.view(karin) as view:
        plan = view.plan.id
    hour = {"starts": clock.now(), "ends": clock.now() + timedelta(hours=1), "place": "Rådhuset", "mode": "office"}
    with db.writing() as session:
        row = meeting.Meeting(plan_id=plan, position=99, **hour)
        session.add(row)
    meeting.open_meeting(mette, plan, row.id)
    with served(place, workers=workers, threads=threads, DATABASE_URL=url, **settings) as address:
        yield Table(app, address, plan, row.id, karin, mette)
    engine.dispose()
