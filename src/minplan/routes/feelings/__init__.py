"""What a citizen keeps for themselves, and shows to somebody when they want."""

from minplan.routes.feelings import (
    agenda,
    album,
    answer,
    backpack,
    beside,
    drawing,
    for_me,
    form,
    horizon,
    keeping,
    life,
    mine,
    people,
    showing,
    strengths,
    strengths_shown,
    words,
)
from minplan.routes.feelings.blueprint import bp

__all__ = [
    "agenda",
    "album",
    "answer",
    "backpack",
    "beside",
    "bp",
    "drawing",
    "for_me",
    "form",
    "horizon",
    "keeping",
    "life",
    "mine",
    "people",
    "showing",
    "strengths",
    "strengths_shown",
    "words",
]
