"""Rule: an ID token that carries somebody's id number is kept nowhere, and nobody is known here by their id number."""

import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from minplan import words
from minplan.providers import Provider, text_at, user_of, value_at
from minplan.routes.openid.refused import Refused

TIMES = {"exp", "iat", "nbf", "auth_time", "updated_at"}  # seconds, which may look like anything
_LETTER = re.compile(r"[^\W\d]|_")

Claims = Mapping[str, Any]


def check_names(provider: Provider, claims: Claims) -> None:
    """Whatever we keep to know somebody by, or their session, holds no id number. Raises Refused."""
    number = _digits(text_at(claims, provider.places.number))
    for name in (user_of(provider, claims), text_at(claims, "sub"), text_at(claims, provider.places.session)):
        if words.has_id_number(name) or (number and number in _digits(name)):
            raise Refused("bent", "id number as a user id")


def carried(provider: Provider, claims: Claims) -> bool:
    """Whether there is an id number anywhere in the token, under the name that we know or another."""
    known = value_at(claims, provider.places.number)
    return bool(known) or _holds({name: value for name, value in claims.items() if name not in TIMES})


def _holds(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds, (*value, *value.values())))
    if isinstance(value, list):
        return any(map(_holds, value))
    written = str(value)
    # A bar is nothing that could stand in the middle of an id number, as a dot is.
    return any(words.has_id_number(_LETTER.sub("|", text)) for text in (written, _unpacked(written)))


def _unpacked(text: str) -> str:
    """A privilege list is base64, and may say for whom a privilege is."""
    try:
        return b64decode(text, validate=True).decode("utf-8", "replace")
    except ValueError:
        return ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
