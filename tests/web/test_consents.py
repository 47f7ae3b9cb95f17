"""Saying yes, saying no and taking it back: each is one calm page, and only the citizen's."""

import re

import pytest
from consenting import HEALTH, add_win, give, works_in
from rooms.test_supporters import stands_by
from sqlalchemy import update
from web.browser import Browser
from web.stage import Stage, stage

from minplan import access, clock, content, db, journey, sharing
from minplan.access import Consent
from minplan.routes.visitor import come_in

__all__ = ["stage"]
HERE = "/plan/consents"


def form(client: Browser, address: str) -> tuple[str, dict[str, str]]:
    """Where the form of a page goes, and what it brings by itself."""
    page = client.get(address).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    action = re.search(r'action="(/plans/[^"]+/consents)"', page)
    assert action
    return action[1], hidden


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
@pytest.mark.parametrize("item", content.consent_items())
def test_every_item_can_be_read_answered_and_taken_back(stage: Stage, item: str, lang: str) -> None:
    amira = stage.browser("amira")
    amira.set_cookie("lang", lang)
    action, hidden = form(amira, f"{HERE}/{item}")
    answer = amira.post(action, data=hidden | {"answer": "yes"}, follow_redirects=True)
    assert sharing.offer(item, lang).lines[0][1] in answer.text
    assert f'lang="{lang}"' in answer.text
    back = re.search(r'action="([^"]+/withdrawal)"', answer.text)
    assert back
    assert amira.post(back[1], follow_redirects=True).status_code == 200
    assert "/withdrawal" not in amira.get(HERE).text


def test_no_is_answered_as_calmly_as_yes_and_kept_nowhere(stage: Stage) -> None:
    amira = stage.browser("amira")
    action, hidden = form(amira, f"{HERE}/{HEALTH}")
    answer = amira.post(action, data=hidden | {"answer": "no"}, follow_redirects=True)
    assert "Det er helt i orden. Vi gemmer ikke dit nej." in answer.text
    assert "Du har ikke sagt ja til noget. Det er helt i orden." in answer.text
    assert f"{HERE}/{HEALTH}" in answer.text


def test_both_answers_look_alike_and_none_is_chosen(stage: Stage) -> None:
    page = stage.browser("amira").get(f"{HERE}/{HEALTH}").text
    yes, no = re.findall(r'<button class="([^"]+)" name="answer"', page)
    assert yes == no and "checked" not in page


def test_words_that_changed_are_read_again_before_an_answer(stage: Stage) -> None:
    amira = stage.browser("amira")
    action, hidden = form(amira, f"{HERE}/{HEALTH}")
    answer = amira.post(action, data=hidden | {"answer": "yes", "lang": "en"})
    assert answer.status_code == 409 and "Ordene er ændret, siden du læste dem." in answer.text
    assert "/withdrawal" not in amira.get(HERE).text


def test_what_is_shared_stands_on_one_page_with_who_heard_of_it(stage: Stage) -> None:
    plan = stage.cast
    works_in(plan, plan.tove, "Sundhedscentret")
    give(plan)
    amira = stage.browser("amira")
    page = amira.get(HERE).text
    assert "Sundhedscentret må følge dit helbred" in page and "Har ikke fået besked endnu." in page
    add_win(plan, plan.citizen, plan.step)
    assert "Fik sidst besked mandag den 16. november kl. 09.00." in amira.get(HERE).text


def test_a_yes_whose_time_is_over_stands_among_the_others(stage: Stage) -> None:
    consent = give(stage.cast)
    with db.writing() as session:
        session.execute(update(Consent).values(until=clock.today().replace(day=1)))
    amira = stage.browser("amira")
    page = amira.get(HERE).text
    assert "Det gælder ikke mere" in page and f"{HERE}/receipts/{consent}" in page and "/withdrawal" not in page
    assert "Tiden er gået." in amira.get(f"{HERE}/receipts/{consent}").text


def test_whoever_comes_in_today_meets_nothing_that_ended_yesterday(stage: Stage) -> None:
    plan = stage.cast
    works_in(plan, plan.tove, "Sundhedscentret")
    give(plan)
    with db.writing() as session:
        session.execute(update(Consent).values(until=clock.today().replace(day=1)))
    with stage.app.test_request_context():
        come_in(plan.tove)
    with access.view(plan.tove, plan.id) as view:
        assert "health" in view.viewer.hidden


def test_an_item_that_runs_leads_to_its_receipt(stage: Stage) -> None:
    consent = give(stage.cast)
    assert stage.browser("amira").get(f"{HERE}/{HEALTH}").headers["Location"] == f"{HERE}/receipts/{consent}"


def test_the_history_tells_the_citizen_and_nobody_else(stage: Stage) -> None:
    consent = give(stage.cast)
    sharing.withdraw_consent(stage.cast.citizen, stage.cast.id, consent)
    mine, theirs = (stage.browser(name).get(f"{stage.address}/history").text for name in ("amira", "bo"))
    assert "Du har sagt ja: " in mine and "Du har taget dit ja tilbage: " in mine
    assert "Du har sagt ja" not in theirs and "taget dit ja" not in theirs


def test_colleagues_read_with_whom_they_may_talk_about_what(stage: Stage) -> None:
    give(stage.cast)
    give(stage.cast, "fetching.from_doctor")
    give(stage.cast, "joint_plan.one_plan")
    bo, tove = (stage.browser(name).get(f"{stage.address}/consents").text for name in ("bo", "tove"))
    assert "om Helbred til og med" in bo and "Du må spørge Lægehuset om Lægens vurdering" in bo
    assert "om Helbred til og med" in tove and "Du må spørge" not in tove


@pytest.mark.parametrize("name", ["dorte", "bo", "tove", "camilla"])
def test_nobody_else_answers_for_the_citizen(stage: Stage, name: str) -> None:
    consent, mark = give(stage.cast), sharing.offer("sharing.family_family", "da").mark
    client = stage.browser(name)
    asked = {"item": "sharing.family_family", "answer": "yes", "lang": "da", "seen_consent": mark}
    assert client.post(f"{stage.address}/consents", data=asked).status_code in (403, 404)
    assert client.post(f"{stage.address}/consents/{consent}/withdrawal").status_code in (403, 404)
    assert client.get(f"{HERE}/receipts/{consent}").status_code in (403, 404)


def test_a_receipt_opens_in_its_own_plan_alone(stage: Stage) -> None:
    consent, dorte = give(stage.cast), stage.browser("dorte")
    assert dorte.get(f"{HERE}/receipts/{consent}").status_code == 404
    assert dorte.post(f"/plans/{stage.dorte['plan']}/consents/{consent}/withdrawal").status_code == 404


@pytest.mark.parametrize("address", [f"{HERE}/sharing.nothing", f"{HERE}/receipts/7"])
def test_what_is_not_offered_is_not_there(stage: Stage, address: str) -> None:
    assert stage.browser("amira").get(address).status_code == 404


def test_every_kind_of_paper_says_how_it_travels(stage: Stage) -> None:
    page = stage.browser("amira").get("/plan/papers").text
    assert all(paper.name in page and paper.text in page for paper in content.papers().values())
    assert page.count('class="paper"') == len(content.papers())


def test_a_yes_that_can_touch_money_is_not_said_to_be_as_good_as_a_no(stage: Stage) -> None:
    amira = stage.browser("amira")
    page = amira.get(f"{HERE}/fetching.from_doctor").text
    assert "Begge svar er lige gode" not in page and "Du må gerne vente og spørge først." in page
    assert f'<a href="{stage.address}/calls/new?topic=question">Spørg Bo</a>' in page
    assert "Begge svar er lige gode" in amira.get(f"{HERE}/{HEALTH}").text


def test_it_says_who_is_meant_before_a_yes(stage: Stage) -> None:
    amira = stage.browser("amira")
    nobody = amira.get(f"{HERE}/{HEALTH}").text
    assert "Lige nu er der ingen fra Sundhedscentret på din plan." in nobody and "gælder dit ja også for dem" in nobody
    assert "Vis flere" not in amira.get(HERE).text
    works_in(stage.cast, stage.cast.tove, "Sundhedscentret")
    assert "<b>Lige nu:</b> <bdi>Tove</bdi>" in amira.get(f"{HERE}/{HEALTH}").text
    first, more = amira.get(HERE).text.split("<summary>Vis flere</summary>")
    assert f"{HERE}/{HEALTH}" in first and f"{HERE}/sharing.family_family" in more


def test_what_was_taken_back_can_be_said_yes_to_again(stage: Stage) -> None:
    consent, amira = give(stage.cast), stage.browser("amira")
    answer = amira.post(f"{stage.address}/consents/{consent}/withdrawal", follow_redirects=True).text
    assert "Dit ja er taget tilbage. Det gælder fra nu." in answer
    assert f'<a href="{HERE}/{HEALTH}">Vil du sige ja igen?</a>' in answer
    assert amira.get(f"{HERE}/{HEALTH}").status_code == 200
    history = amira.get(f"{stage.address}/history").text
    assert "Gjaldt til og med" in history and "Ventes" not in history


def test_everybody_who_can_see_something_stands_on_one_page(stage: Stage) -> None:
    cast = stage.cast
    journey.hide_tracks(cast.citizen, cast.id, cast.tove, {"health", "economy"})
    stands_by(cast, cast.dorte, name="Min søster", shares={"next"}, shown={"work"})
    page = stage.browser("amira").get(HERE).text
    seeing = page.partition('id="seeing"')[2].partition("</section>")[0]
    said = " ".join(re.sub(r"<[^>]+>", " ", seeing).split())
    assert "Bo Ser alle spor." in said and "Tove Ser ikke: Økonomi &amp; bolig, Helbred" in said
    assert re.search(r"Min søster , Bisidder Næste skridt, .* Spor: Arbejde &amp; læring Til og med", said)
    assert re.findall(r'href="([^"]+)"', seeing) == [f"/plans/{cast.id}/sharing", "/plan/supporters"]
    assert "<form" not in seeing
