"""For whoever watches the server: is it well, and does its database answer?"""

from flask import Blueprint, Response, jsonify

from minplan import access
from minplan.routes.marks import open_to_all

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@open_to_all
def show() -> Response:
    """200 when all is well, 503 when the database does not answer."""
    well = access.database_answers()
    response = jsonify(status="ok" if well else "down", database="ok" if well else "down")
    response.status_code = 200 if well else 503
    response.headers["Cache-Control"] = "no-store"
    return response
