"""A provider of our own that bends whatever it is told to bend, and is honest otherwise."""

import json
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey
from web.town import NUMBER, serving
from werkzeug.wrappers import Request, Response

Claims = dict[str, Any]
KEY = RSAKey.generate_key(2048, {"kid": "first"})
CLIENT = "minplan"


def signed(claims: Claims, key: Any = KEY, alg: str = "RS256", **header: Any) -> str:
    """A token."""
    return jwt.encode({"alg": alg, "kid": key.kid, **header}, claims, key, algorithms=[alg])


def half(token: str) -> str:
    """What an ID token says of the access token beside it."""
    return urlsafe_b64encode(sha256(token.encode()).digest()[:16]).rstrip(b"=").decode()


def plain(body: object, status: int = 200, **headers: str) -> Response:
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return Response(text, status, headers, mimetype="application/json")


@dataclass
class Rogue:
    """`claims` are added to the honest ones, None takes one away; the callables bend what they are given."""

    address: str = ""
    claims: Claims = field(default_factory=dict)
    sign: Callable[[Claims], object] = signed
    said: Callable[[Claims], object] = lambda said: said
    keys: Callable[[Claims], object] = lambda keys: keys
    answer: Callable[[Claims], object] = lambda answer: answer
    query: dict[str, str | None] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)

    def __call__(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        self.fetched.append(request.path)
        page: Callable[[Request], object] = {
            "/.well-known/openid-configuration": self._metadata,
            "/jwks": lambda _request: self.keys({"keys": [KEY.as_dict(private=False)]}),
            "/authorize": self._authorize,
            "/token": self._token,
        }.get(request.path, lambda _request: plain("", 404))
        found = page(request)
        return (found if isinstance(found, Response) else plain(found))(environ, start)

    def _metadata(self, request: Request) -> object:
        here = self.address
        return self.said(
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token",
                "jwks_uri": f"{here}/jwks",
                "end_session_endpoint": f"{here}/out",
                "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"],
                "authorization_response_iss_parameter_supported": True,
            }
        )

    def _authorize(self, request: Request) -> Response:
        code = secrets.token_urlsafe(8)
        self.asked = self.codes[code] = request.args.to_dict()
        answer = {"code": code, "state": request.args["state"], "iss": self.address} | self.query
        given = {name: value for name, value in answer.items() if value is not None}
        return Response("", 303, {"Location": f"{request.args['redirect_uri']}?{urlencode(given)}"})

    def _token(self, request: Request) -> object:
        asked = self.codes.pop(request.form["code"])
        proof = urlsafe_b64encode(sha256(request.form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if proof != asked["code_challenge"]:
            return plain({"error": "invalid_grant"}, 400)
        token = secrets.token_urlsafe(8)
        answer = {"access_token": token, "token_type": "Bearer", "id_token": self.sign(self._claims(asked, token))}
        return self.answer(answer)

    def _claims(self, asked: dict[str, str], token: str) -> Claims:
        now = int(time.time())
        honest = {
            "iss": self.address, "aud": CLIENT, "sub": "amira", "nonce": asked["nonce"], "iat": now, "exp": now + 300,
            "auth_time": now - 5, "acr": "substantial", "sid": "a+b/c=", "at_hash": half(token), "cpr": NUMBER,
        }  # fmt: skip
        bent = {name: now + value.seconds if isinstance(value, Later) else value for name, value in self.claims.items()}
        return {name: value for name, value in (honest | bent).items() if value is not None}


@dataclass(frozen=True)
class Later:
    """So many seconds from now."""

    seconds: int


@contextmanager
def rogue() -> Iterator[Rogue]:
    """Such a provider on a port of its own."""
    made = Rogue()
    with serving(made) as (made.address, _):
        yield made
