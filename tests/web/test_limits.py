"""Too much at once is asked to wait, with the words kept; nobody is ever kept from reading."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from web.browser import Browser
from web.stage import Stage, stage

from minplan.routes import limits
from minplan.routes.limits import LIMITS, Limit, within_or_wait
from minplan.routes.marks import open_to_all

__all__ = ["stage"]

WORDS = "Jeg vil gerne tale om det"


def test_every_limit_is_for_a_page_that_is_there_and_none_for_reading_ones_plan(app: Flask) -> None:
    rules = {rule.endpoint: rule for rule in app.url_map.iter_rules()}
    for endpoint in LIMITS:
        assert endpoint in rules, f"rename {endpoint} in limits.py too"
        assert endpoint.startswith(("sign_in.", "sign_out.")) or "GET" not in (rules[endpoint].methods or ())


@pytest.mark.parametrize("lang", ["da", "ar", "xx"])
def test_who_writes_too_much_waits_a_little_and_loses_no_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setitem(LIMITS, "dialogue.call", Limit("message", 1, timedelta(minutes=10)))
    amira, path = stage.browser("amira"), f"/plans/{stage.amira['plan']}/calls"
    amira.set_cookie("lang", lang)
    assert amira.post(path, data={"topic": "idea", "text": "Et spørgsmål"}).status_code == 303
    answer = amira.post(path, data={"topic": "idea", "text": WORDS})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "600")
    assert WORDS in answer.text and f'action="{path}"' in answer.text
    assert re.search('<input type="hidden" name="topic" value="idea">', answer.text)
    assert amira.get("/plan").status_code == 200


def test_every_way_to_write_to_somebody_is_counted_together() -> None:
    for endpoint in (
        "dialogue.call", "dialogue.write", "handover.ask", "handover.answer", "handover.settle", "handover.write",
        "journey.add_step", "journey.answer", "supporting.invite", "supporting.praise",
        "rights.another_idea", "rights.ask_about_offer", "rights.lean", "rights.sense", "rights.put_on_agenda",
        "rights.offer_choice", "rights.withdraw_choice", "rights.answer_choice", "rights.prospect", "rights.decision",
    ):  # fmt: skip
        assert LIMITS[endpoint] == limits.MESSAGES


def test_whoever_owns_a_whole_net_guesses_codes_no_faster(app: Flask, nobody: Browser) -> None:
    def status(address: str) -> int:
        guess = {"code": "AAAA-2222-KKKK"}
        return nobody.post("/invitation", data=guess, environ_base={"REMOTE_ADDR": address}).status_code

    assert app
    assert [status(f"2001:db8::{n}") for n in range(1, 12)] == [422] * 10 + [429]
    assert status("2001:db8:0:1::1") == 422


def test_another_person_at_the_same_address_may_go_on(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, "dialogue.write", Limit("message", 0, timedelta(minutes=10)))
    monkeypatch.setitem(LIMITS, "dialogue.call", Limit("message", 1, timedelta(minutes=10)))
    form = {"topic": "idea", "text": WORDS}
    plans = {"amira": stage.amira["plan"], "dorte": stage.dorte["plan"]}
    for name, plan in plans.items():
        assert stage.browser(name).post(f"/plans/{plan}/calls", data=form).status_code == 303


def test_who_is_not_signed_in_is_counted_by_address(apart: None, app: Flask, nobody: Browser) -> None:
    @app.get("/look-up")
    @open_to_all
    def look_up() -> str:
        within_or_wait("lookup", 1, 60)
        return "found"

    def status(address: str) -> int:
        return nobody.get("/look-up", environ_base={"REMOTE_ADDR": address}).status_code

    nobody.inspecting = False
    assert [status("192.0.2.7"), status("192.0.2.7"), status("192.0.2.8")] == [200, 429, 200]
    assert [status("2001:db8::1"), status("2001:db8::2"), status("2001:db8:0:1::1")] == [200, 429, 200]
    assert limits.net("no address") == "no address"
