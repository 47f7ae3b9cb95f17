""" "I got a letter": its kind by a picture, what it means, a day where the law is certain, a call where it is not."""

from dataclasses import replace

import pytest
from cast import Plan
from web.browser import Browser

from minplan import clock, config, content

KINDS = list(content.letter_kinds())
MONDAY = "2026-11-16"


@pytest.fixture(autouse=True)
def _on_a_monday() -> None:
    clock.start(clock.parse(MONDAY))


def test_every_kind_is_chosen_by_its_picture_without_a_sign_in(nobody: Browser) -> None:
    page = nobody.get("/letters").text
    assert page.count('class="say-card"') == len(KINDS) + 1
    for kind in KINDS:
        assert f'href="/letters/{kind}"' in page


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is_and_what_can_be_done(nobody: Browser, kind: str, lang: str) -> None:
    page = nobody.get(f"/letters/{kind}?lang={lang}").text
    assert page.count("<li>") >= 3 and 'data-aloud="' in page
    assert ('name="day"' in page) == (content.letter_kinds()[kind].until is not None)


def test_a_day_is_told_where_the_law_is_certain_and_stands_in_no_address(nobody: Browser) -> None:
    answer = nobody.post("/letters/decision", data={"day": "2026-11-12"})
    assert answer.status_code == 200 and "Du kan klage til og med torsdag den 10. december." in answer.text
    assert "Det er dig, der skal klage." in answer.text and "2026-11-12" not in str(answer.headers)
    assert "Du har 4 uger fra den dag, du fik afgørelsen." in nobody.get("/letters/decision").text
    long_ago = nobody.post("/letters/decision", data={"day": "2026-06-01"}).text
    assert "Fristen for at klage var mandag den 29. juni." in long_ago and "Du kan stadig spørge." in long_ago


def test_no_day_is_told_before_somebody_answers_for_the_rule(nobody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(config.settings(), production=True)
    monkeypatch.setattr(config, "settings", lambda: found)
    page = nobody.get("/letters/decision").text
    assert 'name="day"' not in page and "Spørg kommunen, hvilken dag det er." in page
    assert "Du kan klage til og med" not in nobody.post("/letters/decision", data={"day": "2026-11-12"}).text


@pytest.mark.parametrize("kind", KINDS)
def test_the_day_is_the_one_on_which_the_law_says_that_it_came(nobody: Browser, kind: str) -> None:
    page, found = nobody.get(f"/letters/{kind}").text, content.letter_kinds()[kind]
    counted = found.until is not None
    assert ("Det er ikke dagen, du åbnede det." in page) == counted
    assert ("Dagen gælder kun for breve fra kommunen" in page and "Så klager du dér" in page) == counted
    assert ("Er det afgjort? Hvilken dag fik du brevet?" in page) == found.may_ask
    assert ("Spørger kommunen, hvad du mener?" in page) == found.may_ask == (kind in ("sanction", "repayment"))


@pytest.mark.parametrize("day", ["", "2026-02-30", "nonsense", "2026-11-17", "9999-01-01", "\0", "x" * 10_000])
def test_a_day_that_cannot_be_is_put_right_by_its_field(nobody: Browser, day: str) -> None:
    answer = nobody.post("/letters/decision", data={"day": day})
    assert answer.status_code == 422 and 'id="came-day-error"' in answer.text


def test_a_letter_of_no_kind_is_not_there(nobody: Browser) -> None:
    assert nobody.get("/letters/love").status_code == 404
    assert nobody.post("/letters/love", data={"day": MONDAY}).status_code == 404
    assert nobody.post("/letters/not-understood", data={"day": MONDAY}).status_code == 404


def test_whoever_does_not_understand_gets_a_call_with_a_day(nobody: Browser, citizen: Browser, amira: Plan) -> None:
    assert "Ring til kommunen." in nobody.get("/letters/not-understood").text
    page = citizen.get("/letters/not-understood").text
    assert "Du får svar senest onsdag den 18. november." in page
    answer = citizen.post(f"/plans/{amira.id}/calls", data={"topic": "letter"})
    assert "Jeg forstår ikke et brev." in citizen.get(answer.location).text


def test_a_letter_leads_to_where_it_is_answered(citizen: Browser, amira: Plan) -> None:
    assert f'href="/plans/{amira.id}/disagreement"' in citizen.get("/letters/decision").text
    assert f'href="/plans/{amira.id}/dispatches/new?kind=access"' in citizen.get("/letters/hearing").text


@pytest.mark.parametrize("sentence", [phrase.partition(".")[2] for phrase in content.phrases("ask")])
def test_a_ready_sentence_is_large_in_danish_and_has_its_door(
    nobody: Browser, citizen: Browser, amira: Plan, sentence: str
) -> None:
    danish = content.phrases("ask")[f"ask.{sentence}"].text
    page = nobody.get(f"/sentences/{sentence}?lang=ar").text
    assert f'<h1 lang="da" dir="ltr">{danish}</h1>' in page and 'data-aloud="ar"' in page and "/plans/" not in page
    mine = citizen.get(f"/sentences/{sentence}").text
    door = mine.split('class="button" href="')[1].split('"')[0].replace("&amp;", "&")
    assert door.startswith(f"/plans/{amira.id}/") and citizen.get(door).status_code == 200


def test_a_sentence_that_is_not_there_is_not_there(nobody: Browser) -> None:
    assert nobody.get("/sentences/praise").status_code == 404
    assert "Jeg klager over afgørelsen." in nobody.get("/sentences").text
