"""One Chromium for all; a served demo for those who only look, and one that each scene finds as it was at first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from sqlite3 import connect
from typing import Any

import pytest
from browser.caseworker import Caseworker
from browser.chromium import PHONE, chromium, where
from browser.citizen import Citizen
from browser.lived_in import FILE, NOW, Ids, prepare, prepare_lived_in
from playwright.sync_api import Browser
from serving import served

CITIZENS = ("Karin", "Samira", "Yusuf")
Scene = Callable[..., Any]


@dataclass(frozen=True)
class LivedIn:
    """A served demo that people have lived in, for looking only; ids by citizen."""

    address: str
    ids: dict[str, Ids]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser."""
    if where() is None:
        pytest.skip("the browser tests need the package chromium: please install it")
    with chromium() as running:
        yield running


@dataclass(frozen=True)
class Played:
    """A served demo, where its data lies, and what makes it again as it was at first."""

    address: str
    place: Path
    again: Callable[[], None]


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The demo in which each scene is played."""
    untouched, place = tmp_path_factory.mktemp("untouched"), tmp_path_factory.mktemp("stage")
    prepare(untouched)
    copytree(untouched, place, dirs_exist_ok=True)

    with served(place, MINPLAN_NOW=NOW) as address:
        yield Played(address, place, lambda: restore(untouched, place))


def restore(untouched: Path, place: Path) -> None:
    """What is served from `place` is again as it was at first, while it is served."""
    with connect(untouched / FILE) as kept, connect(place / FILE) as played:
        kept.backup(played)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Ids]]:
    """Where a demo that people have lived in lies, to be copied; ids by citizen."""
    place = tmp_path_factory.mktemp("prepared")
    return place, prepare_lived_in(place)


@pytest.fixture(scope="session")
def lived_in(prepared: tuple[Path, dict[str, Ids]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivedIn]:
    untouched, ids = prepared
    place = tmp_path_factory.mktemp("lived-in")
    copytree(untouched, place, dirs_exist_ok=True)
    with served(place, MINPLAN_NOW=NOW) as address:
        yield LivedIn(address, ids)


@pytest.fixture
def scene(browser: Browser, stage: Played) -> Iterator[Scene]:
    """Somebody enters: scene("Karin", "da", java_script_enabled=False). All who enter meet in the same demo."""
    stage.again()
    contexts = []

    def enter(name: str, language: str = "da", **options: Any) -> Citizen:
        context = browser.new_context(base_url=stage.address, **{"viewport": PHONE, **options})  # type: ignore[arg-type]
        context.set_default_timeout(5000)
        contexts.append(context)
        person = Citizen if name in CITIZENS else Caseworker
        return person(context.new_page(), language).come_in(name)

    yield enter
    for context in contexts:
        context.close()
