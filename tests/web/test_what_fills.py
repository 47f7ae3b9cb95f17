"""The form of what fills: two equal shelves, with everything that was told, and kept by nobody."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from web.browser import Browser

import minplan
from minplan import content, db
from minplan.feelings import CheckIn
from minplan.feelings.keepsake import Keepsake
from minplan.feelings.telling import LONGEST
from minplan.routes.assets import asset

VENDOR = Path(minplan.__file__).parent / "static/vendor"
TOLD = {"day": "hard", "size.worried": "3", "size.impatient": "1", "own.lifts.1.text": "sang", "own.lifts.1.size": "4"}


def checked(page: str) -> set[tuple[str, str]]:
    """What is chosen besides “not”, the smallest size of an own word, and passing over the day."""
    chosen = set(re.findall(r'<input type="radio" name="([^"]+)" value="(\w*)" checked>', page))
    return {(name, value) for name, value in chosen if value not in ("", "0") and (name[:3] != "own" or value != "1")}


def test_two_shelves_stand_open_and_nothing_is_chosen(citizen: Browser) -> None:
    page = citizen.get("/feelings").text
    assert not checked(page)
    assert 'action="/feelings/picture" autocomplete="off"' in page, "the next at this browser finds nothing of it"
    weighs, lifts = (part.partition("<details")[0] for part in page.split('<div class="growing">')[1:4:2])
    assert weighs.count("<fieldset") == lifts.count("<fieldset") == 8
    assert page.count('<fieldset class="feeling"') == len(content.feelings()) + 4
    assert page.count('name="size.worried"') == 5 and page.count('name="own.weighs.1.size"') == 4


def test_what_was_told_stands_there_again_and_is_kept_by_nobody(citizen: Browser) -> None:
    answer = citizen.post("/feelings", data=TOLD)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    sizes = {("size.worried", "3"), ("size.impatient", "1"), ("own.lifts.1.size", "4")}
    assert checked(answer.text) == sizes | {("day", "hard")}
    assert 'value="sang"' in answer.text
    more = re.findall(r'<details class="fold"( open)?><summary>', answer.text)
    assert more == ["", " open", " open", ""], "a fold with something in it is open"
    with db.reading() as connection:
        assert not list(connection.execute(Keepsake.__table__.select()))  # type: ignore[attr-defined]


def test_it_is_said_which_word_cannot_be_used_and_all_else_stays(citizen: Browser) -> None:
    answer = citizen.post("/feelings/picture", data=TOLD | {"own.weighs.1.text": "x" * (LONGEST + 1)})
    assert answer.status_code == 422
    assert "Mit eget ord: Det er lidt for langt." in answer.text and "x" * (LONGEST + 1) in answer.text
    assert ("size.worried", "3") in checked(answer.text) and 'value="sang"' in answer.text


@pytest.mark.parametrize("value", ["\0", "x" * 3000, "-1", "\ud800", "010190-1234", "<b>&\""])
def test_whatever_comes_in_gets_a_page(citizen: Browser, value: str) -> None:
    names = ("day", "size.worried", "own.lifts.1.text", "own.lifts.1.size", "own.lifts.1.lang", "lang", "note")
    sent = "&".join(f"{name}={_quoted(value)}" for name in names)
    for address in ("/feelings", "/feelings/picture"):
        answer = citizen.post(address, data=sent, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in (200, 400, 422)
        assert "010190-1234" not in answer.text


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))


def test_it_is_for_citizens_alone(bo: Browser, nobody: Browser) -> None:
    assert bo.get("/feelings").status_code == 403
    assert nobody.get("/feelings").status_code in (302, 303)


def test_one_question_more_where_only_heavy_things_fill() -> None:
    assert CheckIn(sizes={"worried": 1}).only_heavy
    assert not CheckIn(sizes={"worried": 1, "glad": 1}).only_heavy and not CheckIn().only_heavy


def test_every_feeling_has_a_face_and_the_faces_their_licence(citizen: Browser) -> None:
    answer = citizen.get(asset("faces.svg").path)
    assert answer.mimetype == "image/svg+xml" and "immutable" in answer.headers["Cache-Control"]
    drawn = {each.get("id") for each in ElementTree.fromstring(answer.data)}
    assert drawn == set(content.feelings()) | {"good", "mixed", "hard"}
    assert "Copyright (c) Microsoft Corporation." in (VENDOR / "faces.LICENSE.txt").read_text("utf-8")
