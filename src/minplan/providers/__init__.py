"""Providers: whom a municipality lets people sign in at, and how to read what such a provider says of somebody."""

from minplan.providers.claims import kind_of, text_at, user_of, value_at
from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import CITIZEN, DEMO, STAFF, Places, Provider
from minplan.providers.reading import load
from minplan.providers.signing_key import signing_key

__all__ = [
    "CITIZEN",
    "DEMO",
    "STAFF",
    "Nonsense",
    "Places",
    "Provider",
    "kind_of",
    "load",
    "signing_key",
    "text_at",
    "user_of",
    "value_at",
]
