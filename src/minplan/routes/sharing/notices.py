"""What I have been told, and whether I want mail about it."""

from uuid import UUID

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import meeting, sharing
from minplan.errors import Invalid
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import EVERYBODY, allows, may_open
from minplan.routes.sharing.blueprint import bp
from minplan.routes.visitor import home_of, visitor

HERE = "/notices"
_MAIL = mark("Det er gemt. Vi skriver kun, at der er nyt.")
_NO_MAIL = mark("Det er gemt. Du får ingen mails.")


@bp.get(HERE)
@allows(*EVERYBODY)
def notices() -> ResponseReturnValue:
    return _page()


@bp.post(f"{HERE}/<uuid:notice>/reading")
@allows(*EVERYBODY)
def read(notice: UUID) -> ResponseReturnValue:
    """Put aside, and on to what it tells of where somebody follows it: one of their own pages."""
    found, goal = visitor(), request.form.get("next", "")
    sharing.read_notice(found.person_id, notice)
    return redirect(goal if may_open(goal, found) else HERE, 303)


@bp.post(f"{HERE}/mail")
@allows(*EVERYBODY)
def mail() -> ResponseReturnValue:
    try:
        wanted = fields.text("wanted", required=True) == "yes"
        sharing.choose_mail(visitor().person_id, fields.text("address", required=True) if wanted else None)
    except Invalid as error:
        return _page(error), 422
    return reply.done(HERE, gettext(_MAIL if wanted else _NO_MAIL))


def _page(error: Invalid | None = None) -> Response:
    me = visitor()
    found = sharing.notices(me.person_id)
    page = render_template(
        "sharing/notices.html",
        notices=found,
        meetings=meeting.told(me.person_id, [each.at for each in found if each.own and each.what == "meeting"]),
        address=sharing.mail_address(me.person_id),
        home=home_of(me),
        errors=forms.faults(error),
        kept=request.form,
        opened="mail" if error else None,
    )
    return reply.unkept(make_response(page))
