"""The rights box on the web: what a citizen can expect, choose, send and ask."""

from minplan.routes.rights import (
    agenda,
    benefit,
    choices,
    glossary,
    meaning,
    offering,
    page,
    right,
    together,
    welcome,
    words,
)
from minplan.routes.rights.blueprint import bp

__all__ = [
    "agenda", "benefit", "bp", "choices", "glossary", "meaning", "offering", "page", "right", "together", "welcome",
    "words",
]  # fmt: skip
