"""How answers travel: kept, compressed, and said once."""

import gzip
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import brotli
import pytest
from flask import Flask, render_template
from web.browser import Browser

from minplan import clock, identity
from minplan.access import PersonView
from minplan.routes import reply
from minplan.routes.marks import allows, open_to_all
from minplan.routes.visitor import KEY

Newcomer = Callable[..., PersonView]
Open = Callable[[PersonView], Browser]


@pytest.fixture
def karin(apart: None, app: Flask, browser: Open, newcomer: Newcomer) -> Browser:
    """A citizen, and a page at /way that changes with `revision`."""
    app.config["REVISION"] = 1

    @app.get("/way")
    @allows("citizen")
    def way() -> object:
        return reply.not_modified("plan", app.config["REVISION"]) or render_template("error.html", status=404)

    @app.post("/change")
    @allows("citizen")
    def change() -> object:
        return reply.done("/way", "Det er gjort.")

    return browser(newcomer("citizen", "Karin"))


def again(client: Browser, tag: str, path: str = "/way", **headers: str) -> int:
    return client.get(path, headers={"If-None-Match": tag, **headers}).status_code


def test_an_unchanged_page_is_not_sent_twice(app: Flask, karin: Browser) -> None:
    tag = karin.get("/way").headers["ETag"]
    assert tag.startswith("W/")
    assert again(karin, tag) == 304
    assert karin.get("/way", headers={"If-None-Match": tag}).data == b""
    app.config["REVISION"] = 2
    assert again(karin, tag) == 200


def test_another_day_language_or_reader_is_another_page(
    karin: Browser, browser: Open, newcomer: Newcomer
) -> None:
    clock.start(clock.parse("2026-11-16T23:50"))
    tag = karin.get("/way").headers["ETag"]
    assert again(karin, tag, **{"HX-Request": "true"}) == 200
    assert again(karin, tag, "/way?lang=en") == 200
    assert again(karin, tag) == 200
    karin.delete_cookie("lang")
    assert again(karin, tag) == 304
    assert again(browser(newcomer("citizen", "Yusuf")), tag) == 200
    clock.start(clock.now() + timedelta(minutes=20))
    assert again(karin, tag) == 200


def test_what_is_said_once_is_never_kept(karin: Browser) -> None:
    tag = karin.get("/way").headers["ETag"]
    assert karin.post("/change").status_code == 303
    told = karin.get("/way", headers={"If-None-Match": tag})
    assert told.status_code == 200
    assert "Det er gjort." in told.text
    assert "ETag" not in told.headers
    assert again(karin, tag) == 304


def test_htmx_gets_the_page_itself_with_the_word_in_the_live_region(karin: Browser) -> None:
    answer = karin.post("/change", headers={"HX-Request": "true"}, follow_redirects=True)
    assert answer.status_code == 200
    assert answer.headers["HX-Push-Url"] == "/way"
    assert answer.headers["HX-Retarget"] == answer.headers["HX-Reselect"] == "#page"
    assert '<div id="said" role="status"><p class="flash">Det er gjort.</p></div>' in answer.text
    assert "Det er gjort." not in karin.get("/way").text


def test_what_is_said_once_is_said_to_nobody_else(karin: Browser, newcomer: Newcomer) -> None:
    karin.post("/change")
    with karin.session_transaction() as cookie:
        identity.end(cookie[KEY])
    assert "Det er gjort." not in karin.get("/sign-in").text
    with karin.session_transaction() as cookie:
        assert reply.SAID not in cookie and reply.SAID_TO not in cookie
    karin.come_in(newcomer("citizen", "Yusuf"))
    assert "Det er gjort." not in karin.get("/way").text
    karin.post("/change")
    assert "Det er gjort." in karin.get("/way").text


def test_what_is_said_to_somebody_is_not_said_at_a_table(karin: Browser, app: Flask) -> None:
    karin.post("/change")
    with karin.session_transaction() as cookie:
        told = cookie[reply.SAID_TO]
        cookie[reply.SAID_TO] = f"{told}{uuid4()}"
    assert told.endswith(":") and "Det er gjort." not in karin.get("/way").text


def test_personal_pages_are_kept_by_nobody_else(karin: Browser) -> None:
    answer = karin.get("/way")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert {"cookie", "accept-encoding", "hx-request", "accept-language"} <= answer.vary.as_set()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("accepts", "coding"), [
    ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("br;q=0.5, gzip;q=0.9", "gzip"),
    ("identity", None), ("", None), ("*", "br"), ("br;q=0, *;q=0", None),
])  # fmt: skip
def test_a_page_leaves_in_the_coding_that_the_browser_takes(nobody: Browser, accepts: str, coding: str | None) -> None:
    nobody.inspecting = False
    answer = nobody.get("/sign-in", headers={"Accept-Encoding": accepts})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert answer.headers.get("Content-Encoding") == coding
    assert b"<h1>Log ind</h1>" in unpack(answer.data)
    assert int(answer.headers["Content-Length"]) == len(answer.data)


def test_assets_are_kept_for_good_and_shared_by_all(app: Flask, nobody: Browser) -> None:
    with app.test_request_context():
        paths = [app.jinja_env.globals["asset"](name) for name in ("minplan.css", "pages.css", "minplan.js")]
    for path in paths:
        answer = nobody.get(path, headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Cookie" not in answer.vary
        assert brotli.decompress(answer.data) == nobody.get(path).data
    assert nobody.get(paths[0]).text.startswith("@layer ")
    assert nobody.get("/assets/minplan-000000000000.css").status_code == 404


def test_a_page_that_all_may_open_is_not_kept_either(apart: None, app: Flask, nobody: Browser) -> None:
    app.add_url_rule("/open", "open", open_to_all(lambda: "x"))
    assert nobody.get("/open").headers["Cache-Control"] == "private, no-cache"
