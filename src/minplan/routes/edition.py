"""Which edition of the product answers: after an upgrade or another setting every page is a new page."""

from functools import cache
from hashlib import blake2b

from flask import current_app

from minplan import language
from minplan.config import Settings
from minplan.routes.assets import HOUSE

MADE_OF = frozenset({".css", ".html", ".js", ".po", ".py", ".toml"})


def edition() -> tuple[object, ...]:
    """Everything that a page shows and that is the same for all plans and readers."""
    found: Settings = current_app.extensions["minplan"]
    return found.authority, found.jobnet_url, found.was_url, found.languages, found.answer_days, found.demo, _code()


@cache
def _code() -> str:
    files = (file for root in (HOUSE, language.folder()) for file in root.rglob("*.*") if file.suffix in MADE_OF)
    whole = blake2b(digest_size=8)
    for file in sorted(files):
        whole.update(file.read_bytes())
    return whole.hexdigest()
