"""What every sheet of paper needs: in whose language it is, and a file that no browser keeps."""

from flask import current_app, make_response, request
from werkzeug.wrappers import Response

from minplan.access import View
from minplan.language import SOURCE
from minplan.routes.languages import reader
from minplan.routes.reply import unkept


def language_of(view: View) -> str:
    """The citizen's own screen decides; whoever prints for them prints in the citizen's language."""
    if view.viewer.is_citizen:
        return reader().language.code
    theirs = view.plan.citizen_language
    return theirs if theirs in current_app.extensions["minplan"].languages else SOURCE


def beside() -> bool:
    """Whether the address asks for Danish beside it."""
    return request.args.get("beside") == "1"


def to_print(pdf: bytes, name: str) -> Response:
    """A PDF to be taken home."""
    response = as_file(pdf, "application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def as_file(body: bytes, kind: str) -> Response:
    """A file, or a picture, that is for this moment only."""
    response = make_response(body)
    response.headers["Content-Type"] = kind
    return unkept(response)  # type: ignore[return-value]
