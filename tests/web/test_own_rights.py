"""What a municipality writes stands on the pages, in its own words; a mistake in a file changes no page."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from municipal_files import RIGHT, SOUND, lay, signed
from web.browser import Browser

from minplan import clock, config
from minplan.content import municipal, print_of
from minplan.content.packaged import packaged


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    clock.start(clock.parse("2026-11-22"))
    found = replace(config.settings(), rights=lay(tmp_path / "own", SOUND), data_dir=tmp_path)
    monkeypatch.setattr(config, "settings", lambda: found)
    monkeypatch.setattr(municipal, "Watch", partial(municipal.Watch, pause=0.0))
    return tmp_path / "own"


def test_its_own_right_is_read_and_found_in_the_readers_words(folder: Path, nobody: Browser) -> None:
    assert "There is coffee" in nobody.get("/rights/kaffe?lang=en").text
    assert "There is coffee" in nobody.post("/rights/search", data={"words": "coffee"}).text
    page = nobody.get("/rights/kaffe?lang=ar").text
    assert "Der er kaffe" in page and 'lang="da"' in page


def test_its_own_words_stand_instead_of_the_products(folder: Path, nobody: Browser) -> None:
    page = nobody.get("/letters/decision?lang=en").text
    assert "Vi ringer, før vi skriver." in page
    lay(folder, {"texts.toml": SOUND["texts.toml"].replace(" }", ', en = "We call before we write." }')})
    assert "We call before we write." in nobody.get("/letters/decision?lang=en").text


def test_a_word_of_the_law_is_explained_by_whoever_explains_it(folder: Path, nobody: Browser) -> None:
    ours = "No lawyer has read the explanation."
    assert ours in nobody.get("/words/klagefrist?lang=en").text
    theirs = '[[text]]\nid = "legal-word:klagefrist"\ntext = { da = "Så længe kan du klage.", en = "So long." }\n'
    lay(folder, {"texts.toml": SOUND["texts.toml"] + theirs})
    page = nobody.get("/words/klagefrist?lang=en").text
    assert "So long." in page and "Så længe kan du klage." in page and ours not in page
    assert "So long." in nobody.get("/words").text
    assert ours in nobody.get("/words/genvurdering").text
    assert "No lawyer has read the explanations." in nobody.get("/rights/klage_4_uger").text, "beside a right too"


def test_in_production_words_say_that_no_lawyer_read_them(
    folder: Path, nobody: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = replace(config.settings(), production=True)
    monkeypatch.setattr(config, "settings", lambda: found)
    assert "No lawyer has read the explanations." in nobody.get("/words?lang=en").text
    assert "4 weeks" not in nobody.get("/words").text


def test_a_mistake_changes_no_page(folder: Path, nobody: Browser) -> None:
    assert nobody.get("/rights/kaffe").status_code == 200
    lay(folder, {"rights/own.toml": RIGHT.replace('"§ 1"', '"§ 1'), "contacts.toml": "[", "texts.toml": "x"})
    assert "Der er kaffe" in nobody.get("/rights/kaffe").text
    assert "Vi ringer, før vi skriver." in nobody.get("/letters/decision").text


def test_who_has_signed_is_named_until_the_record_changes(folder: Path, nobody: Browser) -> None:
    record = next(each.right for each in packaged().rights if each.right.id == "bisidder")
    assert "Ida Holm" not in nobody.get("/rights/bisidder").text
    lay(folder, {"reviews.toml": signed("bisidder", print_of(record))})
    assert "Ida Holm" in nobody.get("/rights/bisidder").text
    lay(folder, {"rights/own.toml": RIGHT.replace('"kaffe"', '"bisidder"')})
    page = nobody.get("/rights/bisidder").text
    assert "Der er kaffe" in page and "Ida Holm" not in page


def test_how_soon_it_answers_stands_where_the_law_asks_for_it(folder: Path, nobody: Browser) -> None:
    assert "An offer" in nobody.get("/rights/svarfrist?lang=en").text
