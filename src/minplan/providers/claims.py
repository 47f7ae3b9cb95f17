"""Rule: what the claims of an ID token say about somebody, by the places that the configuration names."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from minplan.providers.privileges import privileges
from minplan.providers.provider import Provider

LONGEST = 255  # characters of an id, as OpenID Connect has it
BETWEEN = "|"  # of an id that is made of several claims


def value_at(claims: Mapping[str, Any], place: str) -> Any:
    """What stands there, None for nothing. A claim of exactly this name comes first: URIs have dots too."""
    if not place or place in claims:
        return claims.get(place)
    found: Any = claims
    for name in place.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def text_at(claims: Mapping[str, Any], place: str) -> str:
    """The text there; empty when there is none, or something else."""
    found = value_at(claims, place)
    return found.strip() if isinstance(found, str) else ""


def user_of(provider: Provider, claims: Mapping[str, Any]) -> str:
    """Who somebody is at the provider; empty when a part of it is missing, or could be read as two parts."""
    parts = [text_at(claims, place) for place in provider.places.user]
    sound = all(part and (len(parts) == 1 or BETWEEN not in part) for part in parts)
    found = BETWEEN.join(parts)
    return found if sound and len(found) <= LONGEST else ""


def kind_of(provider: Provider, claims: Mapping[str, Any]) -> str | None:
    """The kind of person that the roles there mean here: the first line of the map that fits. Unknown means None."""
    held = set(_roles(value_at(claims, provider.places.roles), provider.privilege_scope))
    return next((kind for role, kind in provider.roles.items() if role in held), None)


def _roles(found: Any, scope: str) -> Iterable[str]:
    """A list, a list written as JSON, one role, or a privilege list as KOMBIT's Context Handler sends it."""
    if isinstance(found, str):
        listed = privileges(found, scope)
        return _listed(found) if listed is None else listed
    return (role for role in found if isinstance(role, str)) if isinstance(found, list) else ()


def _listed(found: str) -> Iterable[str]:
    try:
        read = json.loads(found) if found.startswith("[") else [found]
    except (ValueError, RecursionError):
        return ()
    return (role for role in read if isinstance(role, str))
