"""What somebody might try with the ways in and out: another's state, an old one, a cookie from before, two tabs."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from web.providers import come_in, provider, town
from web.rogue import Rogue
from web.town import Ask, Town, citizen, is_in

__all__ = ["provider", "town"]


def begun(ask: Ask, onward: str = "", door: str = "mitid") -> str:
    """The provider's address that a sign-in leads to."""
    return ask(f"/sign-in/{door}", params={"next": onward} if onward else {}, allow_redirects=False).headers["Location"]


def back(ask: Ask, way: str) -> str:
    """The way back from the provider, not yet gone."""
    return ask(way, allow_redirects=False).headers["Location"]


def key(ask: Ask) -> str:
    sent = ask("/", allow_redirects=False).request.headers.get("Cookie") or ""
    return next((each for each in sent.split("; ") if each.startswith("minplan=")), "")


def onto(answer: requests.Response) -> str:
    """Where a sign-in leads, also by way of the privacy notice."""
    where = urlsplit(answer.headers["Location"])
    return parse_qs(where.query)["next"][0] if where.path == "/privacy" else where.path


def test_two_tabs_each_end_where_they_began(town: Town) -> None:
    ask = town.browser()
    first, second = begun(ask, "/plan"), begun(ask, "/sign-in")
    for way, goal in ((second, "/sign-in"), (first, "/plan")):
        answer = ask(back(ask, way), allow_redirects=False)
        assert answer.status_code == 303 and onto(answer) in (goal, "/plan")
    assert is_in(ask)


def test_a_way_back_works_once_and_in_no_other_browser(town: Town) -> None:
    ask, thief = town.browser(), town.browser()
    begun(thief)
    way = back(ask, begun(ask))
    assert thief(way).status_code == 400 and not is_in(thief)
    assert ask(way, allow_redirects=False).status_code == 303 and is_in(ask)
    ask("/sign-out", "POST")
    assert ask(way).status_code == 400 and not is_in(ask)


def test_an_old_cookie_does_not_bring_an_old_state_back(town: Town) -> None:
    ask, thief = town.browser(), town.browser()
    way = begun(ask)
    before = key(ask)
    home = back(ask, way)
    ask(home)
    assert thief(home, headers={"Cookie": before}).status_code == 400


def test_nobody_is_let_in_as_somebody_else_without_having_begun(town: Town) -> None:
    attacker, victim = town.browser(), town.browser()
    assert victim(back(attacker, begun(attacker))).status_code == 400
    assert not is_in(victim)


def test_the_way_back_of_one_door_opens_no_other(town: Town, provider: Rogue) -> None:
    ask = town.browser()
    way = back(ask, begun(ask))
    assert ask(way.replace("/mitid/", "/ansatte/")).status_code == 400
    assert not is_in(ask)


def test_the_key_is_new_at_each_sign_in_and_the_old_one_opens_nothing(town: Town) -> None:
    ask, thief = come_in(town), town.browser()
    old = key(ask)
    ask("/sign-in/mitid")
    assert key(ask) != old and is_in(ask)
    assert thief("/", headers={"Cookie": old}, allow_redirects=False).headers["Location"] == "/sign-in"


def test_a_cookie_that_was_there_before_is_not_what_lets_in(town: Town) -> None:
    ask, attacker = town.browser(), town.browser()
    begun(attacker)
    planted = key(attacker)
    ask("/sign-in/mitid", headers={"Cookie": planted})
    assert not is_in(attacker)


def test_a_cookie_stolen_before_signing_out_opens_nothing_after(town: Town) -> None:
    ask, thief = come_in(town), town.browser()
    stolen = {"Cookie": key(ask)}
    assert thief("/", headers=stolen, allow_redirects=False).headers["Location"] == "/plan"
    ask("/sign-out", "POST", allow_redirects=False)
    assert thief("/", headers=stolen, allow_redirects=False).headers["Location"] == "/sign-in"


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/%5cevil", "javascript:alert(1)", "/gone", "\t//x"],
)
def test_nobody_is_sent_away(town: Town, onward: str) -> None:
    ask = town.browser()
    assert onto(ask(back(ask, begun(ask, onward)), allow_redirects=False)) == "/plan"


def test_the_way_out_leads_nowhere_else(town: Town) -> None:
    ask = come_in(town)
    for path in ("/sign-out/done?state=x", "/sign-out/done", "/sign-out/onward", "/sign-out/onward?to=//evil.example"):
        assert ask(path, allow_redirects=False).headers["Location"] == "/sign-in"
    assert is_in(ask)


def test_another_site_signs_nobody_out(town: Town) -> None:
    ask = come_in(town)
    assert ask("/sign-out", "POST", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert is_in(ask)


WHO: list[tuple[str, Callable[[Rogue], None], int, str]] = [
    ("nobody here", lambda p: p.claims.update(cpr="0202902345", sub="x"), 403, "kender dig ikke"),
    ("no id number", lambda p: p.claims.update(cpr=None), 403, "kender dig ikke"),
    ("a number that is none", lambda p: p.claims.update(cpr="x"), 403, "kender dig ikke"),
    ("not yet eighteen", lambda p: p.claims.update(cpr="0101204234"), 403, "fyldt 18"),
]


@pytest.mark.parametrize(("who", "claim", "status", "said"), WHO, ids=[each[0] for each in WHO])
def test_who_may_not_come_in_is_told_what_to_do(
    town: Town, provider: Rogue, who: str, claim: Callable[[Rogue], None], status: int, said: str
) -> None:
    claim(provider)
    ask = town.browser()
    answer = ask("/sign-in/mitid")
    assert (answer.status_code, said in answer.text) == (status, True)
    assert not is_in(ask)


def test_the_first_time_needs_the_number_and_later_times_do_not(town: Town, provider: Rogue) -> None:
    come_in(town)
    provider.claims = {"cpr": None}
    come_in(town)


def test_the_number_is_neither_kept_nor_logged(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    from props import everything
    from web.town import NUMBER

    come_in(town)
    assert NUMBER not in repr(everything()) and NUMBER not in caplog.text


def test_who_has_left_does_not_come_back(town: Town, provider: Rogue) -> None:
    from minplan import clock

    citizen("0303903456", ended_on=clock.today())
    provider.claims = {"cpr": "0303903456", "sub": "gone"}
    answer = town.browser()("/sign-in/mitid")
    assert (answer.status_code, "kender dig ikke" in answer.text) == (403, True)


def test_a_role_decides_what_a_colleague_is_at_each_time(town: Town, provider: Rogue) -> None:
    her = {"tid": "t", "oid": "o", "email": "eva@kommune.example", "name": "Eva"}
    for roles, home in ((["caseworker"], "/citizens"), (["lead"], "/waiting"), (["other"], None), (None, None)):
        provider.claims = her | {"realm": {"roles": roles}}
        ask = town.browser()
        answer = ask("/sign-in/ansatte")
        assert answer.status_code == 403 if home is None else is_in(ask)
        if home:
            assert ask("/", allow_redirects=False).headers["Location"] == home
        else:
            assert "Du mangler en rolle" in answer.text and not is_in(ask)
