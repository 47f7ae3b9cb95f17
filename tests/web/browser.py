"""A client that inspects every page it opens, and comes in by the front door's own card."""

from typing import Any

from flask.testing import FlaskClient
from web.inspection import inspect
from werkzeug.test import TestResponse

from minplan.access import PersonView
from minplan.routes.visitor import card


class Browser(FlaskClient):
    """Inspects what it opens, unless a test wants the bare bytes."""

    inspecting = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        if self.inspecting and response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            inspect(response.text)
        return response

    def come_in(self, person: PersonView) -> "Browser":
        """Signed in as this person from here on."""
        with self.session_transaction() as session:
            session["person"] = card(person)
        return self
