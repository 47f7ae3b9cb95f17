"""The office on the web: people and places, look-up and emergency, spot checks, and the editor's home."""

from minplan.routes.office import adding, emergency, lookup, people, places, spot_checks, systems, texts
from minplan.routes.office.blueprint import bp

__all__ = ["adding", "bp", "emergency", "lookup", "people", "places", "spot_checks", "systems", "texts"]
