"""Rule: the fields that a provider may have, each with what it must be."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from minplan.providers.nonsense import Nonsense
from minplan.providers.provider import ALGORITHMS, AUTH, CITIZEN, ROLES, STAFF, Places

ADDRESS = re.compile(r"(https://|http://(127\.0\.0\.1|localhost)(?=[:/]|$))[^\s\"'<>?#]+")
DAY = 24 * 60 * 60
REQUIRED = object()


@dataclass(frozen=True, slots=True)
class Field:
    """What a value must be; `default` stands in for none, and REQUIRED for no default."""

    fits: Callable[[Any], bool]
    rule: str
    default: Any = REQUIRED

    def take(self, name: str, value: Any) -> Any:
        """The value as it is kept. Raises Nonsense."""
        if value is None and self.default is not REQUIRED:
            return self.default
        if value is None or not self.fits(value):
            raise Nonsense(f"{name} must be {self.rule}.")
        return tuple(value) if isinstance(value, list) else value


def _text(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value.strip()) <= 500


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_text, value))


def _one_of(known: Collection[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in known


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _table(value: Any) -> bool:
    return isinstance(value, Mapping) and all(map(_text, value)) and all(map(_text, value.values()))


TEXT, TEXTS = "a text", "a list of texts"
FIELDS: dict[str, Field] = {
    "id": Field(_matches(re.compile(r"[a-z][a-z0-9-]{0,30}")), "up to 31 lower-case letters, digits and hyphens"),
    "kind": Field(_one_of((CITIZEN, STAFF)), "citizen or staff"),
    "municipality": Field(_text, "the code of a municipality", "home"),
    "issuer": Field(_matches(ADDRESS), "an https:// address (http:// on loopback alone)"),
    "client_id": Field(_text, TEXT),
    "auth": Field(_one_of(AUTH), " or ".join(AUTH)),
    "key_file": Field(_text, "the path of a PEM file", ""),
    "secret_file": Field(_text, "the path of a file", ""),
    "secret_env": Field(_text, "the name of an environment variable", ""),
    "scopes": Field(lambda value: _texts(value) and "openid" in value, "a list with openid among them", ("openid",)),
    "acr_values": Field(_texts, TEXTS, ()),
    "levels": Field(_texts, TEXTS, ()),
    "max_age": Field(lambda value: type(value) is int and 0 <= value <= DAY, "seconds, at most those of a day", None),
    "algorithms": Field(
        lambda value: _texts(value) and set(value) <= set(ALGORITHMS),
        f"a list of {', '.join(ALGORITHMS)}",
        ("RS256", "PS256", "ES256"),
    ),
    "claims": Field(lambda value: isinstance(value, Mapping), "a table", {}),
    "roles": Field(
        lambda value: _table(value) and set(value.values()) <= set(ROLES), f"a table of role = {' | '.join(ROLES)}", {}
    ),
    "privilege_scope": Field(_text, TEXT, ""),
    "create": Field(lambda value: isinstance(value, bool), "true or false", False),
    "label": Field(lambda value: _table(value) and "da" in value, "a table of language = text, da among them"),
}
PLACES: dict[str, Field] = {
    "user": Field(_texts, TEXTS, Places().user),
    **{
        name: Field(_text, "the name of a claim, or a path with dots", getattr(Places(), name))
        for name in ("session", "level", "roles", "number", "email", "name")
    },
}
