"""Standing by on the web: the citizen's page of who goes along, the code and its answer, and a supporter's glimpse."""

from minplan.routes.supporting import about_me, circle, glimpse, invitation, one
from minplan.routes.supporting.blueprint import bp

__all__ = ["about_me", "bp", "circle", "glimpse", "invitation", "one"]
