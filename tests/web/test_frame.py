"""The frame around every page: who may open it, what may be sent, and in which words it refuses."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from flask import Flask, abort
from web.browser import Browser

from minplan import create_app
from minplan.access import PersonView
from minplan.config import ConfigError
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.routes.marks import allows, open_to_all

FORM = {"content_type": "application/x-www-form-urlencoded"}
PARTS = {"content_type": "multipart/form-data; boundary=x"}
apart = pytest.mark.usefixtures("apart")  # an application of its own, for whoever adds a page
POST: dict[str, object] = {"path": "/sign-in", "method": "POST"}
Newcomer = Callable[..., PersonView]
Open = Callable[[PersonView], Browser]


def page(app: Flask, view: Callable[[], object], path: str = "/tried", **options: object) -> None:
    """Add a page for this test."""
    app.add_url_rule(path, path.strip("/"), view, **options)  # type: ignore[arg-type]


@apart
def test_a_view_without_a_mark_shows_nothing(app: Flask, browser: Open, newcomer: Newcomer) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    page(app, lambda: "secret")
    for client in (app.test_client(), browser(newcomer("citizen"))):
        answer = client.get("/tried")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text


@apart
def test_nobody_is_asked_to_sign_in(app: Flask, nobody: Browser) -> None:
    page(app, allows("citizen")(lambda: "mine"))
    answer = nobody.get("/tried")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/tried")
    assert nobody.get("/tried", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/sign-in"


@apart
@pytest.mark.parametrize(("kind", "relation", "status"), [
    ("citizen", "citizen", 200), ("citizen", "contact", 404), ("citizen", "leader", 404), ("staff", "citizen", 403),
    ("staff", "team", 200), ("staff", "leader", 403), ("leader", "leader", 200), ("leader", "contact", 200),
])  # fmt: skip
def test_a_mark_lets_in_whom_it_names(
    app: Flask, browser: Open, newcomer: Newcomer, kind: str, relation: str, status: int
) -> None:
    page(app, allows(relation)(lambda: ("", status)))
    assert browser(newcomer(kind)).get("/tried").status_code == status


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"},
    {"Origin": "null"}, {"Origin": "http://["}, {"Origin": "http://localhost.evil.example"},
])  # fmt: skip
def test_a_form_on_another_site_changes_nothing(nobody: Browser, headers: dict[str, str]) -> None:
    assert nobody.post("/sign-out", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://localhost"}, {},
])  # fmt: skip
def test_a_form_on_our_own_page_works(nobody: Browser, headers: dict[str, str]) -> None:
    assert nobody.post("/sign-out", headers=headers).status_code == 303


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
@pytest.mark.parametrize(("status", "ask"), [
    (404, {"path": "/nowhere"}),
    (405, {"path": "/healthz", "method": "POST"}),
    (400, {"path": "/plan%00"}),
    (413, {**POST, "data": b"x" * 10_000_000, **FORM}),
    (415, {**POST, "data": b"{}", "content_type": "application/json"}),
    (422, {**POST, "data": {"person": "nobody"}}),
    (403, {**POST, "headers": {"Sec-Fetch-Site": "cross-site"}}),
])  # fmt: skip
def test_a_refusal_is_a_kind_page_in_the_readers_language(
    nobody: Browser, lang: str, status: int, ask: dict[str, object]
) -> None:
    nobody.set_cookie("lang", lang)
    answer = nobody.open(**ask)
    assert answer.status_code == status
    assert f'<html lang="{lang}"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@apart
@pytest.mark.parametrize(("error", "status"), [
    (NotFound(), 404), (NotAllowed(), 403), (Invalid({"title": "id_number"}), 422), (Conflict("title", "a", "b"), 409),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["citizen", "staff"])
def test_what_a_room_declines_is_a_kind_page_too(
    app: Flask, browser: Open, newcomer: Newcomer, error: Exception, status: int, kind: str
) -> None:
    def declines() -> None:
        raise error

    page(app, allows("citizen", "contact")(declines))
    assert browser(newcomer(kind, language="xx")).get("/tried").status_code == status


@apart
def test_htmx_gets_a_refusal_as_the_page(app: Flask, nobody: Browser) -> None:
    page(app, open_to_all(lambda: abort(404)))
    answer = nobody.get("/tried", headers={"HX-Request": "true"})
    assert answer.headers["HX-Retarget"] == "#page"


ODD = [
    {"path": "/sign-in", "query_string": "lang=%ff%fe&%00=1"},
    {"path": "/sign-in", "query_string": "lang=" + "x" * 5000},
    {"path": "/%ed%a0%80"},
    {"path": f"/plans/{uuid4()}/steps/nonsense"},
    {"path": "/sign-in", "headers": {"Cookie": "minplan=%00; lang=../../etc"}},
    {"path": "/sign-in", "headers": {"Cookie": "minplan=eyJwZXJzb24iOjF9.x.y"}},
    {"path": "/sign-in", "headers": {"Accept-Language": ";;q=x,*", "Accept-Encoding": "br;q=x,*;q=-1"}},
    {"path": "/sign-in", "headers": {"If-None-Match": '"', "Host": "a b"}},
    {**POST, "data": b"--y\r\nnot a part", **PARTS},
    {**POST, "data": b"--y\r\nnot a part", "content_type": "multipart/form-data"},
    {**POST, "data": b"person=%00%ff&&&=&person", **FORM},
    {**POST, "data": b"&a=" * 3000, **FORM},
    {"path": "/sign-in/back", "query_string": "code=%ff&state=%ff"},
    {**POST, "path": "/demo-issuer/token", "data": {"code": "\0", "code_verifier": "\ufffd", "client_id": "minplan"}},
    {"path": "/demo-issuer/authorize", "query_string": "client_id=minplan&redirect_uri=http://evil.example/"},
    {"path": "/sign-in", "method": "PATCH"},
    {"path": "/sign-in", "method": "OPTIONS"},
]


@pytest.mark.parametrize("ask", ODD, ids=range(len(ODD)))
def test_odd_input_is_never_our_failure(nobody: Browser, ask: dict[str, object]) -> None:
    assert nobody.open(**ask).status_code < 500


def test_health_tells_whether_the_database_answers(nobody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (nobody.get("/healthz").status_code, nobody.get("/healthz").json["database"]) == (200, "ok")
    monkeypatch.setattr("minplan.access.database_answers", lambda: False)
    assert (nobody.get("/healthz").status_code, nobody.get("/healthz").json["database"]) == (503, "down")


def test_a_language_that_minplan_does_not_have_stops_the_start(app: Flask) -> None:
    with pytest.raises(ConfigError, match="so"):
        create_app(replace(app.extensions["minplan"], languages=("da", "so")))
