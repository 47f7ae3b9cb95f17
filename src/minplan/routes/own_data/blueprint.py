"""The one blueprint of these pages, and how what they hand out leaves no trace in a browser."""

import json
from typing import Any

from flask import Blueprint, current_app, make_response
from werkzeug.wrappers import Response

from minplan.routes import reply

bp = Blueprint("own_data", __name__)

CITIZEN = ("citizen",)


def names_shown() -> bool:
    """Whether the municipality shows the names of those who have looked."""
    return bool(current_app.extensions["minplan"].show_names)


def attached(body: str, kind: str, name: str) -> Response:
    """A file to take home."""
    response = reply.unkept(make_response(body))
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def as_json(found: Any, name: str) -> Response:
    """The same as a JSON file, letters as they are."""
    return attached(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "application/json", name)
