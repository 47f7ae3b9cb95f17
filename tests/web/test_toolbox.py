"""The toolbox on the web: open to all in the same words, answered by the citizen, and a choice made of the answers."""

import re
from collections.abc import Callable

import pytest
from cast import Plan
from props import nothing_written
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, content

THERE = "/toolbox"


def lean(citizen: Browser, amira: Plan, offer: str, answer: str) -> str:
    card = citizen.get(THERE).text.partition(f'id="answer-{offer}"')[2]
    (seen,) = re.findall(r'name="seen_answer" value="(\w*)"', card.partition("</form>")[0])
    sent = citizen.post(f"/plans/{amira.id}/offers/{offer}", data={"answer": answer, "seen_answer": seen})
    assert sent.status_code == 303
    return sent.location


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_everybody_reads_the_same_catalogue_whole_in_every_language(
    nobody: Browser, citizen: Browser, bo: Browser, amira: Plan, lang: str
) -> None:
    lean(citizen, amira, "animals", "gladly")
    citizen.get("/privacy")
    pages = [each.get(f"{THERE}?lang={lang}") for each in (nobody, citizen, bo)]
    assert all(page.status_code == 200 for page in pages)
    told = [re.findall(r'<h2 id="name-.*?</dl>', page.text, re.S) for page in pages]
    assert told[0] == told[1] == told[2] and len(told[0]) >= 12
    assert bo.get(f"/plans/{amira.id}/offers?lang={lang}").status_code == 200


def test_what_is_not_promised_is_never_read_aloud_as_if_it_were(nobody: Browser, amira: Plan) -> None:
    assert amira
    for lang, name in (("da", "Det lover ikke"), ("en", "It does not promise"), ("ar", "لا")):
        read = re.findall(r'data-aloud="(\w+)" data-text="([^"]*)"', nobody.get(f"{THERE}?lang={lang}").text)
        assert len(read) >= 12 and all(spoken == lang and name in said for spoken, said in read)


def test_whoever_has_no_plan_yet_reads_what_everybody_reads(
    browser: Callable[..., Browser], newcomer: Callable[..., access.PersonView], nobody: Browser
) -> None:
    page = browser(newcomer("citizen")).get(THERE)
    assert page.status_code == 200 and "Dyr på gården" in page.text and "Vil gerne" not in page.text
    assert "Log ind og sig, hvad du tænker" in nobody.get(THERE).text


def test_what_was_answered_is_marked_and_gladly_leads_to_a_question(citizen: Browser, amira: Plan) -> None:
    assert "Spørg om det" not in citizen.get(THERE).text
    assert lean(citizen, amira, "animals", "gladly") == f"{THERE}#answer-animals"
    page = citizen.get(THERE).text
    card = page[page.index('id="animals"') : page.index('id="danish-coffee"')]
    assert "Dit svar:" in card and page.count("Dit svar:") == 1
    assert re.findall(r'value="(\w+)" aria-pressed="true"', page) == ["gladly"] and "Spørg om det" in card
    asked = citizen.post(f"/plans/{amira.id}/offers/animals/question")
    thread = citizen.get(asked.location).text
    assert "Jeg vil gerne høre mere om: Dyr på gården" in thread and "Du får svar senest" in thread
    lean(citizen, amira, "animals", "not_me")
    assert "Spørg om det" not in citizen.get(THERE).text


def test_an_old_window_shows_the_answer_that_stands_by_now(citizen: Browser, amira: Plan) -> None:
    lean(citizen, amira, "animals", "gladly")
    with nothing_written(amira):
        late = citizen.post(f"/plans/{amira.id}/offers/animals", data={"answer": "not_me", "seen_answer": ""})
    assert late.status_code == 409 and late.text.count("Dit svar er ændret imens.") == 1
    assert re.findall(r'value="(\w+)" aria-pressed="true"', late.text) == ["gladly"]


def test_a_wish_of_ones_own_gets_a_day_for_the_answer(citizen: Browser, amira: Plan) -> None:
    form = re.search(r'<form[^>]*action="(/plans/[^"]*/calls)".*?</form>', citizen.get(THERE).text, re.S)
    assert form and 'name="topic" value="idea"' in form[0]
    sent = citizen.post(form[1], data={"topic": "idea", "text": "Et bageri"})
    assert "Et bageri" in citizen.get(sent.location).text


def test_those_who_work_with_the_plan_make_a_choice_of_the_answers(citizen: Browser, bo: Browser, amira: Plan) -> None:
    there = f"/plans/{amira.id}/offers"
    assert "har ikke svaret på noget endnu" in bo.get(there).text
    for offer, answer in (("animals", "gladly"), ("choir", "maybe"), ("shop", "not_me")):
        lean(citizen, amira, offer, answer)
    page = bo.get(there).text
    assert page.index("Dyr på gården") < page.index("Kor for alle stemmer") < page.index("Prøv timer i en butik")
    assert re.findall(r'name="offer" value="([^"]+)"', page) == ["animals", "choir"]
    form = bo.get(f"/plans/{amira.id}/choices/new?offer=animals&offer=choir&offer=volcanoes").text
    for number, text in ((1, "Dyr på gården"), (2, "Kor for alle stemmer")):
        assert re.search(rf'name="title_{number}"[^>]*>{text}<', form)
    assert "det, du har vist" not in citizen.get("/plan/openings").text
    assert "et sted, hvor du vælger" in citizen.get("/plan/openings").text


def test_what_is_not_there_and_who_it_is_not_for(
    citizen: Browser, bo: Browser, amira: Plan, browser: Callable[..., Browser]
) -> None:
    there = f"/plans/{amira.id}/offers"
    dorte = browser(access.person(amira.dorte))
    with nothing_written(amira):
        assert citizen.post(f"{there}/volcanoes", data={"answer": "gladly", "seen_answer": ""}).status_code == 404
        assert citizen.post(f"{there}/volcanoes/question").status_code == 404
        assert citizen.post(f"{there}/animals", data={"answer": "perhaps", "seen_answer": ""}).status_code == 422
        assert citizen.post(f"{there}/animals", data={"answer": "\0", "seen_answer": ""}).status_code == 422
        assert citizen.post(f"{there}/animals").status_code == 422
        assert bo.post(f"{there}/animals", data={"answer": "gladly", "seen_answer": ""}).status_code == 403
        assert dorte.post(f"{there}/animals", data={"answer": "gladly", "seen_answer": ""}).status_code == 404
        assert citizen.get(there).status_code == dorte.get(there).status_code == 404
        open_sentence = {"topic": "idea", "phrase": "say.about_offer"}
        assert citizen.post(f"/plans/{amira.id}/calls", data=open_sentence).status_code == 422
    assert "say.about_offer" not in citizen.get(f"/plans/{amira.id}/calls/new?topic=idea").text


def test_each_interest_is_found_by_its_picture_in_the_page_itself(nobody: Browser) -> None:
    page = nobody.get(THERE).text
    assert re.findall(r'name="interest" value="(\w*)"', page) == ["", *content.INTERESTS]
    assert "?" not in "".join(re.findall(r'href="(/toolbox[^"]*)"', page))
