"""`bin/screens`: pictures of every page × language × phone, wide screen and paper, and of every paper to take home.

A folder to look at, not a test.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import rmtree, which

from browser.chromium import PHONE, WIDE, chromium, where
from browser.lived_in import NOW, Ids, prepare_lived_in
from browser.pages import LANGUAGES, Page, every_page, is_seen_elsewhere
from browser.papers import picture_papers
from browser.person import Person
from playwright.sync_api import Browser, Page as Tab
from serving import ROOT, served

FOLDER = ROOT / "screens"
SIZES = (("phone", PHONE), ("desktop", WIDE))


def main() -> int:
    if where() is None:
        print("The pictures need the package chromium: please install it.", file=sys.stderr)
        return 1
    rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="minplan-screens-") as data:
        os.environ["MINPLAN_DATA"] = data  # where the keys to what people keep lie, too
        ids = prepare_lived_in(Path(data))
        with served(Path(data), MINPLAN_NOW=NOW) as address, chromium() as browser:
            for who, pages in _by_person().items():
                _visit(_tab(browser, address, who), address, pages, ids)
            with _tab(browser, address, "Yusuf").context as his:
                picture_papers(his.pages[0], address, ids["Yusuf"], FOLDER)
    print(FOLDER)
    return 0


def _by_person() -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in every_page():
        if not is_seen_elsewhere(page):
            found.setdefault(page.who, []).append(page)
    return found


def _tab(browser: Browser, address: str, who: str) -> Tab:
    tab = browser.new_context(base_url=address, viewport=PHONE, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    tab.goto("/sign-in")
    if who != "nobody":
        Person(tab).come_in(who)
    return tab


def _visit(tab: Tab, address: str, pages: list[Page], ids: dict[str, Ids]) -> None:
    for lang in LANGUAGES:
        tab.context.add_cookies([{"name": "lang", "value": lang, "url": address}])
        for page in pages:
            for kind, size in SIZES:
                tab.set_viewport_size(size)  # type: ignore[arg-type]
                tab.goto(page.address(ids))
                tab.screenshot(path=_place(lang, kind, page, "png"), full_page=True)
            _print(tab, _place(lang, "print", page, "pdf"))
    tab.context.close()


def _print(tab: Tab, paper: Path) -> None:
    tab.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    if which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "60", "-png", paper, paper.with_suffix("")], check=True)


def _place(lang: str, kind: str, page: Page, ending: str) -> Path:
    folder = FOLDER / lang / kind
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{re.sub(r'[^a-z0-9]+', '-', page.title.lower()).strip('-')}.{ending}"


if __name__ == "__main__":
    os.environ.pop("DATABASE_URL", None)
    sys.exit(main())
