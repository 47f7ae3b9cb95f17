"""Reading a page that was copied: line by line, so that each says for itself what is to be put right."""

from collections.abc import Iterable
from typing import Any

from flask import request

from minplan.booklet import MOST, STEPS, Copied, Part, Reach
from minplan.errors import Invalid
from minplan.routes import fields, forms
from minplan.words import NewText

_MORE = 4  # lines that one tap adds
_TURNS = ("citizen", "municipality", "both")
_GONE = {"talk": "no_meeting", "question": "no_question"}
_HALVES = {"mine": "citizen", "theirs": "municipality"}


def grown() -> int:
    """How many lines a part has more than the page."""
    said = request.form.get("grown", "")
    before = int(said) if said.isdecimal() and len(said) < 3 else 0
    return min(before + (_MORE if "more" in request.form else 0), MOST)


def lines(part: Part) -> range:
    """The numbers of a part's lines."""
    return range(1, 1 + (min(part.lines + grown(), MOST) if part.lines > 1 else 1))


def read(parts: Iterable[Part], found: Reach) -> list[Copied]:
    """The lines on which something stands. Raises Invalid with what is to be put right in all of them."""
    said: list[Copied] = []
    faults: dict[str, str] = {}
    for part, number in [(each, number) for each in parts for number in lines(each)]:
        try:
            line = _line(part, f"{part.name}_{number}", found)
            said += [line] if line else []
        except Invalid as error:
            faults |= error.fields
    if faults:
        raise Invalid(faults)
    return said


def _line(part: Part, field: str, found: Reach) -> Copied | None:
    on = fields.day(f"{field}_on") if "on" in part.asks else None
    who = " ".join(fields.text(f"{field}_who").split()) if "who" in part.asks else ""
    words = fields.own_words(field)
    if words is None:
        if on or (who and part.to):
            raise Invalid({field: "required"})
        return None
    to = _to(part, field, found)
    more: dict[str, Any] = {"new": fields.own_words(f"{field}_new")} if to in STEPS else {}
    if to == "horizon":
        more["seen"] = forms.seen_id("horizon")
    return Copied(field, to, _by(field, words, who), _ball(part, field), on, **more)


def _to(part: Part, field: str, found: Reach) -> str:
    """What a line becomes. What the form offered and is there no more says so, and nothing goes elsewhere unasked."""
    if part.to not in (None, "talk"):
        return str(part.to)
    name, places = ("talk_to", (found.talk,)) if part.to else (f"{field}_to", found.places)
    chosen = request.form.get(name) or found.talk
    if chosen in places:
        return str(chosen)
    if chosen in _GONE:
        raise Invalid({field: _GONE[chosen]})
    raise Invalid({name: "unknown" if chosen else "required"})


def _by(field: str, words: NewText, who: str) -> NewText:
    """The words, and behind them who said so, as one writes it under a quotation."""
    if not who:
        return words
    try:
        return forms.read(NewText, text=f"{words.text} – {who}", lang=words.lang)
    except Invalid as error:
        raise Invalid(dict.fromkeys([field], next(iter(error.fields.values())))) from None


def _ball(part: Part, field: str) -> str:
    holder = _HALVES.get(part.name) or ("turn" in part.asks and request.form.get(f"{field}_turn")) or "citizen"
    if holder not in _TURNS:
        raise Invalid({f"{field}_turn": "unknown"})
    return holder
