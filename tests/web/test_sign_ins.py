"""Where somebody is signed in, and ending that; the discreet screen; how long one may stay."""

import re
from datetime import timedelta

import pytest
from web.browser import Browser
from web.stage import Stage, stage

from minplan import clock, identity
from minplan.routes.visitor import KEY

__all__ = ["stage"]


def others(page: str) -> list[str]:
    return re.findall(r'name="sign_in" value="([0-9a-f]+)"', page)


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_each_browser_is_named_and_can_be_ended(stage: Stage, lang: str) -> None:
    here, there = stage.browser("amira"), stage.browser("amira")
    there.came = None
    page = here.get(f"/sign-ins?lang={lang}")
    assert page.headers["Cache-Control"] == "no-store"
    assert len(others(page.text)) == 1 and page.text.count('class="pill"') == 1
    assert here.post("/sign-ins/end", data={"sign_in": others(page.text)[0]}).location == "/sign-ins"
    assert there.get("/plan").location == "/sign-in?next=/plan"
    assert here.get("/sign-ins").status_code == 200


def test_nobody_ends_what_is_not_theirs(stage: Stage) -> None:
    bo, amira = stage.browser("bo"), stage.browser("amira")
    with bo.session_transaction() as session:
        his = identity.hashed(session[KEY])
    for which in (his, "", "nonsense"):
        assert amira.post("/sign-ins/end", data={"sign_in": which}).status_code == 404
    assert bo.get("/citizens").status_code == 200


def test_out_everywhere_is_everywhere(stage: Stage) -> None:
    here, there = stage.browser("amira"), stage.browser("amira")
    answer = here.post("/sign-ins/end-all")
    assert (answer.location, answer.headers["Clear-Site-Data"]) == ("/sign-in", '"cache", "storage"')
    for browser in (here, there):
        browser.came = None
        assert browser.get("/plan").status_code == 303


def left(browser: Browser, method: str = "GET") -> list[int]:
    answer = browser.open("/stay", method=method)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (204, "no-store")
    return [int(seconds) for seconds in answer.headers["X-Left"].split(" ")]


def test_staying_moves_the_nearer_limit_and_never_the_last_one(stage: Stage) -> None:
    amira = stage.browser("amira")
    amira.came = None
    assert left(amira) == [1800, 28800]
    clock.start(clock.now() + timedelta(minutes=20))
    assert left(amira, "POST") == [1800, 27600]
    for _ in range(23):
        clock.start(clock.now() + timedelta(minutes=20))
        last = amira.post("/stay")
    assert last.status_code == 401, "at the absolute limit it is over, however often somebody said that they are here"


@pytest.mark.parametrize("saying", ["soon", "last", "over"])
@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_a_dialog_says_it_in_the_pages_language_and_does_not_count_as_being_here(
    stage: Stage, lang: str, saying: str
) -> None:
    amira = stage.browser("amira")
    amira.came = None
    for _ in range(4):
        clock.start(clock.now() + timedelta(minutes=8))
        answer = amira.get(f"/stay/{lang}/{saying}")
        assert answer.text.startswith("<dialog") and "Set-Cookie" not in answer.headers
    assert amira.get("/stay").status_code == 303


def test_what_no_dialog_says_is_not_there(nobody: Browser) -> None:
    assert nobody.get("/stay/da/nonsense").status_code == nobody.get("/stay/so/soon").status_code == 404


@pytest.mark.parametrize(("back", "goal"), [
    ("/plan", "/plan"), ("https://evil.example/", "/plan"), ("//evil.example", "/plan"), ("/\\evil.example", "/plan"),
    ("javascript:alert(1)", "/plan"), ("/citizens", "/plan"), ("", "/plan"), ("/sign-ins", "/sign-ins"),
])  # fmt: skip
def test_the_discreet_screen_says_nothing_and_leads_back_to_ones_own_page(stage: Stage, back: str, goal: str) -> None:
    amira = stage.browser("amira")
    assert 'href="/discreet?back=/plan"' in amira.get("/plan").text
    answer = amira.get("/discreet", query_string={"back": back})
    assert f'<a href="{goal}">' in answer.text
    assert "Amira" not in answer.text and "<title>Noter</title>" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_out_everywhere_is_offered_where_there_is_more_than_here(stage: Stage) -> None:
    here = stage.browser("amira")
    page = here.get("/sign-ins").text
    assert "Du er kun logget ind her." in page and "end-all" not in page
    assert '<a href="/plan">Gå til din forside</a>' in page
    there = stage.browser("amira")
    there.came = None
    page = here.get("/sign-ins").text
    assert "end-all" in page and re.search(r'Log ud der<span class="hidden-text">: [^<]+ kl\. [^<]+</span>', page)
