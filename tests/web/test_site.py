"""What a whole site has: its cookies' names, its headers, its addresses for everybody, and who stands before it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from flask import Flask, request
from web.browser import Browser

from minplan import clock, create_app
from minplan.access import PersonView
from minplan.routes import reply
from minplan.routes.marks import open_to_all

Newcomer = Callable[..., PersonView]
HTTPS = {"base_url": "https://plan.example.dk"}


def with_settings(app: Flask, **settings: object) -> Browser:
    """A browser at an application of other settings."""
    made = create_app(replace(app.extensions["minplan"], **settings))  # type: ignore[arg-type]
    made.test_client_class = Browser
    return made.test_client()  # type: ignore[return-value]


@pytest.mark.parametrize("settings", [{"production": True, "demo": False}, {"public_url": "https://plan.example.dk"}])
def test_under_https_no_other_site_can_set_our_cookies_and_nobody_comes_without(
    app: Flask, newcomer: Newcomer, settings: dict[str, object]
) -> None:
    client = with_settings(app, **settings)
    answer = client.get("/sign-in?lang=en", **HTTPS)
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-lang=en;")
    assert "Secure" in cookie and "Path=/" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert client.application.config["SESSION_COOKIE_NAME"] == "__Host-minplan"
    assert '<html lang="en"' in client.get("/sign-in", **HTTPS).text


def test_on_the_machine_itself_cookies_have_plain_names(nobody: Browser) -> None:
    answer = nobody.get("/sign-in?lang=en")
    assert answer.headers["Set-Cookie"].startswith("lang=en;")
    assert "Strict-Transport-Security" not in answer.headers


def test_every_page_says_what_a_browser_may_do_with_it(nobody: Browser) -> None:
    headers = nobody.get("/sign-in").headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_no_browser_may_keep_says_so(apart: None, app: Flask, nobody: Browser) -> None:
    @app.get("/log")
    @open_to_all
    def log() -> object:
        return reply.unkept(app.make_response("read by few"))

    assert nobody.get("/log").headers["Cache-Control"] == "no-store"
    assert nobody.get("/sign-in").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "3.3.3.3"), (2, "2.2.2.2")])
def test_an_address_is_believed_only_from_our_own_proxies(app: Flask, proxies: int, seen: str) -> None:
    client = with_settings(app, proxies=proxies)
    client.application.add_url_rule("/seen-as", "seen_as", open_to_all(lambda: request.remote_addr or ""))
    answer = client.get("/seen-as", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2, 3.3.3.3"})
    assert answer.text == seen


def test_no_search_engine_is_invited(nobody: Browser) -> None:
    answer = nobody.get("/robots.txt")
    assert (answer.mimetype, answer.text) == ("text/plain", "User-agent: *\nDisallow: /\n")


def test_who_finds_a_hole_is_told_whom_to_write_to(app: Flask, nobody: Browser) -> None:
    assert nobody.get("/.well-known/security.txt").status_code == 404
    client = with_settings(app, security_contact="mailto:it@example.dk", public_url="https://plan.example.dk")
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())
    assert lines["Contact"] == "mailto:it@example.dk"
    assert lines["Canonical"] == "https://plan.example.dk/.well-known/security.txt"
    left = datetime.fromisoformat(lines["Expires"].replace("Z", "+00:00")) - clock.now()
    assert timedelta(days=170) < left < timedelta(days=365)


def test_the_accessibility_statement_is_one_tap_away(app: Flask, nobody: Browser) -> None:
    assert nobody.get("/was").status_code == 404
    assert "Tilgængelighedserklæring" not in nobody.get("/sign-in").text
    client = with_settings(app, was_url="https://www.was.digst.dk/plan-example-dk")
    answer = client.get("/was")
    assert (answer.status_code, answer.location) == (303, "https://www.was.digst.dk/plan-example-dk")
    assert '<a href="/was">Tilgængelighedserklæring</a>' in client.get("/sign-in").text
