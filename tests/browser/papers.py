"""Every paper that somebody can take home, as pictures: each format, and each loose leaf."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import pypdfium2
from browser.pages import LANGUAGES
from playwright.sync_api import Page as Tab

from minplan.booklet import FORMATS, LEAVES, PARTS

_SCALE = 1.5  # 108 dots in an inch


def picture_papers(tab: Tab, address: str, ids: dict[str, UUID], folder: Path) -> None:
    """Print them all for whoever has signed in, in each language, and once with Danish beside it."""
    for lang in LANGUAGES:
        tab.context.add_cookies([{"name": "lang", "value": lang, "url": address}])
        for beside in (False, True) if lang == LANGUAGES[-1] else (False,):
            for name, paper in _papers(ids, lang, beside):
                answer = tab.context.request.get(paper)
                assert answer.ok, f"{paper} answers {answer.status}"
                _save(answer.body(), folder / lang / "paper", f"{name}-beside" if beside else name)


def _papers(ids: dict[str, UUID], lang: str, beside: bool) -> Iterator[tuple[str, str]]:
    """The name and the address of each."""
    here, with_danish = f"/plans/{ids['plan']}", {"beside": 1} if beside else {}
    for kind in FORMATS:
        chosen = [("chosen", 1), ("format", kind), *(("part", part) for part in PARTS), *with_danish.items()]
        yield kind, f"{here}/paper/file?{urlencode(chosen)}"
    for leaf in LEAVES:
        yield f"leaf-{leaf}", f"{here}/paper/leaves/{leaf}?{urlencode(with_danish)}"
    yield "leaf-meeting", f"{here}/meetings/{ids['closed meeting']}/summary/file?{urlencode(with_danish)}"
    if not beside:  # they have Danish beside another language in any case
        yield "leaf-blank", f"/paper/blank?in={lang}"
        yield "leaf-feelings", f"/paper/feelings?in={lang}"


def _save(pdf: bytes, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    paper = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(paper, 1):
        page.render(scale=_SCALE).to_pil().save(folder / f"{name}-{number}.png")
    paper.close()
