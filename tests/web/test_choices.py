"""Where the citizen chooses, on the web: equal cards, “not yet”, “something else”, and how a choice is put there."""

import re
from typing import Any

import pytest
from cast import Plan
from props import entries, everything, hide, nothing_written, way
from web.browser import Browser

from minplan import access, dialogue, journey, rights

TITLES = ("Svøm i varmt vand", "Gå med i en vandregruppe")


def form(amira: Plan, **changed: str) -> dict[str, str]:
    told = {"question": "Hvad passer dig bedst?", "milestone": str(amira.milestone), "takes_1": "En time om ugen"}
    for number, title in enumerate(TITLES, 1):
        told |= {f"title_{number}": title, f"why_{number}": "Så bliver du stærk"}
    return told | changed


def offered(bo: Browser, amira: Plan, **changed: str) -> str:
    """A choice; the address of its page."""
    answer = bo.post(f"/plans/{amira.id}/choices", data=form(amira, **changed))
    assert answer.status_code == 303, answer.text
    return answer.location


def found(amira: Plan) -> rights.ChoiceView:
    with access.view(amira.citizen) as view:
        return rights.choices(view)[0]


def take(citizen: Browser, amira: Plan, here: str, number: int = 0, state: str = "open") -> Any:
    option = str(found(amira).options[number].id)
    return citizen.post(f"{here}/answer", data={"option": option, "seen_state": state})


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_every_page_is_whole_in_every_language(citizen: Browser, bo: Browser, amira: Plan, lang: str) -> None:
    plan = f"/plans/{amira.id}"
    assert citizen.get(f"{plan}/choices?lang={lang}").status_code == 200
    here = offered(bo, amira, question_phrase="choice.what_fits", question="", money_1_phrase="money.we_ask")
    pages = (here, f"{plan}/choices", f"{plan}/history")
    for somebody in (citizen, bo):
        somebody.get("/privacy")  # what was done is said once, in the language of that time
        assert all(somebody.get(f"{page}?lang={lang}").status_code == 200 for page in pages)
    assert bo.get(f"{plan}/choices/new?lang={lang}").status_code == 200
    take(citizen, amira, here)
    citizen.get("/privacy")
    assert all(somebody.get(f"{page}?lang={lang}").status_code == 200 for page in pages for somebody in (citizen, bo))
    second = offered(bo, amira)
    bo.post(f"{second}/withdrawal", data={"because": "Holdet er lukket", "seen_state": "open"})
    bo.get("/privacy")
    pages = (second, f"{plan}/choices", f"{plan}/history")
    assert all(somebody.get(f"{page}?lang={lang}").status_code == 200 for page in pages for somebody in (citizen, bo))


def test_no_option_stands_before_the_others(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira, money_2="Vi spørger Ydelse")
    page = citizen.get(here).text
    cards = re.findall(r'<li class="card option">.*?</li>', page, re.S)
    assert len(cards) == 2 and page.count("Vælg det her") == 2 and "checked" not in page
    assert all(title in card for title, card in zip(TITLES, cards, strict=True))
    assert "Her vælger du" in page and "Det, du ikke vælger nu, kan du vælge senere." in page
    assert "En time om ugen" in cards[0] and "Spørg, før du vælger" in cards[0] and "Vi spørger Ydelse" in cards[1]
    said = f'{TITLES[0]}. Så bliver du stærk. Det kræver: En time om ugen. Dine penge: Det står her ikke.'
    assert f'data-text="{said} Spørg, før du vælger."' in page and "aloud-" in page


def test_what_is_taken_lies_on_the_way_and_the_rest_waits(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    answer = take(citizen, amira, here, 1)
    assert answer.status_code == 303
    page = citizen.get(answer.location).text
    assert "Det ligger nu på din vej." in page and "Det kunne jeg vælge senere" in page
    step = found(amira).of("chosen")[0].step_id
    assert f"/steps/{step}" in page and TITLES[1] in citizen.get(f"/plans/{amira.id}/steps/{step}").text
    listed = citizen.get(f"/plans/{amira.id}/choices").text
    assert listed.index("Det kunne jeg vælge senere") < listed.index(TITLES[0]) < listed.index("Det har jeg valgt")
    assert take(citizen, amira, here, 0, "chosen").status_code == 303
    assert len(found(amira).of("chosen")) == 2 and len(way(amira).ahead) == 3


def test_not_yet_is_an_answer_that_changes_nothing(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    with nothing_written(amira):
        answer = citizen.post(f"{here}/answer", data={"not_yet": "1"})
    assert answer.location == "/plan" and "Valget venter på dig." in citizen.get("/plan").text


def test_something_else_is_an_idea_with_a_day_for_the_answer(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    answer = citizen.post(f"{here}/idea", data={"text": "Noget med heste"})
    assert "Du får svar senest" in citizen.get(answer.location).text
    with access.view(amira.bo, amira.id) as view:
        (thread,) = dialogue.open_threads(view)
    assert (thread.topic, thread.last.words and thread.last.words.text) == ("idea", "Noget med heste")
    assert str(thread.id) in bo.get(here).text and found(amira).state == "open"
    empty = citizen.post(f"{here}/idea", data={"text": " "})
    assert empty.status_code == 422 and "Skriv eller vælg noget her." in empty.text
    numbered = citizen.post(f"{here}/idea", data={"text": "Mit nummer er 010190-1234 og heste"})
    assert numbered.status_code == 422 and "heste" in numbered.text and "010190-1234" not in numbered.text


def test_an_old_window_is_told_how_it_stands_and_changes_nothing(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    take(citizen, amira, here, 0)
    with nothing_written(amira):
        late = take(citizen, amira, here, 1)
        back = bo.post(f"{here}/withdrawal", data={"because": "Holdet er lukket", "seen_state": "open"})
    assert late.status_code == back.status_code == 409
    assert "Valget har ændret sig imens" in late.text and "Vælg også det her" in late.text
    assert "Valget har ændret sig imens" in back.text


def test_taken_back_the_citizen_reads_why_and_is_not_to_blame(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    assert bo.post(f"{here}/withdrawal", data={"because": "", "seen_state": "open"}).status_code == 422
    assert bo.post(f"{here}/withdrawal", data={"because": "Holdet er lukket", "seen_state": "open"}).status_code == 303
    page = citizen.get(here).text
    assert "Holdet er lukket" in page and "ikke gjort noget forkert" in page and "Vælg det her" not in page
    assert take(citizen, amira, here).status_code == 409


@pytest.mark.parametrize(
    ("changed", "field", "told"),
    [
        ({"question": ""}, "question", "Skriv eller vælg noget her."),
        ({"title_2": "", "why_2": "Så bliver du glad"}, "title_2", "Mulighed 2"),
        ({"why_1": ""}, "why_1", "Mulighed 1"),
        ({"title_2": TITLES[0]}, "title_2", "To muligheder siger det samme."),
        ({"title_3": "En tredje ting"}, "why_3", "Mulighed 3"),
        ({"money_4": "Det samme"}, "title_4", "Mulighed 4"),
        ({"title_1": "x" * 10_000}, "title_1", "Det er lidt for langt."),
        ({"why_2": "nul \0 nul"}, "why_2", "Der er et tegn"),
        ({"takes_1": "Mit nummer er 010190-1234"}, "takes_1", "Det ligner et CPR-nummer."),
        ({"question": "", "question_phrase": "why.be_with_people"}, "question_phrase", "Vælg en af mulighederne."),
        ({"milestone": ""}, "milestone", "Skriv eller vælg noget her."),
        ({"milestone": "nonsense"}, "milestone", "Vælg en af mulighederne."),
        ({"lang": "?"}, "lang", "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_used_is_said_by_field_and_no_word_is_lost(
    bo: Browser, amira: Plan, changed: dict[str, str], field: str, told: str
) -> None:
    with nothing_written(amira):
        answer = bo.post(f"/plans/{amira.id}/choices", data=form(amira, **changed))
    assert answer.status_code == 422 and told in answer.text
    assert f'href="#new-{field}"' in answer.text and f'id="new-{field}"' in answer.text
    kept = [value for name, value in form(amira, **changed).items() if name != field and value and name != "milestone"]
    assert all(value in answer.text for value in kept if "010190" not in value)


def test_what_is_like_something_that_was_tried_asks_what_is_new(citizen: Browser, bo: Browser, amira: Plan) -> None:
    new = {"title": {"text": "Praktik i bageriet", "lang": "da"}, "milestone": amira.milestone, "tracks": ["health"]}
    step = journey.add_step(amira.citizen, amira.id, journey.NewStep.model_validate(new)).subject_id
    assert step
    journey.complete(amira.citizen, amira.id, step, "later")
    again = form(amira, title_2="Praktik på lageret")
    asked = bo.post(f"/plans/{amira.id}/choices", data=again)
    assert asked.status_code == 422 and 'href="#new-new_2"' in asked.text and 'id="new-new_2"' in asked.text
    here = bo.post(f"/plans/{amira.id}/choices", data=again | {"new_2": "Kun om dagen"}).location
    assert "Kun om dagen" in citizen.get(here).text


def test_what_is_not_there_is_not_there_and_nobody_else_chooses(
    citizen: Browser, bo: Browser, amira: Plan, browser: Any
) -> None:
    here = offered(bo, amira)
    nothing = f"/plans/{amira.id}/choices/00000000-0000-4000-8000-000000000000"
    before = everything()
    option = {"option": str(found(amira).options[0].id), "seen_state": "open"}
    assert citizen.get(nothing).status_code == citizen.post(f"{nothing}/answer", data=option).status_code == 404
    assert citizen.post(f"{nothing}/idea", data={"text": "Heste"}).status_code == 404
    assert bo.post(f"{nothing}/withdrawal", data={"because": "Nej", "seen_state": "open"}).status_code == 404
    assert citizen.post(f"{here}/answer", data=option | {"option": str(amira.step)}).status_code == 404
    assert citizen.post(f"{here}/answer", data=option | {"option": "nonsense"}).status_code == 422
    assert citizen.post(f"{here}/answer", data={"option": option["option"]}).status_code == 422
    assert bo.post(f"{here}/answer", data=option).status_code == 403
    assert citizen.post(f"/plans/{amira.id}/choices", data=form(amira)).status_code == 404
    for stranger in (amira.dorte, amira.camilla):
        assert browser(access.person(stranger)).get(here).status_code == 404
    assert everything() == before


def test_a_hidden_track_hides_the_choice_and_its_news(bo: Browser, citizen: Browser, amira: Plan) -> None:
    here = offered(bo, amira)
    take(citizen, amira, here)
    hide(amira, amira.bo, "health")
    assert bo.get(here).status_code == 404
    for page in (f"/plans/{amira.id}", f"/plans/{amira.id}/choices", f"/plans/{amira.id}/history"):
        text = bo.get(page).text
        assert here not in text and TITLES[0] not in text, page


def test_the_citizen_meets_the_news_with_a_way_there_and_reads_who_looked(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    here = offered(bo, amira)
    assert f'href="{here}"' in citizen.get("/plan").text
    take(citizen, amira, here)
    assert "Amira har valgt" in bo.get(f"/plans/{amira.id}/history").text
    assert [each.verb for each in entries(amira)[:2]] == ["choose", "offer_choice"]
    assert "et sted, hvor du vælger" in citizen.get("/plan/openings").text


def test_the_way_says_so_as_long_as_there_is_something_to_choose(citizen: Browser, bo: Browser, amira: Plan) -> None:
    there = f'href="/plans/{amira.id}/choices"'
    assert there not in citizen.get("/plan").text
    here = offered(bo, amira)
    citizen.post(f"/plans/{amira.id}/seen", data={"until": "2026-11-16T23:59:00+01:00"})
    before = citizen.get("/plan")
    assert there in before.text and "Her vælger du" in before.text and here not in before.text
    take(citizen, amira, here)
    citizen.get(here)
    after = citizen.get("/plan", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200 and there not in after.text


def test_what_was_chosen_says_so_where_it_lies_and_what_waits_stands_at_its_landmark(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    here, goal = offered(bo, amira), f"/plans/{amira.id}/goals/{way(amira).goals[0].id}"
    assert f'href="{here}"' in citizen.get(goal).text and f'href="{here}"' in bo.get(goal).text
    take(citizen, amira, here)
    step = f"/plans/{amira.id}/steps/{found(amira).of('chosen')[0].step_id}"
    assert "Her har du selv valgt." in citizen.get(step).text and "Her har Amira valgt." in bo.get(step).text
    assert "valgt. Se hele valget" not in citizen.get(f"/plans/{amira.id}/steps/{amira.step}").text
    later = citizen.get(goal).text
    assert f'href="{here}"' in later and "Det kunne jeg vælge senere" in later and "Her vælger du" not in later
    take(citizen, amira, here, 1, "chosen")
    assert f'href="{here}"' not in citizen.get(goal).text


def test_whoever_cannot_read_the_words_of_a_choice_asks_in_one_tap(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    address = offered(bo, amira)
    assert "Jeg forstår ikke ordene" not in citizen.get(address).text
    assert "لا أفهم الكلمات" in citizen.get(f"{address}?lang=ar").text
