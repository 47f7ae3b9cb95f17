"""A provider that bends the truth lets nobody in: not the first time, not the second, not the third, and not after an
honest time between."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey, OctKey, RSAKey
from sqlalchemy import delete
from web.providers import provider, town
from web.rogue import CLIENT, KEY, Claims, Later, Rogue, plain, signed
from web.town import NUMBER, SECRET, Town, is_in
from werkzeug.wrappers import Response

from minplan import db
from minplan.identity import SignIn
from minplan.routes.openid import wire

__all__ = ["provider", "town"]

FOREIGN = RSAKey.generate_key(2048, {"kid": "first"})
CURVE = ECKey.generate_key("P-256", {"kid": "curve"})


@cache
def weak() -> RSAKey:
    return RSAKey.generate_key(1024, {"kid": "weak"})


def part(value: object) -> str:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    return urlsafe_b64encode(text).rstrip(b"=").decode()


def by_hand(header: Claims, payload: object, key: bytes = b"") -> str:
    said = f"{part(header)}.{part(payload)}"
    return f"{said}.{part(hmac.digest(key, said.encode(), sha256)) if key else ''}"


def encrypted(claims: Claims) -> str:
    inside = signed(claims)
    ways = ["RSA-OAEP", "A256GCM"]
    return jwe.encrypt_compact({"alg": ways[0], "enc": ways[1], "cty": "JWT"}, inside, KEY, algorithms=ways)


def other_than(**changes: Any) -> dict[str, Any]:
    """These claims instead of the honest ones."""
    return {"claims": changes}


def instead(sign: Callable[[Claims], object]) -> dict[str, Any]:
    """The token made like this."""
    return {"sign": sign}


PEM = KEY.as_pem(private=False)
PUBLIC = KEY.as_dict(private=False)
DEEP = b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"
ELSEWHERE = "http://127.0.0.1:9"

BENT: dict[str, dict[str, Any]] = {
    # for whom
    "for another client": other_than(aud="other"),
    "for another client, with us as the party": other_than(aud="other", azp=CLIENT),
    "for us and another client": other_than(aud=[CLIENT, "other"]),
    "for nobody": other_than(aud=None),
    "for us twice": other_than(aud=[CLIENT, CLIENT]),
    "handed on by another client": other_than(azp="other"),
    # by whom, about whom
    "by another issuer": other_than(iss="https://evil.example"),
    "by almost the same issuer": other_than(iss="http://127.0.0.1/"),
    "by nobody": other_than(iss=None),
    "about nobody": other_than(sub=None),
    "about an empty name": other_than(sub=""),
    "about a number": other_than(sub=7),
    "about an id number": other_than(sub=f"cpr:{NUMBER}"),
    "in a session called by an id number": other_than(sid=NUMBER),
    "about an endless name": other_than(sub="x" * 256),
    # for which sign-in
    "for another sign-in": other_than(nonce="other"),
    "for any sign-in": other_than(nonce=None),
    "for a sign-in that is no text": other_than(nonce=["other"]),
    "beside another access token": other_than(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    # when
    "over since 100 s": other_than(exp=Later(-100)),
    "without an end": other_than(exp=None),
    "with an end that is true": other_than(exp=True),
    "with an end in words": other_than(exp="tomorrow"),
    "with an endless end": other_than(exp=float("inf")),
    "with an end that is no number": other_than(exp=float("nan")),
    "made in 100 s": other_than(iat=Later(100)),
    "made at no time": other_than(iat=None),
    "valid in 100 s": other_than(nbf=Later(100)),
    "proved too long ago": other_than(auth_time=Later(-700)),
    "proved at no time": other_than(auth_time=None),
    "proved in the future": other_than(auth_time=Later(100)),
    # how well
    "with too little proof": other_than(acr="low"),
    "with no proof": other_than(acr=None),
    "with proof in a list": other_than(acr=["substantial"]),
    "with more words than proof": other_than(acr="substantial low"),
    # signed how
    "not signed": instead(lambda claims: by_hand({"alg": "none"}, claims)),
    "not signed, loudly": instead(lambda claims: by_hand({"alg": "NONE", "kid": "first"}, claims)),
    "signed with our secret": instead(lambda claims: by_hand({"alg": "HS256"}, claims, SECRET.encode())),
    "signed with the public key as a secret": instead(lambda c: by_hand({"alg": "HS256", "kid": "first"}, c, PEM)),
    "signed by another key of the same name": instead(lambda claims: signed(claims, FOREIGN)),
    "signed by an unknown key": instead(lambda claims: signed(claims, FOREIGN, kid="second")),
    "signed by the key that it brings": instead(
        lambda claims: signed(claims, CURVE, "ES256", jwk=CURVE.as_dict(private=False))
    ),
    "signed by a key from elsewhere": instead(lambda claims: signed(claims, FOREIGN, kid="x", jku=f"{ELSEWHERE}/keys")),
    "signed in a way that we did not pin": instead(lambda claims: signed(claims, alg="RS512")),
    "signed with a rule that nobody knows": instead(
        lambda claims: by_hand({"alg": "RS256", "kid": "first", "crit": ["b64x"], "b64x": 1}, claims, b"x")
    ),
    "signed by a weak key": {
        "sign": lambda claims: signed(claims, weak()),
        "keys": lambda _keys: {"keys": [weak().as_dict(private=False)]},
    },
    "signed by a key for something else": {"keys": lambda _keys: {"keys": [PUBLIC | {"use": "enc"}]}},
    "signed by nobody's key": {"keys": lambda _keys: {"keys": []}},
    "signed by a shared key that is published": {
        "sign": lambda claims: by_hand({"alg": "HS256", "kid": "oct"}, claims, b"0123456789abcdef"),
        "keys": lambda _keys: {"keys": [OctKey.import_key(b"0123456789abcdef", {"kid": "oct"}).as_dict()]},
    },
    "signed, with something changed after": instead(lambda claims: signed(claims)[:-8] + "AAAAAAAA"),
    "an access token": instead(lambda claims: signed(claims, typ="at+jwt")),
    "a logout token": instead(lambda claims: signed(claims, typ="logout+jwt")),
    "encrypted": instead(encrypted),
    # no token at all
    "nothing": instead(lambda _claims: None),
    "an empty token": instead(lambda _claims: ""),
    "a number": instead(lambda _claims: 7),
    "half a token": instead(lambda claims: signed(claims).rpartition(".")[0]),
    "letters that are none": instead(lambda claims: signed(claims) + "ø"),
    "a token of a list": instead(lambda _claims: by_hand({"alg": "RS256", "kid": "first"}, [1], b"x")),
    "a token without a bottom": instead(lambda _claims: by_hand({"alg": "RS256", "kid": "first"}, DEEP, b"x")),
    "a header without a bottom": instead(lambda claims: f"{part(DEEP)}.{part(claims)}.eA"),
    "a header that is a list": instead(lambda claims: f"{part(['alg'])}.{part(claims)}.eA"),
    "a key id that is a list": instead(lambda claims: by_hand({"alg": "RS256", "kid": ["first"]}, claims, b"x")),
    "an algorithm that is a list": instead(lambda claims: by_hand({"alg": ["RS256"], "kid": "first"}, claims, b"x")),
    "a token as long as a book": instead(lambda claims: signed(claims | {"more": "x" * 40_000})),
    # instead of the answer
    "no ID token": {"answer": lambda answer: {name: answer[name] for name in ("access_token", "token_type")}},
    "a list": {"answer": lambda answer: [answer]},
    "a page": {"answer": lambda _answer: plain("<html>")},
    "emptiness": {"answer": lambda _answer: plain("")},
    "a failure": {"answer": lambda _answer: plain("oh", 500)},
    "a refusal": {"answer": lambda _answer: plain({"error": "invalid_grant", "error_description": "Ring"}, 400)},
    "a way elsewhere": {"answer": lambda _answer: plain("{}", 307, Location=f"{ELSEWHERE}/token")},
    "no bottom": {"answer": lambda _answer: plain(DEEP)},
    "too much": {"answer": lambda answer: answer | {"more": "x" * 1_100_000}},
    "keys that are a list": {"keys": lambda keys: [keys]},
    "keys that are none": {"keys": lambda _keys: {"keys": [7, {}, {"kty": "RSA", "n": "!", "e": 1}, {"kty": []}]}},
    "keys from elsewhere": {"keys": lambda _keys: plain("{}", 302, Location=f"{ELSEWHERE}/keys")},
    # on the way back
    "the answer of another issuer": {"query": {"iss": "https://evil.example"}},
    "an answer of no issuer": {"query": {"iss": None}},
    "no code": {"query": {"code": None}},
    "an error": {"query": {"code": None, "error": "access_denied", "error_description": "Ring til mig"}},
    "an error that nobody knows": {"query": {"code": None, "error": "<b>"}},
    "another state": {"query": {"state": "other"}},
    # about itself
    "another name": {"said": lambda said: said | {"issuer": "https://evil.example"}},
    "no name": {"said": lambda said: {name: said[name] for name in said if name != "issuer"}},
    "no place for codes": {"said": lambda said: {name: said[name] for name in said if name != "token_endpoint"}},
    "a place without a lock": {"said": lambda said: said | {"token_endpoint": "http://evil.example/token"}},
    "a place that is none": {"said": lambda said: said | {"jwks_uri": ["x"]}},
    "a place that runs": {"said": lambda said: said | {"authorization_endpoint": "javascript:alert(1)"}},
    "a place beyond reading": {"said": lambda said: said | {"authorization_endpoint": "https://[x"}},
    "a way to another who is as good": {"said": lambda _said: plain("{}", 301, Location=f"{ELSEWHERE}/metadata")},
    "itself in a list": {"said": lambda said: [said]},
    "a mistake": {"said": lambda _said: plain("gone", 404)},
}


def test_honest_is_let_in(town: Town, provider: Rogue) -> None:
    ask = town.browser()
    ask("/sign-in/mitid")
    assert is_in(ask)
    wanted = {"acr_values": "substantial", "max_age": "600", "code_challenge_method": "S256", "ui_locales": "da"}
    assert {name: provider.asked[name] for name in wanted} == wanted


def test_a_token_with_an_id_number_under_any_name_is_not_kept(town: Town, provider: Rogue) -> None:
    known = {"tid": "home", "oid": "bo", "email": "bo@kommune.example", "realm": {"roles": ["caseworker"]}}
    for claims, kept in (({"cpr": None}, True), ({}, False), ({"cpr": None, "more": [{"id": "010190-1234"}]}, False)):
        provider.claims = known | claims
        town.browser()("/sign-in/ansatte")
        with db.writing() as session:
            row = session.execute(delete(SignIn).returning(SignIn.hint)).one()
        assert (row.hint is not None) == kept


@pytest.mark.filterwarnings("ignore:Key size")
@pytest.mark.parametrize("how", BENT)
def test_bent_is_refused_each_time(town: Town, provider: Rogue, how: str) -> None:
    for name, value in BENT[how].items():
        setattr(provider, name, value)
    for _ in range(3):
        refused(town)
    for name in BENT[how]:
        setattr(provider, name, getattr(Rogue(), name))
    town.app.extensions["minplan_clients"].clear()  # as after a while, when keys may be asked for again
    ask = town.browser()
    ask("/sign-in/mitid")
    assert is_in(ask)
    if "said" not in BENT[how] and "keys" not in BENT[how]:  # which are asked for again after an hour
        for name, value in BENT[how].items():
            setattr(provider, name, value)
        refused(town)


def refused(town: Town) -> None:
    ask = town.browser()
    answer = ask("/sign-in/mitid")
    assert answer.status_code in (400, 403, 502, 503), answer.status_code
    assert "<h1>" in answer.text and "Ring" not in answer.text and "Traceback" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert not is_in(ask)


def test_drop_by_drop_is_given_up(town: Town, provider: Rogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "LONGEST", 0.2)
    drops = (time.sleep(0.05) or b" " for _ in range(100))
    provider.answer = lambda _answer: Response(drops, mimetype="application/json")
    began = time.monotonic()
    answer = town.browser()("/sign-in/mitid")
    assert (answer.status_code, "svarer ikke lige nu" in answer.text) == (503, True)
    assert time.monotonic() - began < 3
