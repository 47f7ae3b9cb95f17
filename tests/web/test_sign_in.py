"""Signing in and out, over a real server, because the application asks its own issuer."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import requests
from flask import Flask
from web.browser import Browser
from web.server import Ask

from minplan import create_app
from minplan.access import PersonView

Newcomer = Callable[..., PersonView]


def hops(answer: requests.Response) -> list[str]:
    return [requests.utils.urlparse(each.headers["Location"]).path for each in answer.history]  # type: ignore[attr-defined]


def begin(there: Ask, person: PersonView, onward: str = "") -> requests.Response:
    return there("/sign-in", "POST", data={"person": str(person.id), "next": onward}, allow_redirects=False)


def test_the_door_offers_everybody_by_name(nobody: Browser, newcomer: Newcomer) -> None:
    newcomer("citizen", "Karin"), newcomer("staff", "Mette")
    page = nobody.get("/sign-in").text
    assert page.index("Borgere") < page.index("Karin") < page.index("Andre fagpersoner") < page.index("Mette")


@pytest.mark.parametrize(("kind", "home"), [("citizen", "/plan"), ("staff", "/citizens"), ("leader", "/waiting")])
def test_everybody_comes_to_their_own_first_page(there: Ask, newcomer: Newcomer, kind: str, home: str) -> None:
    person = newcomer(kind)
    answer = there("/sign-in", "POST", data={"person": str(person.id)})
    assert hops(answer) == ["/demo-issuer/authorize", "/sign-in/demo/back", home]
    assert hops(there("/")) == [home]


ELSEWHERE = ("https://evil.example/", "//evil.example", "/\\evil", "//plan", "///plan", "//plan/history", "plan")


@pytest.mark.parametrize("onward", [*ELSEWHERE, "/nowhere", "/citizens"])
def test_nobody_is_sent_away_or_where_they_may_not_be(there: Ask, newcomer: Newcomer, onward: str) -> None:
    answer = there("/sign-in", "POST", data={"person": str(newcomer("citizen").id), "next": onward})
    assert hops(answer)[-1] == "/plan"


def test_the_way_back_works_once(there: Ask, newcomer: Newcomer) -> None:
    sent = begin(there, newcomer("citizen"))
    back = there(sent.headers["Location"], allow_redirects=False).headers["Location"]
    stolen = requests.get(back, timeout=10, allow_redirects=False)
    assert (stolen.status_code, "person" in stolen.cookies) == (400, False)
    assert there(back, allow_redirects=False).headers["Location"] == "/plan"
    # Once more, as after a double press: no error for who is in already, and nothing for anybody else.
    assert there(back, allow_redirects=False).headers["Location"] == "/"


def test_what_the_issuer_says_went_wrong_is_not_repeated(nobody: Browser) -> None:
    answer = nobody.get("/sign-in/demo/back?error=access_denied&error_description=Ring+til+mig")
    assert answer.status_code == 400
    assert "Prøv igen" in answer.text
    assert "Ring" not in answer.text


def test_an_issuer_that_does_not_answer_is_a_kind_page(app: Flask, newcomer: Newcomer) -> None:
    client = app.test_client()
    person = newcomer("citizen")
    # Nothing listens on this port.
    there = {"base_url": "http://127.0.0.1:9", "follow_redirects": False}
    answer = client.post("/sign-in", data={"person": str(person.id)}, **there)
    assert answer.status_code == 503
    assert "Login svarer ikke lige nu" in answer.text


def test_out_is_out_and_the_browser_forgets(
    browser: Callable[[PersonView], Browser], newcomer: Newcomer
) -> None:
    karin = browser(newcomer("citizen"))
    answer = karin.post("/sign-out")
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert karin.get("/").location == "/sign-in"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(there: Ask, newcomer: Newcomer) -> None:
    cookie = begin(there, newcomer("citizen")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_there_is_no_demo_door_without_the_demo(app: Flask) -> None:
    plain = create_app(replace(app.extensions["minplan"], demo=False)).test_client()
    assert plain.get("/demo-issuer/jwks").status_code == 404
    assert plain.post("/sign-in").status_code == 404
    assert plain.get("/sign-in/demo/back").status_code == 404
    assert "<form" not in plain.get("/sign-in").text
