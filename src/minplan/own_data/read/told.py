"""Rule: the words in something that a citizen kept, whatever kind it is, in the order in which they lie there."""

from collections.abc import Iterator
from typing import Any

from minplan.words import Words


def told(content: Any) -> Iterator[Words]:
    """Own words and ready sentences, wherever they stand in it; a choice without words is not among them."""
    if isinstance(content, list):
        for each in content:
            yield from told(each)
    elif isinstance(content, dict) and (content.get("phrase") or (content.get("text") and content.get("lang"))):
        yield Words(content.get("text"), content.get("lang"), content.get("phrase"), content.get("slots"))
    elif isinstance(content, dict):
        for each in content.values():
            yield from told(each)
