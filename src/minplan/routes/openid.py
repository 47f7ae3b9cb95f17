"""The client half of signing in with OpenID Connect: Authlib's, and after it what Authlib lets pass."""

from collections.abc import Mapping
from typing import Any

from authlib.integrations.flask_client import FlaskOAuth2App, OAuth, OAuthError
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, session
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from minplan import access
from minplan.routes import issuer

LEEWAY = 60  # seconds that two clocks may differ
TIMEOUT = 5
PENDING = 10  # sign-ins under way in one browser; a cookie has no room for endless ones
PREFIX = "_state_issuer_"

Refused = (OAuthError, JoseError, RequestException, ValueError, KeyError)


class Direct(OAuth2Session):
    """Goes to the issuer itself, past any proxy of the machine: here the issuer is the machine."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trust_env = False


class Client(FlaskOAuth2App):
    """Authlib's client over direct connections."""

    client_cls = Direct


class OnceOnly:
    """Where Authlib keeps what a sign-in under way remembers. To read it is to use it up."""

    def set(self, key: str, value: str, seconds: int) -> None:
        access.put(key, value, seconds)

    def get(self, key: str) -> str | None:
        return access.take(key)

    def delete(self, key: str) -> None:
        """It is gone already."""


def client(app: Flask) -> Client:
    """The client of this application, made at the first sign-in, because only then the server's port is known."""
    made: Client | None = app.extensions.get("minplan_client")
    if made is None:
        made = app.extensions["minplan_client"] = _make(app, issuer.address())
    return made


def _make(app: Flask, address: str) -> Client:
    return OAuth(app, cache=OnceOnly()).register(
        "issuer",
        client_cls=Client,
        client_id=issuer.CLIENT,
        # The browser takes the first address, this server the others.
        authorize_url="/demo-issuer/authorize",
        access_token_url=f"{address}/token",
        jwks_uri=f"{address}/jwks",
        issuer=address,
        # Ours, not the issuer's word: an issuer that lists "none" would be believed.
        id_token_signing_alg_values_supported=[issuer.issuer_key.ALGORITHM],
        client_kwargs={
            "scope": "openid",
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": "none",
            "default_timeout": TIMEOUT,
        },
    )


def begin(app: Flask, back: str, hint: str) -> Response:
    """Send the browser to the issuer. One of the `Refused` when that cannot be."""
    for stale in [key for key in session if key.startswith(PREFIX)][: -PENDING + 1 or None]:
        session.pop(stale)
    response = client(app).authorize_redirect(back, login_hint=hint)
    response.status_code = 303
    return response


def finish(app: Flask) -> str:
    """The subject whom the issuer vouches for; one of the `Refused` when anything at all is not as it should be."""
    used = client(app)
    token = used.authorize_access_token(leeway=LEEWAY)
    claims = token.get("userinfo")
    if not isinstance(claims, Mapping) or not _sound(claims, used.client_id, used.server_metadata["issuer"]):
        raise OAuthError("invalid_token")
    return str(claims["sub"])


def _sound(claims: Mapping[str, Any], us: str, issuer_name: str) -> bool:
    """Meant for us alone, by the issuer that we asked."""
    return claims.get("aud") in (us, [us]) and claims.get("azp", us) == us and claims.get("iss") == issuer_name
