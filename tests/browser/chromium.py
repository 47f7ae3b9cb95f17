"""Debian's Chromium, driven by Playwright."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1200, "height": 900}


def where() -> str | None:
    """Chromium's place on this machine, None where there is none."""
    places = (os.environ.get("CHROME_PATH", ""), "/usr/bin/chromium")
    return next((place for place in places if place and Path(place).exists()), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Root has no sandbox; the only pages it opens are our own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where(), args=["--no-sandbox"])
        yield browser
        browser.close()
