"""Against a certified provider that runs as a process of its own: in, out, and everything that goes wrong between."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import RSAKey
from provider.process import Process, process, town_of
from sqlalchemy import Engine
from web.town import Ask, Town, citizen, is_in

from minplan.routes.openid import keys, wire


@pytest.fixture(scope="module")
def provider() -> Iterator[Process]:
    with process() as made:
        yield made


@pytest.fixture
def town(sqlite: Engine, provider: Process, tmp_path: Path) -> Iterator[Town]:  # noqa: ARG001
    with town_of(provider, tmp_path) as made:
        citizen()
        yield made


def come_in(town: Town, door: str = "mitid") -> Ask:
    ask = town.browser()
    ask(f"/sign-in/{door}")
    assert is_in(ask)
    return ask


def confirmed(ask: Ask, page: requests.Response, **more: str) -> requests.Response:
    """The provider asks whether one really wants out; somebody presses yes."""
    found = re.search(r'action="([^"]+)".*name="xsrf" value="([^"]+)"', page.text, re.DOTALL)
    assert found, page.text
    return ask(found[1], "POST", data={"xsrf": found[2], "logout": "yes"} | more)


def leave(ask: Ask) -> requests.Response:
    """Out here; answers the page that leads on to the provider."""
    return ask("/sign-out", "POST")


def test_a_citizen_comes_in_with_a_signed_proof_of_who_we_are(town: Town) -> None:
    ask = town.browser()
    ask("/sign-in/mitid")
    assert is_in(ask)
    assert ask("/", allow_redirects=False).headers["Location"] == "/plan"


def test_a_colleague_whom_nobody_has_entered_comes_in_by_role(town: Town, provider: Process) -> None:
    provider.lets_in("bo")
    ask = town.browser()
    assert ask("/sign-in/ansatte").url == f"{town.address}/citizens"


def test_a_key_that_is_not_ours_proves_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from minplan.routes.openid import client

    foreign = RSAKey.generate_key(2048)
    monkeypatch.setattr(client.providers, "signing_key", lambda _pem: (foreign, "RS256"))
    answer = town.browser()("/sign-in/mitid")
    assert (answer.status_code, "Vi kunne ikke bruge svaret" in answer.text) == (502, True)


def test_too_little_proof_is_not_enough(town: Town, provider: Process) -> None:
    provider.lets_in(acr="low")
    ask = town.browser()
    answer = ask("/sign-in/mitid")
    assert (answer.status_code, "mere sikker måde" in answer.text) == (403, True)
    assert not is_in(ask)


def test_who_turns_back_may_try_again(town: Town, provider: Process) -> None:
    provider.told(next={"cancel": True})
    ask = town.browser()
    answer = ask("/sign-in/mitid")
    assert (answer.status_code, "Du er ikke logget ind" in answer.text) == (400, True)
    assert "Ring" not in answer.text
    provider.lets_in()
    ask("/sign-in/mitid")
    assert is_in(ask)


def test_out_here_is_out_there_and_the_way_back_is_ours(town: Town) -> None:
    ask = come_in(town)
    page = leave(ask)
    assert page.url == f"{town.address}/sign-out/onward" and not is_in(ask)
    address = page.headers["Refresh"].removeprefix("0; url=")
    assert "id_token_hint" not in address  # it carried the id number, and is kept nowhere
    done = confirmed(ask, ask(address))
    assert done.url.startswith(f"{town.address}/sign-out/done") and "Du er logget ud" in done.text
    # The same way back once more, or with another's state, is only the door.
    assert ask(done.url).url == f"{town.address}/sign-in"


def test_a_colleague_is_led_out_with_a_hint(town: Town, provider: Process) -> None:
    provider.lets_in("bo")
    address = leave(come_in(town, "ansatte")).headers["Refresh"]
    assert "id_token_hint" in address


def test_when_the_provider_says_out_every_browser_of_that_session_is_out(town: Town, provider: Process) -> None:
    ask, elsewhere = come_in(town), come_in(town)
    confirmed(ask, ask(f"{provider.address}/session/end"))
    assert not is_in(ask)
    assert is_in(elsewhere)


def test_a_cookie_that_was_copied_opens_nothing_after_the_provider_said_out(town: Town, provider: Process) -> None:
    ask, thief = come_in(town), town.browser()
    cookie = {"Cookie": f"minplan={_cookie(ask)}"}
    assert thief("/", headers=cookie, allow_redirects=False).headers["Location"] == "/plan"
    confirmed(ask, ask(f"{provider.address}/session/end"))
    assert thief("/", headers=cookie, allow_redirects=False).headers["Location"] == "/sign-in"


def test_new_keys_are_found(town: Town, provider: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    come_in(town)
    provider.told(rotate=True)
    ask = town.browser()
    assert ask("/sign-in/mitid").status_code == 502  # asked for a moment ago, and not again so soon
    monkeypatch.setattr(keys, "FLOOR", 0)
    come_in(town)


@pytest.mark.parametrize("off", [-3000, -400, 400, 3000])
def test_a_clock_that_goes_wrong_is_no_error_of_ours(town: Town, provider: Process, off: int) -> None:
    provider.lets_in("bo")
    provider.told(clock=off)
    ask = town.browser()
    answer = ask("/sign-in/ansatte")
    assert (answer.status_code, "To ure går ikke ens" in answer.text) == (502, True)
    assert not is_in(ask)


def test_a_clock_that_goes_a_little_wrong_does_not_matter(town: Town, provider: Process) -> None:
    provider.lets_in("bo")
    for off in (-45, 45):
        provider.told(clock=off)
        come_in(town, "ansatte")


def test_a_slow_provider_is_not_waited_for(town: Town, provider: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    come_in(town)
    monkeypatch.setattr(wire, "PATIENCE", 0.3)
    provider.told(delay=1000)
    ask = town.browser()
    answer = ask("/sign-in/mitid")
    assert (answer.status_code, "svarer ikke lige nu" in answer.text) == (503, True)
    assert not is_in(ask)


def test_a_provider_that_is_down_is_a_kind_page_and_who_is_in_stays_in(sqlite: Engine, tmp_path: Path) -> None:
    with process() as own, town_of(own, tmp_path) as town:
        citizen()
        ask = come_in(town)
        sent = town.browser()
        way = sent("/sign-in/mitid", allow_redirects=False)
        own.running.terminate()
        own.running.wait()
        assert is_in(ask)
        assert sent(f"/sign-in/mitid/back?code=x&{_state(way)}&iss={own.address}").status_code == 503
        town.app.extensions["minplan_clients"].clear()
        for door in ("mitid", "ansatte"):
            answer = town.browser()(f"/sign-in/{door}")
            assert (answer.status_code, "svarer ikke lige nu" in answer.text) == (503, True)
        # Out works all the same, here.
        assert leave(ask).url == f"{town.address}/sign-in" and not is_in(ask)


def _cookie(ask: Ask) -> str:
    sent = ask("/").request.headers["Cookie"] or ""
    return next(each for each in sent.split("; ") if each.startswith("minplan=")).removeprefix("minplan=")


def _state(sent: requests.Response) -> str:
    found = re.search(r"state=[^&]+", sent.headers["Location"])
    assert found
    return found[0]


def test_the_proof_of_who_we_are_is_for_this_provider_and_short(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from authlib.oauth2.rfc7523 import PrivateKeyJWT

    made: list[str] = []
    honest = PrivateKeyJWT.sign

    def kept(self: Any, auth: Any, endpoint: str) -> str:
        made.append(honest(self, auth, endpoint))
        return made[-1]

    monkeypatch.setattr(PrivateKeyJWT, "sign", kept)
    come_in(town)
    from provider.process import OURS

    claims = jwt.decode(made[0], OURS, algorithms=["RS256"]).claims
    assert claims["iss"] == claims["sub"] == "minplan" and claims["jti"]
    assert claims["aud"].endswith("/token")
