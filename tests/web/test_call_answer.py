"""The thread on the web: answered by a person, written on, a new day, thanks."""

import re
from collections.abc import Callable

import pytest
from cast import Plan, prepare, said
from flask import Flask
from web.browser import Browser

from minplan import access, clock, dialogue
from minplan.access import PersonView

Come = Callable[[PersonView], Browser]
READ = {"seen_number": "9"}  # everything that was said


@pytest.fixture
def plan(app: Flask) -> Plan:
    """Amira's plan, on a Monday morning."""
    return prepare()


@pytest.fixture
def address(plan: Plan) -> str:
    """The address of Amira's idea."""
    new = dialogue.NewCall(topic="idea", step=plan.step, text=said("هل يمكنني ركوب الدراجة؟", "ar"))
    return f"/plans/{plan.id}/calls/{dialogue.call(plan.citizen, plan.id, new).subject_id}"


@pytest.fixture
def amira(browser: Come, plan: Plan) -> Browser:
    """Amira's browser."""
    return _come(browser, plan.citizen)


@pytest.fixture
def bo(browser: Come, plan: Plan) -> Browser:
    """The browser of her contact."""
    return _come(browser, plan.bo)


def _come(browser: Come, person: object) -> Browser:
    found = access.person(person)  # type: ignore[arg-type]
    assert found
    return browser(found)


def test_the_contact_reads_her_own_words_and_answers(amira: Browser, bo: Browser, address: str) -> None:
    page = bo.get(address).text
    assert '<span lang="ar" dir="auto">هل يمكنني ركوب الدراجة؟</span>' in page
    assert "Svar senest onsdag den 18. november." in page
    answer = bo.post(f"{address}/answer", data={"answer": "yes_if", "text": "du har hjelm"} | READ)
    assert (answer.status_code, answer.location) == (303, address)
    assert "Svaret er sendt." in bo.get(address).text
    page = amira.get(address).text
    assert "Ja, hvis …" in page
    assert "du har hjelm" in page
    assert "Der er kommet svar." in page


def test_a_new_answer_stands_on_the_plan_itself(amira: Browser, bo: Browser, address: str) -> None:
    bo.post(f"{address}/answer", data={"answer": "yes", "text": "God idé."} | READ)
    assert "God idé." in amira.get("/plan").text


def test_an_answer_to_less_than_was_said_waits_until_the_rest_is_read(
    amira: Browser, bo: Browser, address: str
) -> None:
    (seen,) = re.findall(r'name="seen_number" value="(\d+)"', bo.get(address).text)
    amira.post(f"{address}/messages", data={"text": "Jeg har slet ingen cykel."})
    mine = {"answer": "yes_if", "text": "du cykler selv", "seen_number": seen}
    late = bo.post(f"{address}/answer", data=mine)
    assert late.status_code == 409 and "Der er skrevet mere imens." in late.text
    assert "Jeg har slet ingen cykel." in late.text and "du cykler selv</textarea>" in late.text
    assert re.search(r'value="yes_if" checked', late.text)
    assert "du cykler selv" not in amira.get(address).text and "Svar senest" in bo.get(address).text
    (now,) = re.findall(r'name="seen_number" value="(\d+)"', late.text)
    assert bo.post(f"{address}/answer", data=mine | {"seen_number": now}).status_code == 303
    assert "du cykler selv" in amira.get(address).text


def test_ones_own_words_meanwhile_are_no_news(bo: Browser, address: str) -> None:
    bo.post(f"{address}/promise", data={"day": "2026-11-20"})
    mine = {"answer": "yes", "text": "God idé.", "seen_number": "1"}
    assert bo.post(f"{address}/answer", data=mine).status_code == 303
    assert "Det har vi allerede fået." in bo.get(bo.post(f"{address}/answer", data=mine).location).text


@pytest.mark.parametrize("seen", [{}, {"seen_number": ""}, {"seen_number": "x"}, {"seen_number": "9" * 30}])
def test_an_answer_says_what_it_has_read(bo: Browser, address: str, seen: dict[str, str]) -> None:
    assert bo.post(f"{address}/answer", data={"answer": "yes", "text": "God idé."} | seen).status_code == 422


@pytest.mark.parametrize(
    ("verb", "form", "told"),
    [
        ("answer", {"text": "Tja"}, "Skriv eller vælg noget her."),
        ("answer", {"answer": "words", "text": "Tja"}, "Et ønske får et ja"),
        ("answer", {"answer": "maybe", "text": "Tja"}, "Vælg en af mulighederne."),
        ("answer", {"answer": "not_now", "text": ""}, "Skriv eller vælg noget her."),
        ("messages", {"text": " "}, "Skriv eller vælg noget her."),
        ("promise", {"day": "2026-11-15", "text": "Tja"}, "Vælg en dag, der ikke er gået endnu."),
        ("promise", {"day": "i morgen", "text": "Tja"}, "Skriv en dato, der findes."),
    ],
)
def test_what_is_to_be_put_right_keeps_the_words(
    bo: Browser, address: str, verb: str, form: dict[str, str], told: str
) -> None:
    answer = bo.post(f"{address}/{verb}", data=form | READ)
    assert answer.status_code == 422
    assert told in answer.text
    assert f"{form['text'].strip()}</textarea>" in answer.text


def test_a_person_promises_a_new_day(amira: Browser, bo: Browser, address: str) -> None:
    clock.start(clock.parse("2026-11-19"))
    assert "Vi er bagud. Undskyld." in amira.get(address).text
    bo.post(f"{address}/promise", data={"day": "2026-11-23", "text": "Min chef er syg."})
    page = amira.get(address).text
    assert "Vi er bagud" not in page
    assert "Du får svar senest mandag den 23. november." in page
    assert "Min chef er syg." in page


def test_both_write_on_and_the_citizen_says_thanks(amira: Browser, bo: Browser, address: str) -> None:
    bo.post(f"{address}/messages", data={"text": "Har du en cykel?"})
    amira.post(f"{address}/messages", data={"text": "Ja, en blå."})
    bo.post(f"{address}/answer", data={"answer": "yes"} | READ)
    assert amira.post(f"{address}/close").status_code == 303
    page = amira.get(address).text
    assert "Samtalen er slut." in page
    assert page.index("Har du en cykel?") < page.index("Ja, en blå.") < page.index("Ja.</p>")
    amira.post(f"{address}/messages", data={"text": "En ting til."})
    assert "Du får svar senest" in amira.get(address).text


def test_no_button_under_a_receipt_looks_like_an_ok(amira: Browser, bo: Browser, address: str) -> None:
    page = amira.get(address).text
    assert "Tak, det er godt" not in page and 'id="promise" data-focus' in page
    assert '<a class="button" href="/plan">Tilbage til vejen</a>' in page and "<summary>Skriv mere</summary>" in page
    assert re.search(r'close"><button class="button quiet">Jeg har ikke brug for svar længere<', page)
    bo.post(f"{address}/answer", data={"answer": "yes"} | READ)
    page = amira.get(address).text
    assert "Tak, det er godt" in page and "Jeg har ikke brug for svar længere" not in page


def test_a_thread_closed_by_mistake_is_taken_back(amira: Browser, bo: Browser, address: str) -> None:
    amira.post(f"{address}/close")
    assert "Tag det tilbage" in amira.get(address).text and "Tag det tilbage" not in bo.get(address).text
    assert amira.post(f"{address}/reopen").status_code == 303
    page = amira.get(address).text
    assert "Samtalen er åben igen. Alt er, som det var." in page
    assert "Du får svar senest onsdag den 18. november." in page
    assert "Samtalen er åben igen." in amira.get("/plan/history").text
    assert bo.post(f"{address}/reopen").status_code == 403


@pytest.mark.parametrize("topic", ["forgotten", "cannot_come", "money"])
def test_staff_are_told_what_to_do_first(bo: Browser, plan: Plan, topic: str) -> None:
    thread = dialogue.call(plan.citizen, plan.id, dialogue.NewCall(topic=topic)).subject_id  # type: ignore[arg-type]
    page = bo.get(f"/plans/{plan.id}/calls/{thread}").text
    told = {
        "forgotten": "Tak – det er rigtigt at spørge.",
        "cannot_come": "Ring og hør, hvordan det går, før alt andet.",
        "money": "Vi spørger Ydelse for dig.",
    }
    assert told[topic] in page


def test_a_ready_reply_speaks_every_language_and_is_no_answer_yet(amira: Browser, bo: Browser, plan: Plan) -> None:
    thread = dialogue.call(plan.citizen, plan.id, dialogue.NewCall(topic="money")).subject_id
    address = f"/plans/{plan.id}/calls/{thread}"
    assert bo.post(f"{address}/messages", data={"phrase": "reply.we_ask_payments"}).status_code == 303
    page = amira.get(f"{address}?lang=en").text
    assert "the benefits office for you." in page
    assert "You will get an answer by Wednesday" in page
    assert bo.post(f"{address}/messages", data={"phrase": "reply.thanks_for_asking"}).status_code == 422


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_every_state_is_a_page_in_every_language(amira: Browser, bo: Browser, address: str, lang: str) -> None:
    for verb, form in (("", {}), ("/answer", {"answer": "not_now", "text": "det regner"} | READ), ("/close", {})):
        who = amira if verb == "/close" else bo
        assert not verb or who.post(address + verb, data=form).status_code == 303
        for reader in (amira, bo):
            assert reader.get(f"{address}?lang={lang}").status_code == 200


def test_who_may_come_to_a_thread(browser: Come, amira: Browser, bo: Browser, plan: Plan, address: str) -> None:
    assert _come(browser, plan.tove).get(address).status_code == 200
    assert _come(browser, plan.camilla).get(address).status_code == 404
    assert _come(browser, plan.dorte).get(address).status_code == 404
    assert amira.post(f"{address}/answer", data={"answer": "yes"}).status_code == 404
    assert bo.post(f"{address}/close").status_code == 403
    with access.view(plan.dorte) as view:
        elsewhere = address.replace(str(plan.id), str(view.plan.id))
    assert _come(browser, plan.dorte).get(elsewhere).status_code == 404


def test_the_history_tells_what_was_asked_and_answered(amira: Browser, bo: Browser, address: str) -> None:
    bo.post(f"{address}/promise", data={"day": "2026-11-20"})
    bo.post(f"{address}/answer", data={"answer": "not_now", "text": "det regner"} | READ)
    amira.post(f"{address}/close")
    page = amira.get("/plan/history").text
    answered = ["Samtalen er slut.", "Svaret er ikke nu, fordi …", "det regner"]
    told = [*answered, "Der er lovet en ny dag.", "fredag den 20.", "Der er spurgt om noget.", "هل يمكنني"]
    places = [page.index(each) for each in told]
    assert places == sorted(places)
