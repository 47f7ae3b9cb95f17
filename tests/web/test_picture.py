"""What somebody told comes back as a picture and as words, with three equal doors, and is stored nowhere."""

import re
from html import unescape
from typing import Any

import pytest
from cast import Plan
from sqlalchemy import func, select
from web.browser import Browser

from minplan import access, content, db, feelings
from minplan.feelings import CheckIn, OwnWord

TOLD = {"day": "hard", "size.worried": "3", "size.sad": "2", "size.glad": "1"}
HEAVY = {"size.afraid": "4"}
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
SUMMARY = "Hvis det er meget svært lige nu"


def _page(citizen: Browser, told: dict[str, Any], lang: str = "da") -> str:
    response = citizen.post(f"/feelings/picture?lang={lang}", data=told)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    return response.text


def _said(page: str) -> str:
    said = page.partition('<p class="lead">')[2].partition("</p>")[0]
    return " ".join(re.sub("<[^>]+>", "", said).split())


def _drawing(page: str) -> str:
    return '<svg class="fills"' + page.partition('<svg class="fills"')[2].partition("</svg>")[0] + "</svg>"


def _forms(page: str) -> dict[str, list[dict[str, str]]]:
    """What each form of the page carries, by where it goes."""
    found: dict[str, list[dict[str, str]]] = {}
    for form in re.findall(r'<form method="post" [^>]*action="(/feelings[^"]*)">(.*?)</form>', page, re.DOTALL):
        found.setdefault(form[0], []).append({name: unescape(value) for name, value in HIDDEN.findall(form[1])})
    return found


def test_every_feeling_is_a_circle_with_its_face_and_stands_beside_it_as_words(citizen: Browser) -> None:
    page = _page(citizen, TOLD)
    drawing = _drawing(page)
    assert drawing.count("<g class=") == drawing.count("<use ") == 3
    assert 'aria-hidden="true"' in drawing and ">bekymret</text>" in drawing
    assert drawing.count('<g class="lifts"') == 1 and drawing.count("<circle") == 4, "what lifts has a second ring"
    words = page.partition('class="told-sizes"')[2]
    parts = ["Fylder meget:", "bekymret", "Fylder noget:", "ked af det", "Fylder lidt:", "glad"]
    assert [words.index(part) for part in parts] == sorted(words.index(part) for part in parts)
    assert "Fylder det hele:" not in words and "Dagen er" not in words, "that stands above already"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (TOLD, "Du har det hårdt i dag. Du har sat ord på 3 ting. Bekymret fylder mest lige nu. Det er okay."),
        ({"size.glad": "4"}, "Du har sat ord på én ting. Glad fylder lige nu. Det er okay."),
        (HEAVY, "Du har sat ord på én ting. Bange fylder lige nu. Det er okay."),
        (
            {"size.afraid": "2", "size.sad": "2", "size.calm": "1"},
            "Du har sat ord på 3 ting. Bange og ked af det fylder mest lige nu. Det er okay.",
        ),
        ({"size.afraid": "2", "size.calm": "2"}, "Du har sat ord på 2 ting. De fylder lige meget. Det er okay."),
        (
            {"size.afraid": "2", "size.sad": "2", "size.calm": "2", "size.glad": "2", "size.angry": "1"},
            "Du har sat ord på 5 ting. Flere af dem fylder lige meget. Det er okay.",
        ),
        ({"day": "mixed"}, "Du har det blandet i dag. Du har ikke sat ord på noget. Det er også et svar."),
        ({}, "Du har ikke sat ord på noget. Det er også et svar."),
    ],
)
def test_the_page_says_back_what_was_said_and_judges_nothing(
    citizen: Browser, told: dict[str, str], said: str
) -> None:
    assert _said(_page(citizen, told)) == said


def test_there_are_three_equal_doors_and_a_way_back_and_each_takes_all_of_it_along(citizen: Browser) -> None:
    own = {"own.lifts.1.text": "Kaffe & <b>ro</b>", "own.lifts.1.size": "2", "own.lifts.1.lang": "da"}
    told = TOLD | own
    page = _page(citizen, told)
    forms = _forms(page)
    assert forms["/feelings/kept"] == [told, told | {"then": "bring"}]
    assert forms["/feelings"] == [told]
    doors = page.partition('class="doors"')[2].partition("</ul>")[0]
    assert re.findall(r'class="(button[^"]*)"', doors) == ["button secondary"] * 3
    assert '<a class="button secondary" href="/mine">Luk uden at gemme</a>' in doors
    assert "<b>ro</b>" not in page and "Kaffe &amp; &lt;b&gt;ro" in page


def test_whoever_goes_back_finds_what_they_had(citizen: Browser) -> None:
    told = TOLD | {"own.lifts.1.text": "kaffe", "own.lifts.1.size": "2", "own.lifts.1.lang": "da"}
    form = citizen.post("/feelings", data=_forms(_page(citizen, told))["/feelings"][0]).text
    chosen = dict(re.findall(r'name="([^"]+)" value="([^"]+)" checked', form))
    assert {name: value for name, value in told.items() if chosen.get(name) == value} == {
        name: value for name, value in told.items() if not name.endswith((".text", ".lang"))
    }
    assert 'value="kaffe"' in form


def test_nothing_of_it_is_stored_and_nobody_sees_that_somebody_was_here(amira: Plan, citizen: Browser) -> None:
    def traces() -> tuple[dict[str, int], Any]:
        with access.view(amira.citizen) as view:
            tables = db.metadata().sorted_tables
            rows = {each.name: view.connection.scalar(select(func.count()).select_from(each)) for each in tables}
            return rows, view.plan.revision

    before = traces()
    page = _page(citizen, TOLD | HEAVY)
    assert traces() == before
    with citizen.session_transaction() as session:
        assert not {"worried", "bekymret", "afraid", "bange"} & set(re.findall(r"\w+", str(dict(session))))
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("told", "is_open"),
    [(HEAVY, True), (HEAVY | {"size.glad": "4"}, True), ({"size.afraid": "3"}, False), ({"size.glad": "4"}, False)],
)
def test_help_opens_by_itself_where_something_heavy_fills_everything(
    citizen: Browser, told: dict[str, str], is_open: bool
) -> None:
    page = _page(citizen, told)
    tag = re.search(rf"<details([^>]*)><summary>{SUMMARY}", page)
    assert tag and page.count(SUMMARY) == 1
    assert tag[1].endswith(" open") == is_open
    assert (page.index(SUMMARY) < page.index('class="doors"')) == is_open, "open, it stands before any decision"


def test_whoever_told_of_nothing_is_not_asked_to_keep_it(citizen: Browser) -> None:
    page = _page(citizen, {})
    assert 'class="fills"' not in page and 'class="told-sizes"' not in page
    assert _forms(page) == {} and 'href="/feelings">Se på ordene igen</a>' in page
    assert "/feelings/kept" in _page(citizen, {"day": "good"}), "how the day is can be kept alone"


def test_an_own_word_stands_in_its_own_language(citizen: Browser) -> None:
    told = {"own.weighs.1.text": "بلا نوم", "own.weighs.1.size": "4", "own.weighs.1.lang": "ar"}
    page = _page(citizen, told)
    assert ' lang="ar">بلا نوم</text>' in _drawing(page)
    assert page.count('<bdi lang="ar" dir="auto">بلا نوم</bdi>') == 2, "in what is said back, and in the list"


@pytest.mark.parametrize("lang", ["en", "ar", "xx"])
def test_it_is_said_in_the_readers_language(citizen: Browser, lang: str) -> None:
    page = _page(citizen, TOLD | HEAVY | {"own.lifts.1.text": "kaffe", "own.lifts.1.lang": "da"}, lang)
    assert "kaffe" in page and ("bekymret" in page) == (lang == "xx")


@pytest.mark.parametrize(
    "odd",
    [
        {"size.worried": "7"}, {"size.worried": "mange"}, {"day": "fremragende"}, {"own.lifts.1.text": "x" * 10_000},
        {"own.weighs.1.text": "010190-1234"}, {"own.weighs.2.text": "a\u202eb"},
        {"own.weighs.1.text": "sorg", "own.weighs.1.lang": "!"},
    ],
)  # fmt: skip
def test_what_cannot_be_used_comes_back_in_the_form_with_the_rest(citizen: Browser, odd: dict[str, str]) -> None:
    response = citizen.post("/feelings/picture", data={"own.lifts.2.text": "min kat"} | odd)
    assert response.status_code == 422
    assert "min kat" in response.text and 'class="fills"' not in response.text


def test_the_drawing_of_all_there_is_stays_under_8_kb(citizen: Browser) -> None:
    told = {f"size.{name}": "4" for name in content.feelings()}
    places = [f"own.{shelf}.{n}.text" for shelf in content.SHELVES for n in (1, 2)]
    own = dict.fromkeys(places, "regninger og breve fra alle mulige stede")
    for size in ("1", "4"):
        sizes = {name.replace(".text", ".size"): size for name in own}
        drawing = _drawing(_page(citizen, told | own | sizes))
        assert drawing.count("<g class=") == 26
        assert len(drawing.encode()) < 8_000


def test_what_was_kept_is_drawn_as_it_was(citizen: Browser) -> None:
    told = CheckIn("good", {"glad": 2, "worried": 4}, (OwnWord("weighs", "husleje", "da", 1),))
    with citizen.application.test_request_context("/?lang=en"):
        env = citizen.application.jinja_env
        drawn = env.globals["picture_of"](feelings.CheckIn.as_content(told))
        assert [each.word for each in drawn.named] == ["worried", "glad", "husleje"]
        assert env.globals["named_together"](drawn.named, begins=True).startswith("Worried, glad and <bdi")
