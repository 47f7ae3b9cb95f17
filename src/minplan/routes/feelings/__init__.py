"""What a citizen keeps for themselves, and shows to somebody when they want."""

from minplan.routes.feelings import mine
from minplan.routes.feelings.blueprint import bp

__all__ = ["bp", "mine"]
