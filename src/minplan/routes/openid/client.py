"""One provider's client: what the provider says of itself, believed as far as it fits the configuration."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from flask import Flask

from minplan import access, providers
from minplan.providers import DEMO, Provider
from minplan.routes.openid.fetched import Fetched
from minplan.routes.openid.keys import KeyRing
from minplan.routes.openid.wire import Direct, Unsound, is_here

FRESH = 3600  # seconds that a provider's word about itself is believed
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
OPTIONAL = ("end_session_endpoint",)
ISS_SENT = "authorization_response_iss_parameter_supported"

Metadata = dict[str, Any]


class OnceOnly:
    """Where Authlib keeps what a sign-in under way remembers. To read it is to use it up."""

    def set(self, key: str, value: str, seconds: int) -> None:
        access.put(key, value, seconds)

    def get(self, key: str) -> str | None:
        return access.take(key)

    def delete(self, key: str) -> None:
        """It is gone already."""


class Client(FlaskOAuth2App):
    """Authlib's client of one provider. Metadata is asked for when somebody signs in, and again after an hour."""

    client_cls = Direct
    provider: Provider
    ring: KeyRing
    said: Fetched[Metadata]

    def load_server_metadata(self) -> Metadata:
        """What a sign-in needs to know of the provider, and nothing else of what it says."""
        self.said.renew(FRESH)
        return self.said.found

    def ask(self, address: str) -> Metadata:
        """A JSON object of the provider's. RequestException when it gives none."""
        with self._get_session() as session:
            answer = session.request("GET", address, withhold_token=True)
        answer.raise_for_status()
        found: Metadata = answer.json()
        return found

    def to_browser(self, address: str) -> str:
        """The demo's browser may know this server by another name than the server itself."""
        return address.removeprefix(self.provider.issuer.removesuffix("/demo-issuer")) if self._is_demo else address

    @property
    def _is_demo(self) -> bool:
        return self.provider.kind == DEMO


def client(app: Flask, provider: Provider) -> Client:
    """The client of a provider, made when it is first needed."""
    kept: dict[tuple[str, str], Client] = app.extensions.setdefault("minplan_clients", {})
    name = (provider.id, provider.issuer)
    return kept.get(name) or kept.setdefault(name, _make(app, provider))


def _make(app: Flask, provider: Provider) -> Client:
    proof: object = provider.credential or None
    ways = None
    if provider.auth == PrivateKeyJWT.name:
        proof, algorithm = providers.signing_key(provider.credential)
        ways = [PrivateKeyJWT(alg=algorithm)]
    made: Client = OAuth(app, cache=OnceOnly()).register(
        provider.id,
        client_cls=Client,
        client_id=provider.client_id,
        client_secret=proof,
        client_auth_methods=ways,
        client_kwargs={
            "scope": " ".join(provider.scopes),
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": provider.auth,
        },
    )
    made.provider = provider
    made.said = Fetched(lambda: believed(provider, made.ask(_discovery(provider))), {})
    made.ring = KeyRing(lambda: made.ask(made.load_server_metadata()["jwks_uri"]))
    return made


def _discovery(provider: Provider) -> str:
    return provider.issuer.rstrip("/") + "/.well-known/openid-configuration"


def believed(provider: Provider, said: Mapping[str, Any]) -> Metadata:
    """What Authlib is told. Everything else would become an option of its client, such as: without PKCE.

    Raises Unsound.
    """
    if said.get("issuer") != provider.issuer:
        raise Unsound("metadata of another issuer")
    found = {name: said[name] for name in (*ENDPOINTS, *OPTIONAL) if name in said}
    safe = all(is_safe(address, provider.issuer) for address in found.values())
    if not safe or not all(name in found for name in ENDPOINTS):
        raise Unsound("metadata without a safe endpoint")
    return found | {"issuer": provider.issuer, ISS_SENT: said.get(ISS_SENT) is True}


def is_safe(address: object, issuer: str) -> bool:
    """Nobody elsewhere makes this machine call itself; and only within it there is no need of a lock."""
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if is_here(address):
        return parts.scheme in ("http", "https") and is_here(issuer)
    return bool(parts.hostname) and parts.scheme == "https"
