"""Providers: whom a municipality lets people sign in at, and how to read what such a provider says of somebody."""

from minplan.providers.claims import kind_of, text_at, user_of, value_at
from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import ALGORITHMS, CITIZEN, DEMO, STAFF, Places, Provider
from minplan.providers.reading import load

__all__ = [
    "ALGORITHMS",
    "CITIZEN",
    "DEMO",
    "STAFF",
    "Nonsense",
    "Places",
    "Provider",
    "kind_of",
    "load",
    "text_at",
    "user_of",
    "value_at",
]
