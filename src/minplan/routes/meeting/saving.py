"""Saving one field of a meeting, while somebody types or by its button: nothing that was typed is lost.

A script says `X-Save: live` and hears 204 with what the field shows now, mine beside theirs (409), or what is to be put
right (422), as a piece of the page. A plain form gets a page of each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, reply
from minplan.routes.languages import gettext
from minplan.routes.visitor import visitor
from minplan.words import Words, joined, without_id_numbers

LIVE, SEEN = "X-Save", "X-Seen"
WORDS = "words"
ABOUT_SENDING = frozenset({"seen", "from", "tried"})


@dataclass(frozen=True, slots=True)
class _Field:
    """A field's name, the kind of its input, what its form has seen, the words of such a value, and how one is said."""

    name: str
    type: str
    seen: Callable[[], Any]
    words: Callable[[UUID, Any], Words | None]
    show: Callable[[str], str] = str


def save(plan: UUID, meeting: UUID, act: Callable[[UUID, UUID | None], UUID | None]) -> ResponseReturnValue:
    """Save the words of the field `text`: `act(by, seen)` takes and returns the id of the text that stands."""
    return _save(plan, meeting, act, _Field("text", WORDS, lambda: fields.uuid("seen"), _words))


def save_value(
    plan: UUID,
    meeting: UUID,
    act: Callable[[UUID, str], str | None],
    name: str,
    show: Callable[[str], str],
    type: str = "text",
) -> ResponseReturnValue:
    """Save a plain value in the field `name`; `show` says a value as people read it, `type` is its kind of input."""
    return _save(plan, meeting, act, _Field(name, type, _seen, lambda *_: None, show))


def save_draft(plan: UUID, meeting: UUID, act: Callable[[UUID, str], Any]) -> ResponseReturnValue:
    """Save what is no text yet: the `theirs` of its Conflict has its own `words`, and is as text what was seen."""
    return _save(plan, meeting, act, _Field("text", WORDS, _seen, lambda _, value: getattr(value, "words", None)))


def back(plan: UUID, meeting: UUID, place: str, told: str) -> ResponseReturnValue:
    """After a change in the room: to the place in it where the change stands."""
    return reply.done(f"/plans/{plan}/meetings/{meeting}/room{'#' + place if place.isascii() and place else ''}", told)


def is_live() -> bool:
    """Whether a script asks, on a page that stays as it is."""
    return LIVE in request.headers


def _save(plan: UUID, meeting: UUID, act: Callable[..., Any], field: _Field) -> ResponseReturnValue:
    try:
        stands = _done(plan, act, field)
    except Conflict as error:
        return _answer("conflict", plan, meeting, field, 409, **_both(plan, meeting, field, error))
    except Invalid as error:
        _must_be_here(plan, meeting)
        return _answer("unsaved", plan, meeting, field, 422, errors=error.fields, mine=_typed(field))
    if is_live():
        return "", 204, {SEEN: "" if stands is None else str(stands)}
    return back(plan, meeting, request.form.get("from", ""), gettext("Det er gemt."))


def _must_be_here(plan: UUID, meeting: UUID) -> None:
    """What cannot be used is told to whoever has a place at the meeting; for a stranger there is none. NotFound."""
    with access.view(visitor().person_id, plan, "room") as view:
        meetings.one(view, meeting)


def _done(plan: UUID, act: Callable[..., Any], field: _Field) -> Any:
    """Do it; what stands there because the answer to an earlier try was lost on its way is nobody else's."""
    by, seen = visitor().person_id, field.seen()
    try:
        return act(by, seen)
    except Conflict as error:
        tried = request.form.get("tried")
        if not tried or tried != _raw(plan, field, error.theirs):
            raise
        return act(by, error.theirs)


def _both(plan: UUID, meeting: UUID, field: _Field, error: Conflict) -> dict[str, Any]:
    mine, theirs = _typed(field), _raw(plan, field, error.theirs)
    both = joined(_begun_with(plan, meeting, field.seen()), mine, theirs) if field.type == WORDS else None
    stands = "" if error.theirs is None else str(error.theirs)
    shown = field.words(plan, error.theirs)
    return {"mine": mine, "theirs": theirs, "theirs_words": shown, "joined": both, "stands": stands}


def _begun_with(plan: UUID, meeting: UUID, seen: object) -> str:
    """The words that the writer changed, where they once stood in this very line: another's are nobody's to compare."""
    lines = [each for name, each in (request.view_args or {}).items() if name not in ("plan", "meeting")]
    if not lines or not isinstance(seen, UUID):
        return ""
    with access.view(visitor().person_id, plan, "room") as view:
        found = meetings.said_before(view, meeting, lines[0], seen)
    return (found.text or "") if found else ""


def _typed(field: _Field) -> str:
    return without_id_numbers(request.form.get(field.name, "").replace("\r\n", "\n").strip())


def _raw(plan: UUID, field: _Field, value: Any) -> str:
    """A value as a field holds it: somebody's own words, or the plain value itself."""
    if field.type != WORDS:
        return "" if value is None else str(value)
    found = field.words(plan, value)
    return (found.text or "") if found else ""


def _seen() -> str:
    return request.form.get("seen", "")


def _words(plan: UUID, text: UUID | None) -> Words | None:
    with access.view(visitor().person_id, plan, "room") as view:
        return meetings.said(view, text)


def _answer(template: str, plan: UUID, meeting: UUID, field: _Field, status: int, **more: Any) -> tuple[str, int]:
    page = render_template(
        f"meeting/{'_' if is_live() else ''}{template}.html",
        field=field,
        live=is_live(),
        action=request.path,
        room=f"/plans/{plan}/meetings/{meeting}/room",
        place=request.form.get("from", ""),
        along=[(name, value) for name, value in request.form.items() if name not in (*ABOUT_SENDING, field.name)],
        **more,
    )
    return page, status
