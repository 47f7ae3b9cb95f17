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
    welcome,
    words,
)
from minplan.routes.rights.blueprint import bp

__all__ = [
    "disagreement", "dispatches", "letters", "sentences",
    "agenda", "benefit", "bp", "choices", "glossary", "meaning", "offering", "page", "right", "together", "welcome",
    "words",
]  # fmt: skip
