"""The rights box on the web: what a citizen can expect, choose, send and ask."""

from minplan.routes.rights import (
    agenda,
    benefit,
    choices,
    disagreement,
    dispatches,
    glossary,
    letters,
    meaning,
    offering,
    page,
    right,
    sentences,
    together,
    toolbox,
    welcome,
    words,
)
from minplan.routes.rights.blueprint import bp

__all__ = [
    "agenda", "benefit", "bp", "choices", "disagreement", "dispatches", "glossary", "letters", "meaning", "offering",
    "page", "right", "sentences", "together", "toolbox", "welcome", "words",
]  # fmt: skip
