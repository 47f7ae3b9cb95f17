"""A small issuer of tokens on loopback: it says where its keys are, and signs whatever a test wants."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from joserfc.jws import JWSRegistry

AUDIENCE = "https://plan.example.dk/api"
EVERY = JWSRegistry(algorithms=["RS256", "PS256", "ES256", "HS256", "RS512"])
Key = RSAKey | ECKey


def rsa(kid: str, bits: int = 2048) -> RSAKey:
    """A key of its own name."""
    return RSAKey.generate_key(bits, {"kid": kid})


class Issuer:
    """`keys` are those that it publishes; `asked` how often somebody came for them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.keys: list[Key] = [rsa("one"), ECKey.generate_key("P-256", {"kid": "two"})]
        self.asked = 0
        self.broken = False

    def claims(self, **other: Any) -> dict[str, Any]:
        """What a good token of the client `fagsystem` says; None leaves a claim out."""
        now = int(time.time())
        good = {"iss": self.address, "aud": AUDIENCE, "sub": "fagsystem", "client_id": "fagsystem", "iat": now}
        found = good | {"exp": now + 60, "scope": "plans:read meetings:read"} | other
        return {name: value for name, value in found.items() if value is not None}

    def token(self, key: Any = None, header: dict[str, Any] | None = None, **claims: Any) -> str:
        """A token with these claims instead of good ones."""
        signer = key or self.keys[0]
        told = {"alg": "RS256", "kid": signer.kid, "typ": "at+jwt"} | (header or {})
        told = {name: value for name, value in told.items() if value is not None}
        return jwt.encode(told, self.claims(**claims), signer, registry=EVERY)

    def answer(self, path: str) -> tuple[int, Any]:
        if path == "/.well-known/openid-configuration":
            return 200, {"issuer": self.address, "jwks_uri": f"{self.address}/keys"}
        if path == "/keys" and not self.broken:
            self.asked += 1
            return 200, {"keys": [key.as_dict(private=False) for key in self.keys]}
        return 500, {}


@contextmanager
def issuing() -> Iterator[Issuer]:
    """It ends with the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, said = issuer.answer(self.path)
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer = Issuer(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
