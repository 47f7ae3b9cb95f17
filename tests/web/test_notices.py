"""What one has been told: in the app for everybody, read when the plan is opened, and by mail for whoever wants it."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from consenting import add_win, give, works_in
from web.stage import Stage, stage

from minplan import access, clock, config, db
from minplan.access import HOME, Person

__all__ = ["stage"]


def tell(stage: Stage, who: str, what: str = "news") -> None:
    with db.writing() as session:
        access.tell(session, HOME, stage.cast.id, [stage.person(who)], what, clock.now())


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(config.settings(), smtp_url="smtp://127.0.0.1:1", mail_from="minplan@example.dk")
    monkeypatch.setattr(config, "settings", lambda: found)


def address(person: UUID) -> str | None:
    with db.writing() as session:
        return session.get_one(Person, person).notice_email


def test_who_has_a_yes_is_told_and_opening_the_plan_reads_it(stage: Stage) -> None:
    plan, tove = stage.cast, stage.browser("tove")
    works_in(plan, plan.tove, "Sundhedscentret")
    assert "besked" not in tove.get("/citizens").text.partition("<main")[0]
    give(plan)
    add_win(plan, plan.citizen, plan.step)
    assert "1 ny besked" in tove.get("/citizens").text
    page = tove.get("/notices").text
    assert f'name="next" value="{stage.address}"' in page and ">Der er nyt i planen for Amira</button>" in page
    assert "Jeg har set den" in page and "ny besked" not in page, "the line above does not lead to where one is"
    assert "ny besked" not in tove.get(stage.address).text
    assert "Jeg har set den" not in tove.get("/notices").text


def test_a_notice_can_be_put_aside_and_only_by_its_reader(stage: Stage) -> None:
    tell(stage, "bo")
    bo = stage.browser("bo")
    action = re.search(r'action="(/notices/[^"]+/reading)"', bo.get("/notices").text)
    assert action
    stage.browser("tove").post(action[1])
    assert "1 ny besked" in bo.get("/citizens").text
    for _ in range(2):
        assert bo.post(action[1]).location == "/notices"
        assert "ny besked" not in bo.get("/citizens").text


def test_a_page_that_is_known_is_not_taken_for_the_same_when_there_is_something_unread(stage: Stage) -> None:
    amira = stage.browser("amira")
    tag = {"If-None-Match": amira.get("/plan").headers["ETag"]}
    assert amira.get("/plan", headers=tag).status_code == 304
    tell(stage, "amira", "emergency")
    page = amira.get("/plan", headers=tag)
    assert page.status_code == 200 and "1 ny besked" in page.text


@pytest.mark.parametrize("what", access.WHATS)
@pytest.mark.parametrize(("who", "lang"), [("amira", "da"), ("bo", "en"), ("leader", "ar"), ("camilla", "xx")])
def test_every_notice_is_one_sentence_that_leads_somewhere(stage: Stage, what: str, who: str, lang: str) -> None:
    tell(stage, who, what)
    client = stage.browser(who)
    client.set_cookie("lang", lang)
    page = client.get("/notices").text
    form = r'action="(/notices/[^"]+)"><input type="hidden" name="next" value="(/[^"]*)">'
    ((action, to),) = re.findall(form, page)[:1]
    assert client.post(action, data={"next": to}).location == to
    assert "/reading" not in client.get("/notices").text, "who has followed it has read it"
    assert client.get(to).status_code == 200


def test_a_notice_leads_to_nobody_elses_house(stage: Stage) -> None:
    tell(stage, "bo")
    bo = stage.browser("bo")
    action = re.search(r'action="(/notices/[^"]+/reading)"', bo.get("/notices").text)
    assert action
    assert bo.post(action[1], data={"next": "//example.dk/plan"}).location == "/notices"


def test_without_mail_set_up_nobody_is_asked_about_it(stage: Stage) -> None:
    assert "mail" not in stage.browser("amira").get("/notices").text.partition("<main")[2].lower()


@pytest.mark.usefixtures("mail")
def test_mail_goes_where_somebody_says_and_nowhere_when_they_say_so(stage: Stage) -> None:
    amira = stage.browser("amira")
    said = amira.post("/notices/mail", data={"wanted": "yes", "address": "a@example.dk"}, follow_redirects=True).text
    assert "Det er gemt. Vi skriver kun, at der er nyt." in said and 'value="a@example.dk"' in said
    assert address(stage.cast.citizen) == "a@example.dk"
    assert "Du får ingen mails." in amira.post("/notices/mail", data={"wanted": "no"}, follow_redirects=True).text
    assert address(stage.cast.citizen) == ""


@pytest.mark.usefixtures("mail")
@pytest.mark.parametrize("wrong", ["", "nobody", "a@b", "a@b.dk\nBcc: c@d.dk", "a b@example.dk", "<a@example.dk>"])
def test_an_address_that_is_none_is_asked_for_again(stage: Stage, wrong: str) -> None:
    answer = stage.browser("amira").post("/notices/mail", data={"wanted": "yes", "address": wrong})
    assert answer.status_code == 422 and "error-summary" in answer.text
    assert address(stage.cast.citizen) is None
