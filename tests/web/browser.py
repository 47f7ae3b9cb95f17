"""A client that inspects every page it opens, and comes in with a key of its own."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient
from web.inspection import inspect
from werkzeug.test import TestResponse

from minplan import clock, db, identity
from minplan.access import PersonView
from minplan.routes.visitor import KEY, WHOSE, hand_over, whose

LONG = timedelta(minutes=25)


class Browser(FlaskClient):
    """Inspects what it opens, unless a test wants the bare bytes."""

    inspecting = True
    came: tuple[PersonView, datetime] | None = None

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        self._come_again()
        response = super().open(*args, **kwargs)
        if self.inspecting and response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            inspect(response.text)
        return response

    def come_in(self, person: PersonView) -> "Browser":
        """Signed in as this person from here on."""
        with self.session_transaction() as session:
            hand_over(session, person.id)
            session.update({KEY: identity.begin(person.id), WHOSE: whose(person.id)})
        self.came = person, clock.now()
        return self

    def sit_down(self, person_id: UUID, meeting_id: UUID) -> "Browser":
        """A device at the table of a meeting, in this person's name."""
        with db.writing() as session:
            key = identity.take_seat(session, person_id, meeting_id, clock.now() + timedelta(hours=2))
        with self.session_transaction() as cookie:
            cookie.update({KEY: key, WHOSE: whose(person_id)})
        return self

    def _come_again(self) -> None:
        """A test that lets days go by does not mean to be signed out; one that does takes `came` away."""
        if self.came and clock.now() - self.came[1] > LONG:
            self.come_in(self.came[0])
