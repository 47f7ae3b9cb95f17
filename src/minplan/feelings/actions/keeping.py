"""Verb: a citizen keeps the picture of what fills them, for themselves alone."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from minplan import clock
from minplan.feelings import own
from minplan.feelings.checkin import CheckIn
from minplan.journey import Outcome

AGAIN = timedelta(minutes=10)  # the same picture within this time is the same answer, sent twice


def keep_checkin(by: UUID, told: CheckIn) -> Outcome:
    """Keep it, with the yes to that. Asked twice, done once."""
    content = told.as_content()
    with own.writing(by) as writing:
        there = next((each for each in writing.every("checkin") if _is_same(each, content)), None)
        if there:
            return Outcome("unchanged", there.id)
        return Outcome("done", writing.keep("checkin", content))


def _is_same(kept: own.Opened, content: dict[str, Any]) -> bool:
    return kept.at >= clock.now() - AGAIN and all(kept.content[name] == content[name] for name in content)
