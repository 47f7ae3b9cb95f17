"""Loose leaves: the sixteen feelings as cards to lay on a table, with no name on them."""

from datetime import UTC, datetime

from minplan.booklet import glyphs
from minplan.booklet.art import drawings
from minplan.booklet.laying import plain
from minplan.booklet.making import compiled
from minplan.booklet.parts import circles
from minplan.booklet.tongue import tongues
from minplan.language import mark

_MADE = datetime(2026, 1, 1, tzinfo=UTC)  # they are the same for everybody, on every day


def feeling_cards(lang: str, beside: bool = False) -> bytes:
    """A sheet A4 of cards to cut out, each with a face and its word; a PDF."""
    said = tongues(lang, beside, "", _MADE.date())
    found, direction = circles(said), said.first.language.direction
    given = {"circles": plain(found, "circles", glyphs.drawn(), direction)}
    given["title"] = plain(said.tell(mark("Hvad fylder?")), "labels", glyphs.drawn(), direction)
    given["how"] = plain(said.tell(mark("Klip kortene ud, og læg dem på bordet.")), "labels", glyphs.drawn(), direction)
    given |= {"art": drawings(None, [each.face for each in found]), "lang": said.first.said("").lang, "dir": direction}
    return compiled(given, "cards", round(_MADE.timestamp()), template="cards.typ")
