"""A provider that is down is asked by one of many, and not again at once; what it says leads to no machine of ours."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from requests import RequestException, Timeout

from minplan.providers import Provider
from minplan.routes.openid import fetched
from minplan.routes.openid.client import ENDPOINTS, believed
from minplan.routes.openid.keys import KeyRing
from minplan.routes.openid.wire import Unsound

MITID = Provider("mitid", "citizen", "https://i.example", "c", "client_secret_basic")
HERE = replace(MITID, issuer="http://127.0.0.1:8000/issuer")


class Down:
    """What a ring asks. `broken` is what comes instead of keys."""

    def __init__(self, broken: Exception | None) -> None:
        self.broken, self.asked = broken, 0

    def __call__(self) -> dict[str, object]:
        self.asked += 1
        if self.broken:
            raise self.broken
        return {"keys": []}


def refused(ring: KeyRing) -> type[RequestException] | None:
    try:
        ring.find({"kid": "x", "alg": "RS256"})
    except RequestException as error:
        return type(error)
    return None


def test_of_many_who_need_keys_one_waits_for_a_dead_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    down = Down(Timeout())
    ring = KeyRing(down)
    with ThreadPoolExecutor(8) as many:
        assert all(many.map(refused, [ring] * 40))
    assert down.asked == 1
    monkeypatch.setattr(fetched, "PAUSE", -1)
    assert refused(ring) and down.asked == 2
    down.broken = None
    assert refused(ring) is None and down.asked == 3
    assert refused(ring) is None and down.asked == 3


def test_what_was_wrong_stays_what_it_was() -> None:
    unsound, silent = KeyRing(Down(Unsound("a list"))), KeyRing(Down(Timeout()))
    assert [refused(unsound), refused(unsound)] == [Unsound, Unsound]
    assert [refused(silent), refused(silent)] == [Timeout, RequestException]


def said(provider: Provider, **changed: str) -> dict[str, object]:
    return {"issuer": provider.issuer, **dict.fromkeys(ENDPOINTS, f"{provider.issuer}/x"), **changed}


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "localhost.", "127.1", "2130706433", "0.0.0.0", "[::1]"]
)
@pytest.mark.parametrize("lock", ["http", "https"])
def test_nobody_elsewhere_makes_this_machine_call_itself(host: str, lock: str) -> None:
    for name in (*ENDPOINTS, "end_session_endpoint"):
        with pytest.raises(Unsound):
            believed(MITID, said(MITID, **{name: f"{lock}://{host}/x"}))
        assert believed(HERE, said(HERE, **{name: f"{lock}://{host}/x"}))


def test_without_a_lock_nothing_is_asked_elsewhere() -> None:
    assert believed(MITID, said(MITID, jwks_uri="https://keys.example/"))
    for provider in (MITID, HERE):
        with pytest.raises(Unsound):
            believed(provider, said(provider, jwks_uri="http://keys.example/"))
