"""“Something for me” on the web: one thing, by a picture or in own words, or nothing."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Conflict, Invalid
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.visitor import visitor
from minplan.words import NewText

_HERE = "/mine/for-me"
_SAID = {
    "done": mark("Det er gemt til dig. Du bestemmer, hvornår det passer."),
    "unchanged": mark("Det står der allerede."),
    "gone": mark("Pladsen er tom igen."),
}


@bp.get(_HERE)
@allows(*CITIZEN)
def for_me() -> str:
    return _page()


@bp.post(_HERE)
@allows(*CITIZEN)
def keep_for_me() -> ResponseReturnValue:
    try:
        must_agree()
        seen = forms.seen("for_me").replace("\r\n", "\n")
        outcome = feelings.keep_for_me(visitor().person_id, _words(), seen)
    except Invalid as error:
        return _page(error), 422
    except Conflict as late:
        return _page(late), 409
    return reply.done(_HERE, gettext(_SAID[outcome.kind]))


@bp.post(f"{_HERE}/removal")
@allows(*CITIZEN)
def let_for_me_go() -> ResponseReturnValue:
    feelings.let_for_me_go(visitor().person_id)
    return reply.done(_HERE, gettext(_SAID["gone"]))


def _words() -> NewText:
    phrase = request.form.get("phrase")
    own = None if phrase else fields.own_words("text", required=True)
    return own or NewText(phrase=phrase)


def _page(error: Exception | None = None) -> str:
    ready = [(each.id, each.id.partition(".")[2], phrase_label(each)) for each in feelings.for_me_pictures()]
    found = feelings.for_me(visitor().person_id)
    late = isinstance(error, Conflict)
    return render_template("feelings/for_me.html", found=found, ready=ready, late=late, **frame(error, "for-me"))
