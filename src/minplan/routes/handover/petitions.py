"""What leaders read of citizens who ask for another contact person, and their answer."""

from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import handover
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply, tone
from minplan.routes.handover.blueprint import bp, frame, status
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/petitions")
@allows("leader")
def petitions() -> ResponseReturnValue:
    found = handover.petitions(visitor().person_id)
    return reply.unkept(make_response(render_template("handover/petitions.html", found=found)))


@bp.get("/petitions/<uuid:petition>")
@allows("leader")
def petition(petition: UUID) -> ResponseReturnValue:
    return _page(petition)


@bp.post("/petitions/<uuid:petition>")
@allows("leader")
def answer(petition: UUID) -> ResponseReturnValue:
    try:
        words, seen = fields.own_words("answer", required=True), forms.seen_id("words")
        if words is None or seen is None:
            raise Invalid({"answer": "required"})
        handover.answer(visitor().person_id, petition, words, seen)
    except (Invalid, Conflict) as error:
        return _page(petition, error)
    said = gettext("Svaret er sendt. Kun borgeren og I ledere kan læse det.")
    return reply.done("/petitions", tone.said(said, words.text or "", tone.written_in()))


def _page(petition: UUID, error: Exception | None = None) -> Response:
    found = handover.petition(visitor().person_id, petition)
    page = render_template("handover/petition.html", it=found, **frame(error, "answer"))
    return reply.unkept(make_response(page, status(error)))
