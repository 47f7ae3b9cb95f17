"""What a citizen keeps for themselves, and shows to somebody when they want."""

from minplan.routes.feelings import agenda, backpack, drawing, for_me, mine, people
from minplan.routes.feelings.blueprint import bp

__all__ = ["agenda", "backpack", "bp", "drawing", "for_me", "mine", "people"]
