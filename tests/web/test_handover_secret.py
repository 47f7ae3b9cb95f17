"""That a citizen has asked for another contact person is on no page, in no tag and in no document of those who work
with the plan: whatever they could open before says the same to the byte."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from web.browser import Browser
from web.stage import Stage, stage

from minplan import access, clock, db, exchange, handover
from minplan.routes.marks import ANYBODY, RELATIONS, mark_of

__all__ = ["stage"]

Seen = dict[str, tuple[int, str | None, bytes]]
STAFF = ("bo", "tove", "camilla")
ASKED = "/plan/another-person"
WISH = "Jeg føler mig ikke hørt"
# What is made anew for each answer, or for everybody.
FLEETING = {"assets", "health", "issuer"}


def addresses(app: Flask, stage: Stage) -> Iterator[str]:
    """Every page that a professional may open, of Amira's plan wherever it names one."""
    ids = {
        **stage.amira,
        "change": stage.amira["plan"],
        "petition": stage.amira["plan"],
        "thread": stage.amira["thread"],
    }
    for rule in app.url_map.iter_rules():
        who = mark_of(app, rule.endpoint) or frozenset()
        open_to_staff = who is ANYBODY or not who.isdisjoint(RELATIONS["staff"])
        fleeting = rule.endpoint.partition(".")[0] in FLEETING or rule.rule.endswith(".json")  # says when it was made
        if "GET" in (rule.methods or ()) and open_to_staff and not fleeting:
            values = {name: ids.get(name, stage.amira["plan"]) for name in rule.arguments}
            yield app.url_map.bind("localhost").build(rule.endpoint, values, method="GET")


def seen(app: Flask, stage: Stage, browser: Browser) -> Seen:
    """Everything that this browser gets, with its tag."""
    browser.inspecting = False
    found = {}
    for address in sorted(set(addresses(app, stage))):
        answer = browser.get(address)
        found[address] = (answer.status_code, answer.headers.get("ETag"), answer.data)
    return found


def everybody(app: Flask, stage: Stage, browsers: dict[str, Browser]) -> dict[str, Seen]:
    return {name: seen(app, stage, browser) for name, browser in browsers.items()}


def test_those_who_work_with_the_plan_see_no_difference(app: Flask, stage: Stage) -> None:
    # Each in one browser: what a page says of the sign-in itself stays the same.
    staff = {name: stage.browser(name) for name in STAFF}
    before = everybody(app, stage, staff)
    assert before == everybody(app, stage, staff), "these pages say something else each time"
    assert sum(tag is not None for _, tag, _ in before["bo"].values()) and len(before["bo"]) > 20
    amira, leader = stage.browser("amira"), stage.browser("leader")
    assert amira.post(ASKED, data={"words": WISH}).status_code == 303
    assert everybody(app, stage, staff) == before
    (wish,) = handover.petitions(stage.leader)
    form = {"answer": "Jeg ringer til dig.", "seen_words": str(wish.words_id)}
    assert leader.post(f"/petitions/{wish.id}", data=form).status_code == 303
    assert everybody(app, stage, staff) == before
    amira.post(ASKED, data={"phrase": "another.not_safe"})
    (wish, _) = handover.petitions(stage.leader)
    assert amira.post(f"{ASKED}/{wish.id}/withdrawal").status_code == 303
    assert everybody(app, stage, staff) == before


def test_a_page_that_they_have_is_still_the_newest(stage: Stage) -> None:
    tags = {name: stage.browser(name).get(stage.address).headers["ETag"] for name in ("bo", "tove")}
    stage.browser("amira").post(ASKED, data={"words": WISH})
    for name, tag in tags.items():
        assert stage.browser(name).get(stage.address, headers={"If-None-Match": tag}).status_code == 304


def test_the_document_of_the_plan_is_the_same(stage: Stage) -> None:
    before = exchange.take_out(stage.cast.id)
    clock.start(clock.now() + timedelta(days=3))
    stage.browser("amira").post(ASKED, data={"words": WISH})
    assert exchange.take_out(stage.cast.id) == before


def test_the_citizen_alone_reads_it_in_the_history(stage: Stage) -> None:
    stage.browser("amira").post(ASKED, data={"words": WISH})
    told = "Du har skrevet til lederen."
    history = stage.browser("amira").get("/plan/history").text
    assert told in history and WISH not in history
    for name in ("bo", "tove"):
        assert told not in stage.browser(name).get(f"{stage.address}/history").text


@pytest.mark.parametrize("lang", ["da", "ar"])
def test_the_page_says_who_reads_it_and_who_does_not(stage: Stage, lang: str) -> None:
    text = stage.browser("amira").get(f"{ASKED}?lang={lang}").text
    assert "Lis" in text and "Bo" in text
    if lang == "da":
        assert "Man kan ikke kræve en bestemt person." in text and "De får heller ikke at vide" in text


def test_words_come_back_and_the_answer_too(stage: Stage) -> None:
    amira = stage.browser("amira")
    for form, kept in (({}, ""), ({"words": f"{WISH} 010190-1234"}, WISH), ({"phrase": "praise.you_came"}, "")):
        answer = amira.post(ASKED, data=form)
        assert answer.status_code == 422 and kept in answer.text and "010190-1234" not in answer.text
    assert "onsdag den 18. november" in amira.get(amira.post(ASKED, data={"words": WISH}).location).text
    (wish,) = handover.petitions(stage.leader)
    leader = stage.browser("leader")
    form = {"answer": "Vi taler om det i morgen.", "seen_words": str(wish.words_id)}
    assert leader.post(f"/petitions/{wish.id}", data=form | {"answer": ""}).status_code == 422
    assert leader.post(f"/petitions/{wish.id}", data=form).status_code == 303
    assert leader.post(f"/petitions/{wish.id}", data=form).status_code == 303
    late = leader.post(f"/petitions/{wish.id}", data=form | {"answer": "Noget andet"})
    assert late.status_code == 409 and "Noget andet" in late.text
    assert form["answer"] in amira.get(ASKED).text
    assert "Lederen har svaret dig." in amira.get("/plan").text
    assert f"/contacts/{stage.cast.bo}?citizen={stage.cast.id}" in leader.get(f"/petitions/{wish.id}").text


def test_no_browser_keeps_it(stage: Stage) -> None:
    amira, leader = stage.browser("amira"), stage.browser("leader")
    amira.post(ASKED, data={"words": WISH})
    (wish,) = handover.petitions(stage.leader)
    for browser, address in ((amira, ASKED), (leader, "/petitions"), (leader, f"/petitions/{wish.id}")):
        assert browser.get(address).headers["Cache-Control"] == "no-store"


def test_a_leader_who_works_with_the_plan_is_no_reader(stage: Stage) -> None:
    with db.writing() as session:
        session.add(access.Membership(plan_id=stage.cast.id, person_id=stage.leader, relation="team", name="Lis"))
    text = stage.browser("amira").get(ASKED).text
    assert '<form method="post" action="/plan/another-person"' not in text and "ingen leder" in text
    assert stage.browser("amira").post(ASKED, data={"words": WISH}).status_code == 422
