"""Help now: one tap from every page for anybody, and never a number that nobody has tried for half a year."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cast import Plan
from flask import Flask
from meetings import opened
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, cli, clock, config, create_app
from minplan.access import PersonView
from minplan.config import ConfigError

LATER = datetime(2027, 9, 1, 12, tzinfo=UTC)


def test_whoever_is_not_signed_in_finds_it_on_the_first_page(nobody: Browser) -> None:
    assert 'href="/help"' in nobody.get("/sign-in").text
    page = nobody.get("/help")
    assert page.status_code == 200
    for number in ("112", "70110707", "70201201"):
        assert f'href="tel:{number}"' in page.text
    assert "Ingen holder øje med det, du skriver her." in page.text and "prøvet den 1. november" in page.text


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_it_is_there_in_every_language(nobody: Browser, lang: str) -> None:
    assert "tel:112" in nobody.get(f"/help?lang={lang}").text


def test_a_citizen_reads_their_contact_person_too(citizen: Browser, amira: Plan) -> None:
    assert 'href="/help"' in citizen.get("/plan").text
    assert "Din kontaktperson</p>\n<p><bdi>Bo" in citizen.get("/help").text


def test_a_device_at_the_table_reads_the_numbers_and_nobodys_name(app: Flask, amira: Plan) -> None:
    seat: Browser = app.test_client().sit_down(amira.citizen, opened(amira))  # type: ignore[attr-defined]
    page = seat.get("/help")
    assert "tel:112" in page.text and "Din kontaktperson" not in page.text


def test_old_numbers_are_not_shown_and_the_operator_is_told_once_a_day(
    nobody: Browser, citizen: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    clock.start(LATER)
    with caplog.at_level(logging.ERROR, "minplan.help"):
        for _ in range(2):
            page = nobody.get("/help").text
    assert "tel:112" in page and "70 11" not in page and "70 201" not in page
    assert [record.message.partition(" were")[0] for record in caplog.records] == ["The numbers in MINPLAN_HELP"]
    assert "Din kontaktperson" in citizen.get("/help").text


def test_a_house_that_set_none_shows_112_alone(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    real = replace(config.settings(), production=True, help=None)
    with caplog.at_level(logging.ERROR, "minplan.help"):
        made = create_app(real)
    assert "MINPLAN_HELP is not set" in caplog.text
    page = made.test_client().get("/help", base_url="https://localhost").text
    assert "tel:112" in page and "70 11" not in page


def test_its_own_file_is_shown_in_danish_where_nobody_wrote_the_readers_language(
    app: Flask, tmp_path: Path, nobody: Browser
) -> None:
    file = tmp_path / "help.toml"
    line = '[[line]]\nkind = "other"\nname = "Krisecentret"\nphone = "12 34 56 78"\nwhen = { da = "Ikke tryg?" }\n'
    file.write_text(f'checked = {clock.today()}\nby = "<b>Vi</b>"\n{line}', "utf-8")
    made = create_app(replace(config.settings(), help=file))
    page = made.test_client().get("/help?lang=en").text
    assert '<span lang="da" dir="auto">Ikke tryg?</span>' in page and "tel:12345678" in page and "&lt;b&gt;Vi" in page
    file.write_text("nonsense", "utf-8")
    with pytest.raises(ConfigError, match=r"^MINPLAN_HELP: "):
        create_app(replace(config.settings(), help=file))


def test_the_command_prints_them_and_fails_when_they_are_old(capsys: pytest.CaptureFixture[str]) -> None:
    clock.start(datetime(2026, 12, 1, tzinfo=UTC))
    assert cli.main(["help-numbers"]) == 0 and "70 201 201" in capsys.readouterr().out
    clock.start(LATER)
    assert cli.main(["help-numbers"]) == 1 and "were checked on 2026-11-01" in capsys.readouterr().err


def test_the_worker_says_it_once_a_day(amira: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    clock.start(LATER)
    for told in (1, 0):
        assert cli.main(["work", "--once"]) == 0
        assert capsys.readouterr().err.count("were checked on 2026-11-01") == told


@pytest.mark.parametrize("role", ["bo", "tove", "camilla"])
def test_professionals_find_it_as_well(browser: Callable[[PersonView], Browser], amira: Plan, role: str) -> None:
    person = access.person(getattr(amira, role))
    assert person and "tel:112" in browser(person).get("/help").text
