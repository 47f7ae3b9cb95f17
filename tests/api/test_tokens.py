"""A system may show a token of the municipality's provider: signed, for us, now, of a client that was let in."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from cast import Plan
from flask import Flask
from issuing import AUDIENCE, Issuer, issuing, rsa
from systems import BASE
from werkzeug.test import TestResponse

from minplan import config, office, sync
from minplan.routes.openid import keys

CLAIMS: list[dict[str, Any]] = [
    {"iss": "https://elsewhere.example"}, {"iss": None}, {"aud": "minplan"}, {"aud": None}, {"aud": []},
    {"aud": ["https://other.example"]}, {"exp": None}, {"exp": 1}, {"exp": "soon"}, {"exp": True},
    {"exp": 1e400}, {"iat": 1e12}, {"nbf": 1e12}, {"nbf": "now"}, {"client_id": "stranger"},
    {"client_id": None, "sub": None}, {"client_id": ["fagsystem"]}, {"client_id": {"a": 1}}, {"client_id": "\0"},
    {"client_id": "fagsystem" * 40},
]  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Issuer]:
    with issuing() as found:
        yield found


@pytest.fixture
def issuer(server: Issuer, app: Flask, amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Issuer:
    """The provider of Amira's municipality; its client `fagsystem` is a system that may read plans and changes."""
    found = replace(config.settings(), api_issuer=server.address, api_audience=AUDIENCE)
    monkeypatch.setattr(config, "settings", lambda: found)
    new = sync.NewSystem(
        code="fagsystem", name="Fagsystem", scopes=("plans:read", "changes:read"), issuer=server.address,
        client_id="fagsystem",
    )  # fmt: skip
    assert sync.add_system(office.operator("home"), new)[1] is None
    return server


def shows(app: Flask, token: str, path: str = "/me") -> TestResponse:
    return app.test_client().get(f"{BASE}{path}", headers={"Authorization": f"Bearer {token}"})


def test_it_may_do_what_both_its_token_and_its_row_say(app: Flask, issuer: Issuer) -> None:
    found = shows(app, issuer.token()).json
    assert (found["system"], found["scopes"]) == ("fagsystem", ["plans:read"])
    assert shows(app, issuer.token(), "/plans").status_code == 200
    assert shows(app, issuer.token(), "/caseworkers").status_code == 403
    assert shows(app, issuer.token(scope=None), "/plans").status_code == 403


@pytest.mark.parametrize(
    ("said", "scopes"),
    [
        ({"scope": None, "scp": ["plans:read", 7, None]}, ["plans:read"]),
        ({"scope": None, "scp": "changes:read plans:read"}, ["changes:read", "plans:read"]),
        ({"scope": None, "roles": ["changes:read"]}, ["changes:read"]),
        ({"scope": 7}, []),
        ({"scope": {"plans:read": 1}}, []),
    ],
)
def test_scopes_are_said_in_different_ways(app: Flask, issuer: Issuer, said: Any, scopes: list[str]) -> None:
    assert shows(app, issuer.token(**said)).json["scopes"] == scopes


@pytest.mark.parametrize("said", [{"client_id": None, "azp": "fagsystem", "sub": "x"}, {"client_id": None}])
def test_a_client_is_named_in_different_ways(app: Flask, issuer: Issuer, said: Any) -> None:
    assert shows(app, issuer.token(**said)).status_code == 200


@pytest.mark.parametrize("header", [{"alg": "PS256"}, {"typ": "JWT"}, {"typ": "application/at+jwt"}, {"kid": None}])
def test_other_sound_tokens_are_taken(app: Flask, issuer: Issuer, header: Any) -> None:
    assert shows(app, issuer.token(header=header)).status_code == 200
    assert shows(app, issuer.token(issuer.keys[1], {"alg": "ES256"})).status_code == 200


@pytest.mark.parametrize("claims", CLAIMS, ids=str)
def test_a_token_that_is_not_for_us_or_not_now_is_refused(app: Flask, issuer: Issuer, claims: Any) -> None:
    _refused(shows(app, issuer.token(**claims)))


def _base64(told: bytes) -> str:
    return urlsafe_b64encode(told).rstrip(b"=").decode()


def _part(told: dict[str, str]) -> str:
    return _base64(json.dumps(told).encode())


def _bent(issuer: Issuer) -> dict[str, str]:
    good = issuer.token()
    head, body, signature = good.split(".")
    stranger = rsa("one")
    signed_by_all = _part({"alg": "HS256", "kid": "one"}) + "." + body
    mac = hmac.digest(issuer.keys[0].as_pem(private=False), signed_by_all.encode(), "sha256")
    return {
        "another's key under our name": issuer.token(stranger),
        "unsigned": f"{_part({'alg': 'none'})}.{body}.",
        "no signature": f"{head}.{body}.",
        "another body": f"{head}.{body[:-4]}AAAA.{signature}",
        "a public key as a secret": f"{signed_by_all}.{_base64(mac)}",
        "an algorithm that is not ours": issuer.token(header={"alg": "RS512"}),
        "a key of another kind": issuer.token(header={"alg": "RS256", "kid": "two"}),
        "a kind of token that is another": issuer.token(header={"typ": "logout+jwt"}),
        "what must be understood": issuer.token(header={"crit": ["kid"]}),
        "two parts": f"{head}.{body}",
        "five parts": "a.b.c.d.e",
        "nothing": "..",
        "much": f"{head}.{'A' * 40_000}.{signature}",
        "no base64": "å.æ.ø",
    }


def test_a_bent_token_is_refused(app: Flask, issuer: Issuer) -> None:
    for name, token in _bent(issuer).items():
        answer = shows(app, token.encode().decode("latin-1"))
        assert answer.status_code == 401, name


def _refused(answer: TestResponse) -> None:
    assert (answer.status_code, answer.json["type"]) == (401, f"{BASE}/problems/no-credentials")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_minute_between_two_clocks_is_let_pass(app: Flask, issuer: Issuer) -> None:
    now = int(time.time())
    assert shows(app, issuer.token(exp=now - 30)).status_code == 200
    assert shows(app, issuer.token(nbf=now + 30, iat=now + 30)).status_code == 200
    assert shows(app, issuer.token(exp=now - 90)).status_code == 401


def test_a_new_key_is_fetched_when_a_token_names_it(
    app: Flask, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = issuer.keys[0]
    shows(app, issuer.token())
    asked = issuer.asked
    issuer.keys[0] = rsa("three")
    assert shows(app, issuer.token()).status_code == 401  # asked a moment ago
    monkeypatch.setattr(keys, "FLOOR", 0)
    assert shows(app, issuer.token()).status_code == 200
    assert shows(app, issuer.token(old)).status_code == 401
    assert asked < issuer.asked <= asked + 3
    issuer.keys[0] = old


def test_a_silent_issuer_is_a_problem_that_passes(app: Flask, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuer, "broken", True)
    _api(app).extensions.pop("minplan_issuer", None)
    answer = shows(app, issuer.token())
    assert (answer.status_code, answer.json["type"]) == (503, f"{BASE}/problems/unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    _api(app).extensions.pop("minplan_issuer", None)


def _api(app: Flask) -> Flask:
    return app.wsgi_app.mounts[BASE].app  # type: ignore[attr-defined, no-any-return]


def test_without_an_issuer_a_token_is_nobodys(app: Flask, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(config.settings(), api_issuer="", api_audience="")
    monkeypatch.setattr(config, "settings", lambda: found)
    _refused(shows(app, issuer.token()))


def test_a_system_that_has_ended_comes_in_no_more(app: Flask, issuer: Issuer) -> None:
    assert shows(app, issuer.token()).status_code == 200
    sync.end_system(office.operator("home"), "fagsystem")
    _refused(shows(app, issuer.token()))
