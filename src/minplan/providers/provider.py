"""The noun: a provider that people sign in at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CITIZEN, STAFF, DEMO = "citizen", "staff", "demo"
KEY, BASIC, POST, NONE = "private_key_jwt", "client_secret_basic", "client_secret_post", "none"
AUTH = (KEY, BASIC, POST)
ROLES = ("staff", "leader", "editor", "administrator")
# Asymmetric only: with a shared secret, or with none, whoever reads our configuration could sign for the provider.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")


@dataclass(frozen=True, slots=True)
class Places:
    """Where in an ID token each thing stands: a claim's name, or a path with dots. Empty = nowhere."""

    user: tuple[str, ...] = ("sub",)
    session: str = "sid"
    level: str = "acr"
    roles: str = ""
    number: str = ""
    email: str = ""
    name: str = "name"


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider. `credential` is the PEM of a private key or a shared secret, and is never printed.

    `levels` are the assurance levels that let somebody in, `roles` what a role there means here; a role that is not
    named means nothing.
    """

    id: str
    kind: str
    issuer: str
    client_id: str
    auth: str
    municipality: str = "home"
    credential: str = field(default="", repr=False)
    scopes: tuple[str, ...] = ("openid",)
    acr_values: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    max_age: int | None = None
    algorithms: tuple[str, ...] = ("RS256", "PS256", "ES256")
    places: Places = Places()
    roles: Mapping[str, str] = field(default_factory=dict)
    privilege_scope: str = ""
    create: bool = False
    label: Mapping[str, str] = field(default_factory=dict)
