"""My rights: found by anybody by picture, by own words and in a list, and near at hand where they are needed."""

import re
from datetime import UTC, datetime

import pytest
from cast import Plan
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE, PSEUDO

from minplan import clock, content, rights

PAGES = ("/rights", "/rights/paper", "/rights/situations/meeting", "/rights/klage_4_uger", "/words", "/words/bisidder")


def ids(page: str) -> list[str]:
    return re.findall(r'href="/rights/([a-z0-9_]+)"', page)


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_they_are_there_for_whoever_has_not_signed_in(nobody: Browser, lang: str) -> None:
    for address in PAGES:
        assert nobody.get(f"{address}?lang={lang}").status_code == 200
    assert 'href="/rights"' in nobody.get("/sign-in").text


def test_every_right_has_a_page_and_what_is_withheld_has_none(nobody: Browser) -> None:
    nobody.get(f"/rights?lang={PSEUDO}")
    for each in content.rights_shelf().rights.values():
        shown = content.standing(each, clock.today()) != "withheld"
        assert nobody.get(f"/rights/{each.id}").status_code == (200 if shown else 404)
    for nowhere in ("/rights/nope", "/rights/situations/nope", "/words/nope"):
        assert nobody.get(nowhere).status_code == 404


def test_a_page_says_what_holds_what_to_do_which_law_and_what_the_words_mean(nobody: Browser) -> None:
    page = nobody.get("/rights/klage_4_uger?lang=da").text
    assert "Det kan du gøre nu" in page and "Du har 4 uger fra den dag, du fik afgørelsen." in page
    assert "§" in page and 'href="#meaning-' in page and "Hvad betyder ordene?" in page
    assert "ikke læst af en jurist" in page and "Den danske tekst gælder" not in page


@pytest.mark.parametrize(
    ("right", "says"),
    [
        ("aktindsigt", "Kommunen har 7 arbejdsdage fra den dag, den fik dit spørgsmål."),
        ("ombudsmand", "Du har 12 måneder fra det sidste svar på din klage."),
        ("genvurdering", "Kommunen har 4 uger fra den dag, den fik din klage."),
    ],
)
def test_a_deadline_says_how_long_and_from_when(nobody: Browser, right: str, says: str) -> None:
    page = nobody.get(f"/rights/{right}?lang=da").text
    assert says in page and "fra den dag, du fik afgørelsen" not in page


def test_a_translation_has_the_danish_text_beside_it_and_says_which_one_counts(nobody: Browser) -> None:
    right = content.rights_shelf().rights["bisidder"]
    page = nobody.get("/rights/bisidder?lang=ar").text
    assert f'<p lang="da" dir="ltr">{right.fact}</p>' in page and "النص الدنماركي هو المعتمد" in page
    assert '<a class="legal" href="#meaning-bisidder" lang="da">bisidder</a>' in page


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_danish_words_in_a_translation_stand_apart(nobody: Browser, lang: str) -> None:
    page = nobody.get(f"/rights/svarfrist?lang={lang}").text
    assert '(<bdi lang="da">Hvornår får jeg svar?</bdi>)' in page
    both = '(<bdi lang="da"><a class="legal" href="#meaning-kontanthjaelp" lang="da">kontanthjælp</a></bdi>)'
    assert both in nobody.get("/rights/arbejdspligt").text
    assert '(<bdi lang="da">bisidder</bdi>)</span></a>' in nobody.get("/rights").text
    assert '<bdi lang="da">LAB' not in nobody.get("/rights/arbejdspligt?lang=da").text


def test_what_may_have_changed_asks_and_has_no_day(nobody: Browser) -> None:
    with_care = (each.right for each in rights.box("sygedagpenge") if each.standing == "with_care")
    careful = next(right for right in with_care if right.deadline)
    page = nobody.get(f"/rights/{careful.id}?lang=da").text
    assert "Reglen kan være ændret i 2026. Spørg kommunen." in page and "Du har 5 uger fra" not in page


def test_what_is_over_only_asks(nobody: Browser, citizen: Browser) -> None:
    clock.start(datetime(2027, 1, 1, 12, tzinfo=UTC))
    over = next(each.right for each in rights.box("kontanthjaelp") if each.standing == "ask")
    for browser in (nobody, citizen):
        page = browser.get(f"/rights/{over.id}?lang=da").text
        assert "Spørg kommunen, hvad der gælder nu." in page and over.fact[:40] not in page
    assert "/calls/new?topic=question" in citizen.get(f"/rights/{over.id}").text


@pytest.mark.parametrize(
    ("words", "first"), [("tolk", "tolk"), ("BISIDER", "bisidder"), ("bange for mødet", "bisidder")]
)
def test_own_words_find_and_stand_in_no_address(nobody: Browser, words: str, first: str) -> None:
    answer = nobody.post("/rights/search?lang=da", data={"words": words})
    assert answer.status_code == 200 and "Location" not in answer.headers
    assert ids(answer.text[answer.text.index('id="found"') :])[0] == first
    assert f'value="{words}"' in answer.text and 'action="/rights/search"' in answer.text


def test_words_in_arabic_find_too(nobody: Browser) -> None:
    page = nobody.post("/rights/search?lang=ar", data={"words": "المترجم"}).text
    assert ids(page[page.index('id="found"') :])[0] == "tolk"


@pytest.mark.parametrize("words", ["", " ", "\0", "x" * 10_000])
def test_words_that_cannot_be_used_stay_in_the_field(nobody: Browser, words: str) -> None:
    answer = nobody.post(f"/rights/search?lang={PSEUDO}", data={"words": words})
    assert answer.status_code == 422 and 'aria-invalid="true"' in answer.text


def test_words_that_find_nothing_are_met_with_another_way(nobody: Browser) -> None:
    page = nobody.post("/rights/search?lang=da", data={"words": "xyzxyz"}).text
    assert "Vi fandt ikke noget med de ord" in page and "/rights/situations/letter" in page


def test_the_first_page_says_no_more_than_a_word_of_them(citizen: Browser) -> None:
    page = citizen.get("/plan").text
    assert ids(page) == [] and page.count("/rights") == 2


def test_a_picture_leads_on_to_what_can_be_done_at_once(citizen: Browser, nobody: Browser) -> None:
    for browser, most in ((citizen, 8), (nobody, 5)):
        doors: list[str] = []
        for situation in rights.SITUATIONS:
            page = browser.get(f"/rights/situations/{situation}?lang={PSEUDO}").text
            below = page.partition('aria-labelledby="doors"')[2].partition("</section>")[0]
            doors += re.findall(r'href="([^"]+)"', below)
        assert len(doors) == most and all(browser.get(door).status_code == 200 for door in set(doors))


def test_a_hard_word_opens_on_the_page_where_it_stands(nobody: Browser) -> None:
    addresses = [f"/rights/{each.right.id}" for each in rights.box()]
    for address in (*addresses, "/letters/decision", "/letters/sanction"):
        page = nobody.get(f"{address}?lang=da").text
        linked = set(re.findall(r'href="#(meaning-[a-z0-9_]+)"', page))
        assert linked <= set(re.findall(r'<dt id="([^"]+)"', page)), address
    assert 'href="#meaning-' in nobody.get("/letters/decision").text


def test_wherever_a_right_is_told_it_says_that_no_lawyer_has_read_it(
    nobody: Browser, citizen: Browser, amira: Plan
) -> None:
    kinds = ("complaint", "access", "insight", "log", "correction", "reasons")
    plan = f"/plans/{amira.id}"
    everybody = ["/welcome", *PAGES, *(f"/rights/situations/{each}" for each in rights.SITUATIONS)]
    everybody += [f"/letters/{each}" for each in content.letter_kinds()]
    own = [f"{plan}/disagreement", f"{plan}/steps/{amira.step}", f"{plan}/rights/bisidder/agenda", "/plan/consents"]
    own += [f"{plan}/dispatches/new?kind={each}" for each in kinds]
    told = 0
    for browser, address in [(nobody, each) for each in everybody] + [(citizen, each) for each in everybody + own]:
        page = browser.get(address).text
        told += bool(ids(page))
        assert not ids(page) or "ikke læst af en jurist" in page, address
    assert told > 40
