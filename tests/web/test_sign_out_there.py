"""The provider says that a session is over. Only a sound word counts, once, and it ends what it names."""

import secrets
import time
from collections.abc import Callable
from typing import Any

import pytest
import requests
from joserfc.jwk import RSAKey
from web.providers import come_in, provider, town
from web.rogue import CLIENT, Claims, Rogue, signed
from web.town import Ask, Town, is_in

from minplan.routes.openid import keys

__all__ = ["provider", "town"]

SID = "a+b/c="
EVENT = "http://schemas.openid.net/event/backchannel-logout"
FOREIGN = RSAKey.generate_key(2048, {"kid": "first"})
Sign = Callable[[Claims], str]


def token(provider: Rogue, sign: Sign = signed, **changes: Any) -> str:
    now = int(time.time())
    honest = {
        "iss": provider.address, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": secrets.token_urlsafe(8),
        "events": {EVENT: {}}, "sid": SID, "sub": "amira",
    }  # fmt: skip
    return sign({name: value for name, value in (honest | changes).items() if value is not None})


def tell(town: Town, word: str, door: str = "mitid", **headers: str) -> requests.Response:
    answer = town.browser()(f"/sign-out/{door}/back-channel", "POST", data={"logout_token": word}, headers=headers)
    assert answer.headers["Cache-Control"] == "no-store"
    return answer


def ago(seconds: int) -> int:
    return int(time.time()) - seconds


BENT: dict[str, Callable[[Rogue], str]] = {
    "nothing": lambda _p: "",
    "no token": lambda _p: "x.y.z",
    "by another key": lambda p: token(p, lambda claims: signed(claims, FOREIGN)),
    "by an unknown key": lambda p: token(p, lambda claims: signed(claims, FOREIGN, kid="other")),
    "in a way that we did not pin": lambda p: token(p, lambda claims: signed(claims, alg="RS384")),
    "as something else": lambda p: token(p, lambda claims: signed(claims, typ="at+jwt")),
    "by another issuer": lambda p: token(p, iss="https://evil.example"),
    "for another client": lambda p: token(p, aud="other"),
    "for us and another": lambda p: token(p, aud=[CLIENT, "other"]),
    "long ago": lambda p: token(p, iat=ago(400)),
    "in the future": lambda p: token(p, iat=ago(-100)),
    "at no time": lambda p: token(p, iat=None),
    "at midnight": lambda p: token(p, iat="midnight"),
    "too late": lambda p: token(p, exp=ago(100)),
    "without events": lambda p: token(p, events=None),
    "with a list of events": lambda p: token(p, events=[EVENT]),
    "with another event": lambda p: token(p, events={"http://schemas.openid.net/event/other": {}}),
    "with an event in words": lambda p: token(p, events={EVENT: "yes"}),
    "with a nonce": lambda p: token(p, nonce="x"),
    "with an empty nonce": lambda p: token(p, nonce=""),
    "about nobody": lambda p: token(p, sid=None, sub=None),
    "about a number": lambda p: token(p, sid=None, sub=7),
    "without a name of its own": lambda p: token(p, jti=None),
}


@pytest.mark.parametrize("how", BENT)
def test_a_bent_word_ends_nothing(town: Town, provider: Rogue, how: str) -> None:
    ask = come_in(town)
    for _ in range(3):
        assert tell(town, BENT[how](provider)).status_code == 400
        assert is_in(ask)


@pytest.mark.parametrize("named", [{}, {"sub": None}, {"sid": None}, {"exp": None}, {"aud": [CLIENT]}])
def test_a_sound_word_ends_the_session(town: Town, provider: Rogue, named: dict[str, Any]) -> None:
    ask = come_in(town)
    answer = tell(town, token(provider, lambda claims: signed(claims, typ="logout+jwt"), **named))
    assert (answer.status_code, answer.text) == (200, "")
    assert not is_in(ask)


def test_only_the_named_session_ends(town: Town, provider: Rogue) -> None:
    ask = come_in(town)
    provider.claims = {"sid": "another"}
    other = come_in(town)
    assert tell(town, token(provider)).status_code == 200
    assert (is_in(ask), is_in(other)) == (False, True)
    # Without a session named, all of the person's end.
    assert tell(town, token(provider, sid=None)).status_code == 200
    assert not is_in(other)


def test_a_session_that_we_were_never_told_of_is_over_all_the_same(town: Town, provider: Rogue) -> None:
    provider.claims = {"sid": None}
    ask = come_in(town)
    assert tell(town, token(provider, sub="somebody else")).status_code == 200
    assert is_in(ask)
    assert tell(town, token(provider)).status_code == 200
    assert not is_in(ask)


def test_a_word_counts_once(town: Town, provider: Rogue) -> None:
    word = token(provider)
    assert tell(town, word).status_code == 200
    ask = come_in(town)
    assert tell(town, word).status_code == 400
    assert is_in(ask)


def test_an_id_token_is_no_such_word(town: Town, provider: Rogue) -> None:
    made: list[str] = []
    provider.sign = lambda claims: made.append(signed(claims | {"events": {EVENT: {}}, "jti": "x"})) or made[-1]
    ask = come_in(town)
    assert tell(town, made[0]).status_code == 400
    assert is_in(ask)


def test_the_words_of_one_provider_say_nothing_at_the_door_of_another(town: Town) -> None:
    assert tell(town, "x", "nobody").status_code == 404


def test_after_new_keys_they_are_asked_for_once(
    town: Town, provider: Rogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = come_in(town)
    provider.keys = lambda keys: {"keys": [*keys["keys"], FOREIGN.as_dict(private=False) | {"kid": "second"}]}
    word = token(provider, lambda claims: signed(claims, FOREIGN, kid="second"))
    assert tell(town, word).status_code == 400
    monkeypatch.setattr(keys, "FLOOR", 0)
    assert tell(town, word).status_code == 200
    assert not is_in(ask)
    monkeypatch.undo()
    fetched = provider.fetched.count("/jwks")
    for _ in range(20):
        tell(town, token(provider, lambda claims: signed(claims, FOREIGN, kid=secrets.token_hex(4))))
    assert provider.fetched.count("/jwks") == fetched


def test_no_browser_is_needed_and_none_is_trusted(town: Town, provider: Rogue) -> None:
    ask = come_in(town)
    word = token(provider)
    answer = tell(town, word, **{"Sec-Fetch-Site": "cross-site", "Origin": provider.address})
    assert answer.status_code == 200 and "Set-Cookie" not in answer.headers
    assert not is_in(ask)


def front(ask: Ask, **asked: str) -> requests.Response:
    return ask("/sign-out/mitid/front-channel", params=asked)


@pytest.mark.parametrize("written", [SID, SID.replace("+", " ")])
def test_in_a_frame_the_session_id_is_enough(town: Town, provider: Rogue, written: str) -> None:
    ask, frame = come_in(town), town.browser()
    answer = front(frame, iss=provider.address, sid=written)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.headers["Content-Security-Policy"].endswith(f"frame-ancestors {provider.address}")
    assert not is_in(ask)


def test_in_a_frame_nothing_else_is_enough(town: Town, provider: Rogue) -> None:
    ask = come_in(town)
    for asked in ({}, {"iss": provider.address}, {"sid": SID}, {"iss": "https://evil.example", "sid": SID}):
        answer = front(town.browser(), **asked)
        assert answer.status_code == 400 and "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert front(town.browser(), iss=provider.address, sid="other").status_code == 200
    assert is_in(ask)
    assert "frame-ancestors 'none'" in ask("/").headers["Content-Security-Policy"]
