"""Two screens at one meeting: what one writes stands on the other, through a lost net and a server that starts anew."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from browser.chromium import PHONE, WIDE
from browser.lived_in import NOW, Ids
from browser.person import Person
from playwright.sync_api import Browser, Locator, expect
from serving import free_port, served

pytestmark = pytest.mark.browser



@dataclass
class House:
    """A server that can be stopped and started again at the same address, with its data."""

    place: Path
    port: int = field(default_factory=free_port)
    running: ExitStack = field(default_factory=ExitStack)

    def start(self, **settings: str) -> str:
        return self.running.enter_context(served(self.place, port=self.port, MINPLAN_NOW=NOW, **settings))

    def stop(self) -> None:
        self.running.close()


Enter = Callable[..., Person]


@pytest.fixture
def house(prepared: tuple[Path, dict[str, Ids]], tmp_path: Path) -> Iterator[House]:
    made = House(copytree(prepared[0], tmp_path, dirs_exist_ok=True))
    yield made
    made.stop()


@pytest.fixture
def enter(house: House, prepared: tuple[Path, dict[str, Ids]], browser: Browser) -> Iterator[Enter]:
    """Somebody sits down in Yusuf's room: enter("Yusuf", "ar")."""
    ids, contexts = prepared[1]["Yusuf"], []

    def come(name: str, lang: str, **options: Any) -> Person:
        context = browser.new_context(base_url=f"http://127.0.0.1:{house.port}", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        person = Person(context.new_page(), lang).come_in(name)
        person.page.goto(f"/plans/{ids['plan']}/meetings/{ids['meeting']}/room")
        return person

    yield come
    for context in contexts:
        context.close()


def both(enter: Enter) -> tuple[Person, Person]:
    return enter("Yusuf", "ar", viewport=PHONE), enter("Lars Holm", "da", viewport=WIDE)


def field_of(person: Person, number: int) -> Locator:
    """The words of a point, unfolded."""
    form = person.page.locator("#agenda form[data-saves]").nth(number)
    fold = form.locator("xpath=ancestor::details[1]")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    return form.get_by_label(person.says("Ordene"), exact=True)


def write(person: Person, number: int, text: str) -> None:
    box = field_of(person, number)
    box.fill(text)
    box.blur()


def shows(person: Person, *texts: str) -> None:
    for text in texts:
        expect(person.page.locator("#agenda .what").filter(has_text=text)).to_have_count(1, timeout=15_000)


def test_what_one_writes_stands_on_the_other_screen_and_who_is_writing(house: House, enter: Enter) -> None:
    house.start()
    yusuf, lars = both(enter)
    for person in (yusuf, lars):
        expect(person.page.locator(".present")).to_contain_text("Yusuf")
        expect(person.page.locator(".present")).to_contain_text("Lars Holm")
    field_of(lars, 1).focus()
    expect(yusuf.page.locator("[data-writing^='Lars Holm']")).to_have_count(1)
    write(lars, 1, "Hvordan gik det?")
    shows(yusuf, "Hvordan gik det?")
    field_of(yusuf, 0).focus()
    expect(lars.page.locator("[data-writing^='Yusuf']")).to_have_count(1)
    lars.page.close()
    expect(yusuf.page.locator(".present")).not_to_contain_text("Lars Holm")


def test_a_lost_net_says_so_and_what_was_written_meanwhile_comes(house: House, enter: Enter) -> None:
    house.start()
    yusuf, lars = both(enter)
    yusuf.page.context.set_offline(True)
    yusuf.sees("Der er ikke forbindelse lige nu. Dine ord bliver her, og siden følger med igen af sig selv.")
    write(lars, 1, "Imens")
    yusuf.page.context.set_offline(False)
    shows(yusuf, "Imens")


def test_a_server_that_starts_anew_finds_both_and_their_words(house: House, enter: Enter) -> None:
    house.start()
    yusuf, lars = both(enter)
    write(lars, 1, "Før")
    shows(yusuf, "Før")
    house.stop()
    write(yusuf, 0, "بينما الخادم متوقف")
    write(lars, 1, "Mens den var nede")
    house.start()
    for person in (yusuf, lars):
        shows(person, "بينما الخادم متوقف", "Mens den var nede")


def test_where_no_line_is_free_the_page_looks_for_itself(house: House, enter: Enter) -> None:
    house.start(MINPLAN_LIVE_MAX="0")
    yusuf, lars = both(enter)
    write(lars, 1, "Uden linje")
    shows(yusuf, "Uden linje")
    yusuf.sees("Siden følger selv med")


def test_without_a_script_a_link_fetches_the_newest(house: House, enter: Enter) -> None:
    house.start()
    yusuf = enter("Yusuf", "ar", viewport=PHONE, java_script_enabled=False)
    lars = enter("Lars Holm", "da", viewport=WIDE)
    with lars.page.expect_response(lambda answer: answer.url.endswith("/text")):
        write(lars, 1, "Uden script")
    expect(yusuf.page.locator("#agenda")).not_to_contain_text("Uden script")
    yusuf.follow("Hent det nyeste")
    shows(yusuf, "Uden script")
