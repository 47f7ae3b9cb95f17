"""What a step means, on its own page: one tap says whether it makes sense, and staff say what it may lead to."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from cast import Plan, said
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, journey, rights

WORDS = {"gives": "Et sted at øve dansk", "promises_not": "Et job bagefter", "afterwards": "Vi taler om det"}
ASKS = "Giver det mening for dig?"


@pytest.fixture
def tove(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> Browser:
    return browser(access.person(amira.tove))


def step(amira: Plan) -> str:
    return f"/plans/{amira.id}/steps/{amira.step}"


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_four_equal_answers_and_who_decides(citizen: Browser, amira: Plan, lang: str) -> None:
    page = citizen.get(f"{step(amira)}?lang={lang}").text
    assert page.count('class="button secondary" name="answer"') == 4
    assert 'id="deciding"' in page and 'name="topic" value="money"' in page


def test_a_no_leads_to_a_promised_day_and_stands_on_the_desk_as_a_question(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    told = citizen.post(f"{step(amira)}/sense", data={"answer": "no"}, follow_redirects=True).text
    assert "Vi forklarer det. Du får svar senest onsdag den 18. november" in told
    assert "Dit svar: <b>Nej</b>" in " ".join(told.split()) and "Dit spørgsmål til os" in told
    page = bo.get(step(amira)).text
    assert "ikke et nej til skridtet" in page and "Det giver ikke mening for mig" in page
    assert "Det giver ikke mening for mig" in bo.get(f"/plans/{amira.id}").text
    assert "nej tak" not in citizen.get(f"/plans/{amira.id}/history").text


def test_the_answer_leads_back_to_where_it_was_given(citizen: Browser, amira: Plan) -> None:
    answer = citizen.post(f"{step(amira)}/sense", data={"answer": "yes"})
    assert answer.status_code == 303 and urlsplit(answer.location).fragment == "sense"


@pytest.mark.parametrize("answer", ["", "perhaps", "\0", "x" * 10_000])
def test_another_answer_than_those_is_put_right(citizen: Browser, amira: Plan, answer: str) -> None:
    found = citizen.post(f"{step(amira)}/sense", data={"answer": answer})
    assert found.status_code == 422 and 'href="#sense-answer"' in found.text and ASKS in found.text


def test_what_it_may_lead_to_stands_below_why_for_both(citizen: Browser, bo: Browser, amira: Plan) -> None:
    bo.post(f"{step(amira)}/prospect", data=WORDS | {"seen_prospect": "", "money_asked": "yes"})
    page = " ".join(citizen.get(step(amira)).text.split())
    assert "Det kan give dig:" in page and all(words in page for words in WORDS.values())
    assert "Vi har spurgt Ydelse for dig mandag den 16. november" in page
    assert "Det kan give Amira:" in bo.get(step(amira)).text
    told = " ".join(citizen.get(f"/plans/{amira.id}/history").text.split())
    assert "Der er skrevet, hvad skridtet kan give." in told and WORDS["gives"] in told


def test_whoever_saves_over_a_colleague_reads_first_and_keeps_their_words(
    bo: Browser, tove: Browser, amira: Plan
) -> None:
    bo.post(f"{step(amira)}/prospect", data={"gives": "Ro", "seen_prospect": ""})
    late = tove.post(f"{step(amira)}/prospect", data={"gives": "Frisk luft", "seen_prospect": ""})
    assert late.status_code == 409 and "En anden har skrevet imens" in late.text
    assert ">Frisk luft</textarea>" in late.text and ">Ro</span>" in late.text


@pytest.mark.parametrize("bad", ["\0", "x" * 10_000, "Skriv til 010190-1234"])
def test_words_that_cannot_be_kept_are_put_right_by_field(bo: Browser, amira: Plan, bad: str) -> None:
    found = bo.post(f"{step(amira)}/prospect", data={"gives": "Ro", "money": bad, "seen_prospect": ""})
    assert found.status_code == 422 and 'id="prospect-money-error"' in found.text and ">Ro</textarea>" in found.text


def test_money_is_asked_about_in_one_tap(citizen: Browser, bo: Browser, amira: Plan) -> None:
    citizen.post(f"/plans/{amira.id}/calls", data={"topic": "money", "step": str(amira.step)})
    page = citizen.get(step(amira)).text
    assert "Spørgsmålet om penge" in page and 'href="/plans/' in page
    bo.post(f"{step(amira)}/prospect", data={"money": "Dine penge er de samme", "seen_prospect": ""})
    assert "Dine penge er de samme" in citizen.get(step(amira)).text


@pytest.fixture
def law(bo: Browser, amira: Plan) -> str:
    """The address of a step that the law asks for."""
    new = {"milestone": amira.milestone, "why": said("Så går det videre"), "kind": "law", "law": "LAB § 31"}
    added = journey.add_step(amira.bo, amira.id, journey.NewStep(title=said("Samtale"), tracks=["work"], **new))
    return f"/plans/{amira.id}/steps/{added.subject_id}"


DECISION = {"what": "Samtale hver uge", "called": "2026-11-13", "reached": "spoke", "decided": "2026-11-13"}
SEEN = {"seen_decision": ""}


def came(citizen: Browser, law: str, day: str = "2026-11-16") -> dict[str, str]:
    """The form about the letter as the citizen's page has it."""
    seen = re.search(r'name="seen_decision" value="([^"]+)"', citizen.get(law).text)
    assert seen
    return {"received": day, "seen_decision": seen[1]}


def test_a_letter_is_not_said_to_have_come_of_a_decision_that_nobody_read(
    citizen: Browser, bo: Browser, law: str
) -> None:
    bo.post(f"{law}/decision", data=DECISION | SEEN)
    form = came(citizen, law)
    bo.post(f"{law}/decision", data=DECISION | {"what": "Praktik", "seen_decision": form["seen_decision"]})
    late = citizen.post(f"{law}/decision/received", data=form)
    assert late.status_code == 409 and "Afgørelsen er ændret imens" in late.text and "Praktik" in late.text
    assert citizen.post(f"{law}/decision/received", data={"received": "2026-11-16"}).status_code == 422
    assert "klage til og med" not in citizen.get(law).text


def test_before_it_is_decided_somebody_is_heard_and_nothing_is_said_to_be_decided(
    citizen: Browser, bo: Browser, law: str
) -> None:
    assert f'href="{law}/disagreement"' in citizen.get(law).text
    bo.post(f"{law}/decision", data=DECISION | SEEN | {"decided": ""})
    page = citizen.get(law).text
    assert "Der bliver snart bestemt noget" in page and f'href="{law}/disagreement"' in page
    assert "bestemmer det med en afgørelse" not in page and "Du må klage over en afgørelse" not in page
    shown = page[page.index('id="rights-here"') :]
    assert all(right.id in shown for right in [each.right for each in rights.here("hearing")])


def test_an_agreement_is_not_made_a_decision_by_a_form(citizen: Browser, bo: Browser, amira: Plan) -> None:
    bo.post(f"/plans/{amira.id}/steps", data={"title": "Drik kaffe", "why": "Så møder du nogen", "kind": "agreed",
            "milestone": str(amira.milestone), "ball": "both"})  # fmt: skip
    with access.view(amira.citizen, amira.id) as view:
        (proposed,) = journey.way(view).suggestions
    there = f"/plans/{amira.id}/steps/{proposed.id}"
    assert f"{there}/decision" not in bo.get(there).text
    assert bo.post(f"{there}/decision", data=DECISION | SEEN | {"decided": ""}).status_code == 422
    assert "Før afgørelsen" not in citizen.get(there).text


def test_where_there_is_no_choice_it_says_so_and_why(citizen: Browser, law: str, amira: Plan) -> None:
    assert "ikke noget valg, fordi loven beder os om det" in citizen.get(law).text
    assert "ikke noget valg" not in citizen.get(step(amira)).text


def test_a_decision_says_when_somebody_called_and_until_when_one_can_complain(
    citizen: Browser, bo: Browser, law: str
) -> None:
    assert bo.post(f"{law}/decision", data=DECISION | SEEN).status_code == 303
    page = citizen.get(law).text
    assert "Ringet fredag den 13. november" in page and f'href="{law}/disagreement"' in page
    assert "klage til og med" not in page and "ikke noget valg, fordi kommunen bestemmer" in page
    assert "Kom det i Digital Post? Så er det dagen, det blev sendt." in page
    told = citizen.post(f"{law}/decision/received", data=came(citizen, law), follow_redirects=True).text
    assert "Du kan klage til og med mandag den 14. december" in told
    assert "Amira kan klage til og med mandag den 14. december" in bo.get(law).text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"called": ""}, "called"),
        ({"called": "2026-11-17"}, "called"),
        ({"called": "2026-02-30"}, "called"),
        ({"called": "2026-11-14"}, "called"),
        ({"decided": "2027-11-14"}, "decided"),
        ({"reached": ""}, "reached"),
        ({"reached": "a letter"}, "reached"),
        ({"what": ""}, "what"),
        ({"what": "x" * 10_000}, "what"),
        ({"what": "\0"}, "what"),
    ],
)
def test_without_the_call_nothing_is_written_and_the_words_are_kept(
    citizen: Browser, bo: Browser, law: str, wrong: dict[str, str], field: str
) -> None:
    found = bo.post(f"{law}/decision", data=DECISION | SEEN | wrong)
    assert found.status_code == 422 and f'href="#decision-{field}"' in found.text
    assert field == "what" or ">Samtale hver uge</textarea>" in found.text
    assert "Ringet" not in citizen.get(law).text


@pytest.mark.parametrize("day", ["", "2026-11-12", "2026-11-17", "2026-13-01", "x"])
def test_a_day_on_which_no_letter_can_have_come_is_put_right(
    citizen: Browser, bo: Browser, law: str, day: str
) -> None:
    bo.post(f"{law}/decision", data=DECISION | SEEN)
    found = citizen.post(f"{law}/decision/received", data=came(citizen, law, day))
    assert found.status_code == 422 and 'href="#received-received"' in found.text
