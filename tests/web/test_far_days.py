"""Clocks and days at the edges: every page still opens, and counts no further than a calendar goes."""

from collections.abc import Iterator

import pytest
from web.deeds import DEEDS
from web.questions import Restage, restage
from web.stage import Stage

from minplan import clock

__all__ = ["restage"]

EDGES = ("1950-01-01", "2027-03-28T02:30", "2149-12-31T23:59")
FAR = ("1900-01-01", "2199-12-31")
FIRST = (("amira", "/plan"), ("amira", "{}/history"), ("bo", "/citizens"), ("bo", "{}"))
DAYS = {"on", "since", "until", "promised", "look_again", "day"}


def pages(stage: Stage) -> Iterator[tuple[str, str]]:
    """Who opens which page that speaks of days."""
    plan = stage.address
    threads = [f"{plan}/calls/{stage.amira['thread']}", f"{plan}/calls/new?topic=money"]
    steps = [stage.step(key) for key in ("step", "owed", "law", "agreed")]
    for page in ("/plan", "/plan?show=today", "/plan?show=week", f"{plan}/history", f"{plan}/wins", *threads, *steps):
        yield "amira", page
    for page in ("/citizens", plan, f"{plan}/history", f"{plan}/praise", threads[0], *steps):
        yield "bo", page
    yield "leader", "/waiting"


@pytest.mark.parametrize("now", EDGES)
def test_at_any_moment_every_page_opens(restage: Restage, now: str) -> None:
    stage = restage()
    clock.start(clock.parse(now))
    for number, (who, page) in enumerate(pages(stage)):
        lang = ("da", "en", "ar", "xx")[number % 4]
        assert stage.browser(who).get(f"{page}{'&' if '?' in page else '?'}lang={lang}").status_code == 200, page


@pytest.mark.slow
@pytest.mark.parametrize("day", FAR)
def test_a_day_far_away_is_said_or_refused_and_breaks_nothing(restage: Restage, day: str) -> None:
    for name, deed in DEEDS.items():
        for field in DAYS & set(deed.form):
            stage = restage()
            assert deed.do(stage, **{field: day}).status_code in (303, 422), (name, field)
            for who, page in FIRST:
                assert stage.browser(who).get(page.format(stage.address)).status_code == 200, (name, field, page)


@pytest.mark.parametrize("now", ["1950-01-01", "2149-12-31T23:59"])
def test_at_the_edges_of_the_clock_promises_can_be_made(restage: Restage, now: str) -> None:
    clock_at = clock.parse(now)
    for name in ("call", "message", "agreed title", "step", "ball", "completion"):
        stage = restage()
        clock.start(clock_at)
        browser = stage.browser(DEEDS[name].who)
        answer = DEEDS[name].do(stage, browser)
        assert answer.status_code == 303, name
        assert browser.get(answer.location).status_code == 200, name
