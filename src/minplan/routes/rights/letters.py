""" "I got a letter": which kind it is, by its picture, what it means, what one can do, and by when."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import clock, content, journey, rights
from minplan.content import Deadline, LetterKind
from minplan.errors import Invalid, NotFound
from minplan.routes import fields, forms
from minplan.routes.marks import open_to_all
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.page import frame, my_plan
from minplan.routes.rights.words import Told, told_in

NOT_UNDERSTOOD = "not-understood"  # a letter of no kind: somebody calls and reads it with them


@bp.get("/letters")
@open_to_all
def letters() -> str:
    return render_template("rights/letters.html", kinds=content.letter_kinds().values(), **frame(my_plan()))


@bp.get("/letters/<letter>")
@open_to_all
def one_letter(letter: str) -> str:
    if letter == NOT_UNDERSTOOD:
        return render_template("rights/letter_unclear.html", promised=journey.answer_by(), **frame(my_plan()))
    return _page(letter)


@bp.post("/letters/<letter>")
@open_to_all
def letter_came(letter: str) -> ResponseReturnValue:
    """By when, from the day on which it came. The day is read once and kept nowhere: no address and no log has it."""
    try:
        came = forms.needed_day("day")
        if came > clock.today():
            raise Invalid({"day": "not_yet"})
    except Invalid as error:
        return _page(letter, error=error), 422
    return _page(letter, came)


@bp.app_template_global()
def letter_says(letter: LetterKind, part: str) -> Told:
    """One of its texts: `name`, `means`, `when`, `do1` and so on."""
    return told_in(letter.context(part), letter.told()[part])


def _counted(letter: LetterKind) -> Deadline | None:
    """The deadline that begins with this letter, where it may be counted today."""
    counts = letter.until and rights.by_when(letter.until, clock.today())
    return rights.one(letter.until).right.deadline if letter.until and counts else None


def _page(letter: str, came: date | None = None, error: Invalid | None = None) -> str:
    found = content.letter_kinds().get(letter)
    if found is None:
        raise NotFound
    mine = my_plan()
    return render_template(
        "rights/letter.html",
        letter=found,
        here=rights.here(found.moment, mine.benefit if mine else None),
        counts=_counted(found),
        came=came,
        until=rights.by_when(found.until, came) if found.until and came else None,
        promised=journey.answer_by(),
        errors=forms.faults(error),
        opened="came" if error or came else "",
        kept=fields.only("day") if request.method == "POST" else {},
        **frame(mine),
    )
