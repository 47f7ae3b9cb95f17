"""The demo's issuer is believed no more than another (test_rogue.py tries them all), and hands out codes with care."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from json import dumps
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from web.browser import Browser
from web.server import Ask

from minplan import clock
from minplan.access import PersonView
from minplan.routes import issuer_key

Claims = dict[str, Any]
Newcomer = Callable[..., PersonView]
honest = issuer_key.sign


def bent(**changes: Any) -> Callable[[Claims], str]:
    return lambda claims: honest({name: value for name, value in (claims | changes).items() if value is not None})


def unsigned(claims: Claims) -> str:
    parts = (urlsafe_b64encode(dumps(part).encode()).rstrip(b"=").decode() for part in ({"alg": "none"}, claims))
    return ".".join([*parts, ""])


def by_a_shared_secret(claims: Claims) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(b"minplan" * 8))


BENT: dict[str, Callable[[Claims], str]] = {
    "for another client": bent(aud="other"),
    "by another issuer": bent(iss="http://evil.example"),
    "about somebody unknown": bent(sub="00000000-0000-4000-8000-000000000000"),
    "for another sign-in": bent(nonce="other"),
    "not signed": unsigned,
    "signed with a secret": by_a_shared_secret,
    "no token": lambda _claims: "",
}


@pytest.mark.parametrize("how", BENT)
def test_a_bent_token_lets_nobody_in(
    there: Ask, newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(issuer_key, "sign", BENT[how])
    answer = there("/sign-in", "POST", data={"person": str(newcomer("citizen").id)})
    assert answer.status_code == (403 if how == "about somebody unknown" else 502)
    assert "<h1>" in answer.text
    assert there("/", allow_redirects=False).headers["Location"] == "/sign-in"


PROOF = "a-proof-of-at-least-forty-three-characters-is-this"
BACK = "http://localhost/sign-in/demo/back"


def code_for(client: Browser, person: PersonView) -> str:
    """A code from the issuer, for whoever holds PROOF."""
    challenge = urlsafe_b64encode(sha256(PROOF.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "client_id": "minplan", "redirect_uri": BACK, "response_type": "code", "login_hint": str(person.id),
        "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    answer = client.get("/demo-issuer/authorize", query_string=asked)
    return parse_qs(urlsplit(answer.location).query)["code"][0]


@pytest.mark.parametrize("wrong", [None, "code_verifier", "code", "redirect_uri", "client_id"])
def test_a_code_is_worth_a_token_once_and_only_with_the_proof(
    nobody: Browser, newcomer: Newcomer, wrong: str | None
) -> None:
    right = {
        "code": code_for(nobody, newcomer("citizen")), "code_verifier": PROOF, "redirect_uri": BACK,
        "client_id": "minplan",
    }  # fmt: skip
    given = right | ({wrong: "x"} if wrong else {})
    assert nobody.post("/demo-issuer/token", data=given).status_code == (400 if wrong else 200)
    if wrong != "code":
        assert nobody.post("/demo-issuer/token", data=right).status_code == 400


def test_a_code_is_soon_worth_nothing(nobody: Browser, newcomer: Newcomer) -> None:
    code = code_for(nobody, newcomer("citizen"))
    clock.start(clock.now() + timedelta(seconds=61))
    right = {"code": code, "code_verifier": PROOF, "redirect_uri": BACK, "client_id": "minplan"}
    assert nobody.post("/demo-issuer/token", data=right).status_code == 400


def test_many_sign_ins_that_nobody_finishes_do_not_fill_the_cookie(there: Ask, newcomer: Newcomer) -> None:
    person = {"person": str(newcomer("citizen").id)}
    for _ in range(40):
        last = there("/sign-in", "POST", data=person, allow_redirects=False)
    assert len(last.headers["Set-Cookie"]) < 2000
    assert there("/sign-in", "POST", data=person).history[-1].headers["Location"] == "/plan"
