"""What a professional tells the citizens of themselves."""

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import handover
from minplan.errors import Invalid
from minplan.handover import AboutMe
from minplan.routes import fields, forms, reply
from minplan.routes.handover.blueprint import bp, frame, status
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

HELLO = ("hello_name", "hello_help", "hello_like")


@bp.get("/me")
@allows("staff")
def about_me() -> ResponseReturnValue:
    return _page()


@bp.post("/me")
@allows("staff")
def set_about_me() -> ResponseReturnValue:
    try:
        lines = {name: " ".join(fields.text(name).split()) for name in ("phone", "hours", *HELLO)}
        command = forms.read(
            AboutMe,
            phone=lines["phone"],
            hours=lines["hours"],
            stand_in=fields.uuid("stand_in"),
            hello=tuple(lines[name] for name in HELLO),
        )
        handover.set_about_me(visitor().person_id, command)
    except Invalid as error:
        return _page(error), status(error)
    return reply.done("/me", gettext("Det er gemt. Sådan ser borgerne det nu."))


def _page(error: Invalid | None = None) -> str:
    by = visitor().person_id
    found, left = handover.about_me(by), handover.left(by)
    named = next((each for each in found.colleagues if each[0] == found.stand_in), (None, None, None))
    shown = {"name": found.name, "stand_in": named[1], "stand_in_phone": named[2]}
    return render_template("handover/me.html", me=found, shown=shown, left=left, **frame(error, "me"))
