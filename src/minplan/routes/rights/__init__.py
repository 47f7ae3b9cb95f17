"""The rights box on the web: what a citizen can expect, choose, send and ask."""

from minplan.routes.rights.blueprint import bp

__all__ = ["bp"]
