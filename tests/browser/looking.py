"""Looking at a page as people do: small screen, large letters, in the dark, in forced colours, and by axe."""

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from browser.chromium import PHONE
from playwright.sync_api import Page
from serving import ROOT

from minplan import content, language
from minplan.words.check import has_id_number

PERCENT = re.compile(r"%|٪|\bprocent|\bpercent|بالمئة|بالمائة|في المئة|في المائة", re.IGNORECASE)
NARROW = {"width": 320, "height": 640}  # also a wide screen of 1280 px at 400 %
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_AXE = """async rules => (await axe.run({...rules, resultTypes: ['violations'], preload: false})).violations.map(
    each => `${each.id}: ${each.nodes.slice(0, 3).map(node => `${node.target} ${node.failureSummary}`).join('; ')}`)"""


@cache
def scripts(axe: bool) -> str:
    """Our own eyes, and axe. Given to the page by the browser's own hand, so no policy of the page is loosened."""
    files = [ROOT / "tests/browser/look.js", *([ROOT / "node_modules/axe-core/axe.min.js"] if axe else [])]
    return "\n;".join(file.read_text("utf-8") for file in reversed(files))


def faults(page: Page, lang: str, citizen: bool, colours: bool = True, rules: bool = True) -> list[str]:
    """What is wrong with the page that is open, in sentences; empty when all is well. Its `colours` are looked at once:
    they are the same in every language. By axe's other `rules` too: what stands there is the same, and how long the
    words are, and how large what a finger must hit, is measured in each language."""
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    page.set_viewport_size(PHONE)
    page.evaluate(scripts(rules or colours))
    page.evaluate("look.unfold()")
    found = [f"smaller than 44 px: {each}" for each in page.evaluate("look.small()")]
    found += _words(page, lang, citizen)
    if rules:
        found += _rules(page, colours)
    if colours:
        found += _colours(page, citizen)
    page.set_viewport_size(NARROW)
    found += [f"wider than 320 px: {each}" for each in page.evaluate("look.sideways()")]
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += [f"wider than the screen at 200 % text: {each}" for each in page.evaluate("look.sideways()")]
    return found


def _words(page: Page, lang: str, citizen: bool) -> list[str]:
    own = page.evaluate("look.ownWords()").replace(_promise(lang), "")
    found = ["an id number is shown"] if has_id_number(page.evaluate("look.allWords()")) else []
    found += ["it has no heading of the first rank, or several"] if page.locator("h1").count() != 1 else []
    if citizen:
        found += [f"it counts in percent: {each}" for each in PERCENT.findall(own)]
        # A right against a sanction names it, and the words of the law are explained: each text is asked in the house.
        by_name = urlsplit(page.url).path.startswith(("/rights", "/words"))
        found += [f"a forbidden word: {each}" for each in content.forbidden_in(own, lang) if not by_name]
    return found


def _promise(lang: str) -> str:
    """What never comes of feelings: the one sentence to a citizen that may name it."""
    danish = "Det bliver aldrig brugt om rådighed eller sanktion."
    return language.translator(lang).pgettext("promise:never", danish)


def _rules(page: Page, colours: bool) -> list[str]:
    without = {} if colours else {"rules": {name: {"enabled": False} for name in _COLOURS}}
    return [f"light: {each}" for each in _axe(page, {"runOnly": _TAGS} | without)]


def _colours(page: Page, citizen: bool) -> list[str]:
    """In the dark and in forced colours: what depends on colour."""
    found = []
    for scheme, forced in (("light", "none"), ("dark", "none"), ("dark", "active")):
        page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
        if citizen and forced == "none":
            found += [f"red in {scheme}: {each}" for each in page.evaluate("look.reds()")]
        if forced == "active":
            page.evaluate("look.fill()")
        if scheme == "dark":
            contrast = {"runOnly": {"type": "rule", "values": _COLOURS}}
            found += [f"{scheme}, forced colours {forced}: {each}" for each in _axe(page, contrast)]
    return found


def _axe(page: Page, rules: dict[str, Any]) -> list[str]:
    found: list[str] = page.evaluate(_AXE, rules)
    return found
