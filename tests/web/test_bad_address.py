"""Addresses, headers and cookies that nobody should send: never our failure, and never somebody else's page."""

from typing import Any
from urllib.parse import quote

import pytest
from web.stage import Stage, stage

from minplan import access, clock, db

__all__ = ["stage"]

ODD = ("🌳", "\u202e", "\0", "%", "%zz", "a b", "<script>", "..", "../../etc/passwd", "x" * 9000, "'--", "{{7*7}}")
BYTES = ("%ED%A0%80", "%FF", "%C0%AF", "%00")


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_an_odd_address_is_a_clear_page(stage: Stage, lang: str) -> None:
    browser = stage.browser("amira")
    browser.set_cookie("lang", lang)
    for odd in (*(quote(each, safe="") for each in ODD), *BYTES):
        for path in ("/{}", "/plans/{}", "/plans/{}/steps/new", f"{stage.address}/steps/{{}}", "/assets/{}"):
            answer = browser.get(path.format(odd))
            assert answer.status_code in (400, 404), (path, odd[:20])
            assert f'<html lang="{lang}"' in answer.text


def test_odd_questions_in_an_address_are_nothing(stage: Stage) -> None:
    browser = stage.browser("amira")
    for page, name in (("/plan", "show"), ("/sign-in", "next"), *((f"{stage.address}/{each}", q) for each, q in FORMS)):
        for odd in ODD:
            assert browser.get(page, query_string={name: odd}).status_code in (200, 400, 404), (page, odd[:20])
        for odd in BYTES:
            assert browser.get(page, query_string=f"{name}={odd}").status_code == 400, (page, odd)


FORMS = (("steps/new", "phrase"), ("wins", "step"), ("calls/new", "topic"), ("calls/new", "step"), ("horizon", "x"))
LANGUAGES = ("../da", "da\n", "xx-XX", "zz", "🌳", "\u202e", "DA", "x" * 9000, "__class__", "1", "-")


def test_an_unknown_language_is_danish_and_says_so(stage: Stage) -> None:
    browser = stage.browser("amira")
    for asked in LANGUAGES:
        answer = browser.get("/plan", query_string={"lang": asked})
        assert answer.status_code == 200, asked
    for remembered in ("..", "xx\u00e6", "x" * 3000, '"', "da; lang=en"):
        browser.set_cookie("lang", quote(remembered))
        assert browser.get("/plan").status_code == 200, remembered


HEADERS: list[dict[str, Any]] = [
    {"Host": "a b"}, {"Host": ""}, {"Host": "evil.example:99999"}, {"Host": "[::1"}, {"Host": "x" * 9000},
    {"Accept-Language": "x" * 9000}, {"Accept-Language": "\xff;q=z"}, {"If-None-Match": "*"},
    {"If-None-Match": 'W/"' + "x" * 9000}, {"Range": "bytes=0-1"}, {"HX-Request": "true", "HX-Current-URL": "http://["},
    {"HX-Request": "true", "HX-Current-URL": "\xff", "HX-Target": "<x>"}, {"Cookie": "minplan=" + "x" * 9000},
    {"Cookie": "minplan=.eJw.x.y; show=\x7f; lang=%ED%A0%80"}, {"Cookie": "show=nonsense; show=today"},
    {"Content-Length": "-1"}, {"Content-Type": "text/html; charset=utf-7"}, {"X-Forwarded-For": "'"},
]  # fmt: skip


@pytest.mark.parametrize("headers", HEADERS, ids=range(len(HEADERS)))
def test_odd_headers_are_never_our_failure(stage: Stage, headers: dict[str, Any]) -> None:
    for name in ("nobody", "amira"):
        browser = stage.browser(name)
        for page in ("/plan", "/sign-in", stage.step(), "/nowhere"):
            assert browser.get(page, headers=headers).status_code < 500, page


KEYS = ("", "x", ["x"], 7, {"key": 1}, None, "\ud800", "x" * 3000)


@pytest.mark.parametrize("key", KEYS, ids=range(len(KEYS)))
def test_a_signed_key_that_opens_nothing_is_nobodys(stage: Stage, key: object) -> None:
    browser = stage.browser("nobody")
    with browser.session_transaction() as session:
        session["key"] = key
    assert browser.get("/plan").status_code == 303


def test_somebody_who_has_left_is_nobody(stage: Stage) -> None:
    amira = stage.browser("amira")
    with db.writing() as session:
        session.get_one(access.Person, stage.cast.citizen).ended_on = clock.today()
    assert amira.get("/plan").status_code == 303
