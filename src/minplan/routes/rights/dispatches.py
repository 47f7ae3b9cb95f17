"""What a citizen sends to the official mailbox: the form, the receipt, and everything that was sent."""

from collections.abc import Mapping
from uuid import UUID

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, content, dialogue, journey, rights
from minplan.content import ShownRight
from minplan.errors import Invalid, NotFound
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.rights.blueprint import CITIZEN, bp
from minplan.routes.rights.frame import frame
from minplan.routes.visitor import visitor

_DISPATCHES = "/plans/<uuid:plan>/dispatches"
# The right that each is about, also what is taken to a meeting; its record says what it is.
_ABOUT = {
    "complaint": "klage_4_uger",
    "access": "aktindsigt",
    "insight": "indsigt_gdpr",
    "log": "indsigt_log",
    "correction": "berigtigelse",
    "reasons": "begrundelse",
    "companion": "bisidder",
}


@bp.get(_DISPATCHES)
@allows(*CITIZEN)
def dispatches(plan: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "rights") as view:
        found = rights.dispatches(view)
    page = render_template("rights/dispatches.html", dispatches=found, goes=rights.goes(), **frame(view))
    return reply.unkept(make_response(page))


@bp.get(f"{_DISPATCHES}/new")
@allows(*CITIZEN)
def new_dispatch(plan: UUID) -> ResponseReturnValue:
    return _form(plan, request.args)


@bp.post(_DISPATCHES)
@allows(*CITIZEN)
def send_dispatch(plan: UUID) -> ResponseReturnValue:
    try:
        kind = fields.text("kind", required=True)
        words, step, reach = fields.own_words("text"), fields.uuid("step"), fields.text("reach")
        outcome = rights.send(visitor().person_id, plan, kind, words, step, reach)
    except Invalid as error:
        return _form(plan, request.form, error), 422
    return reply.done(f"/plans/{plan}/dispatches/{outcome.subject_id}", _told(plan, outcome))


@bp.get(f"{_DISPATCHES}/<uuid:dispatch>")
@allows(*CITIZEN)
def one_dispatch(plan: UUID, dispatch: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "rights") as view:
        found = rights.find_dispatch(view, dispatch)
        decided = rights.decided(view, found.step_id) if found.step_id and found.kind == "complaint" else None
    page = render_template(
        "rights/dispatch.html",
        dispatch=found,
        letter=found.letter.split("\n\n"),
        anew=rights.goes() and found.stands in ("not_sent", "unsure", "by_hand"),
        complain_by=decided.complain_by if decided else None,
        post=content.contact("official_post"),
        **frame(view),
    )
    return reply.unkept(make_response(page))


@bp.app_template_global()
def dispatch_sentence(kind: str) -> str:
    """What a letter of this kind says first, as this reader reads it."""
    return phrase_label(content.grouped("ask")[kind][0])


@bp.app_template_global()
def right_sends(right: str) -> str | None:
    """The kind of letter in which this right is used; None where no letter is."""
    return next((kind for kind, about in _ABOUT.items() if about == right and kind in rights.DISPATCHES), None)


@bp.app_template_global()
def dispatch_right(kind: str) -> ShownRight | None:
    """The right that a letter of this kind is about; None where it may not be shown today."""
    try:
        return rights.one(_ABOUT[kind])
    except NotFound:
        return None


def _form(plan: UUID, asked: Mapping[str, str], error: Invalid | None = None) -> str:
    kind = asked.get("kind") if asked.get("kind") in rights.DISPATCHES else None
    step = _id(asked["step"]) if kind and asked.get("step") else None
    with access.view(visitor().person_id, plan, "rights") as view:
        decided = rights.decided(view, step) if step and dialogue.about(view, step) else None
    return render_template(
        "rights/new_dispatch.html",
        kind=kind,
        kinds=rights.DISPATCHES,
        step_id=step,
        decided=decided,
        goes=rights.goes(),
        errors=forms.faults(error),
        opened="dispatch" if error else "",
        kept=request.form,
        **frame(view),
    )


def _told(plan: UUID, outcome: journey.Outcome) -> str:
    """Only what was sent has been received; what waits, or is carried, has been written."""
    assert outcome.subject_id is not None  # a letter that is there, or was
    with access.view(visitor().person_id, plan, "rights") as view:
        stands = rights.find_dispatch(view, outcome.subject_id).stands
    if outcome.kind == "done":
        return gettext("Dit brev er klar.") if stands == "by_hand" else gettext("Tak. Her er din kvittering.")
    return gettext("Det har vi allerede fået.") if stands == "sent" else gettext("Det har du allerede skrevet.")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
