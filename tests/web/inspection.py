"""What every page has to be, whoever opens it in whichever test. `inspect` fails with advice."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from minplan import language
from minplan.words.check import has_id_number

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
DRAWN = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"}
NAMING = {"title", "h1"}
SAID = ("aria-label", "alt", "title", "placeholder")
OPEN, CLOSE = "⟦", "⟧"
OWN_NAMES = re.compile(r"\b(minplan|Pseudo)\b")


@dataclass
class Page(HTMLParser):
    """A page taken apart: its tags, its ids, the texts that are the product's own, and everybody's texts."""

    html: str
    tags: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    root: dict[str, str] = field(default_factory=dict)
    current_steps: int = 0
    text: str = ""
    own: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        # Each open element, and whether the words in it are somebody's own: with their language or direction.
        self.open: list[tuple[str, bool]] = []
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        inline = [name for name, value in values.items() if _runs(name, value)]
        assert not inline, f"the content security policy forbids {inline} in <{tag}>"
        self.tags[tag] += 1
        self.ids.update([values["id"]] if "id" in values else [])
        self.current_steps += values.get("aria-current") == "step"
        if tag == "html":
            self.root = values
        theirs = tag == "bdi" or (tag != "html" and ("lang" in values or values.get("dir") == "auto"))
        inside = bool(self.open and self.open[-1][1])
        self.own += [values[name] for name in SAID if values.get(name) and not (inside or theirs)]
        if tag not in VOID | DRAWN:
            self.open.append((tag, inside or theirs))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID | DRAWN:
            return
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]} near: …{self.text[-80:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        tag, theirs = self.open[-1] if self.open else ("", False)
        for name in NAMING & {each for each, _ in self.open}:
            self.titles[name] = self.titles.get(name, "") + data
        if tag in ("script", "style"):
            return
        self.text += data
        # A title says the heading, which is looked at where it stands.
        if data.strip() and not theirs and tag != "title":
            self.own.append(data)


def _runs(name: str, value: str) -> bool:
    leads_away = name in ("href", "src", "action") and value.strip().lower().startswith("javascript:")
    return leads_away or name.startswith("on") or name == "style"


def inspect(html: str) -> Page:
    """Everything that holds for every page of the product, whole or fragment."""
    page = Page(html)
    assert not page.open, f"never closed: {page.open}"
    twice = [name for name, count in page.ids.items() if count > 1]
    assert not twice, f"the same id twice: {twice}"
    assert page.current_steps <= 1, "only the one next step carries aria-current=step"
    assert not has_id_number(page.text), "an id number stands on the page"
    if page.root:
        _inspect_whole(page)
    return page


def _inspect_whole(page: Page) -> None:
    expected = language.get(page.root["lang"])
    assert page.root.get("dir") == expected.direction, "the page runs in the wrong direction"
    assert page.tags["h1"] == 1, f"a page has one h1, this has {page.tags['h1']}"
    title, heading = (" ".join(page.titles[name].split()) for name in ("title", "h1"))
    assert heading and heading in title, f"the title “{title}” does not say the heading “{heading}”"
    if expected.frame != "{}":
        assert not untranslated(page), f"not for translation yet: {untranslated(page)}"


def untranslated(page: Page) -> list[str]:
    """In the pseudo-language: the texts that stand in no frame."""
    depth, found = 0, []
    for text in page.own:
        outside = ""
        for char in text:
            depth += (char == OPEN) - (char == CLOSE)
            outside += char if depth == 0 and char != CLOSE else " "
        if re.search(r"[^\W\d_]{2}", OWN_NAMES.sub("", outside)):
            found.append(" ".join(outside.split()))
    return found
