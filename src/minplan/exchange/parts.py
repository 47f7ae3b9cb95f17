"""Rule: rows as the parts of a document. What is not set is not written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from minplan.access import Member, tracks_of
from minplan.exchange.refs import Refs
from minplan.exchange.shapes import Values
from minplan.words import Words, words_of

_ERASED = "(slettet)"  # a document says that there were words


def text(words: Words | None) -> Values | None:
    """Somebody's own words, or a phrase."""
    if words is None:
        return None
    if words.phrase is not None:
        return {"phrase": words.phrase, "slots": words.slots or {}}
    if words.erased:
        return {"text": _ERASED, "lang": "da"}
    return {"text": words.text, "lang": words.lang}


def professional(member: Member) -> Values:
    """The contact person or one of the team, as this plan knows them."""
    fields = ("name", "role", "phone", "email") if member.relation == "contact" else ("name", "role", "department")
    return {field: getattr(member, field) for field in fields}


def goal(rows: Sequence[Any], steps: Sequence[Any], refs: Refs) -> Values:
    """A goal from its rows, one for each milestone."""
    first = rows[0]
    return set_only(
        ref=refs[first.id],
        title=text(words_of(first, "title")),
        track=first.track,
        why=text(words_of(first, "why")),
        milestones=[milestone(row, steps, refs) for row in rows if row.milestone_id],
    )


def milestone(row: Any, steps: Sequence[Any], refs: Refs) -> Values:
    """A milestone with its steps in their order."""
    own = sorted((step for step in steps if step.milestone_id == row.milestone_id), key=lambda step: step.position)
    return {
        "ref": refs[row.milestone_id],
        "title": text(words_of(row, "landmark")),
        "steps": [step(each, refs) for each in own],
    }


def step(row: Any, refs: Refs) -> Values:
    """A step."""
    return set_only(
        ref=refs[row.id],
        title=text(words_of(row, "title")),
        why=text(words_of(row, "why")),
        tracks=list(tracks_of(row.tracks)),
        kind=row.kind,
        law=row.law,
        state=row.state,
        ball=set_only(**{"with": row.ball, "name": _ball_name(row)}) or None,
        when=day(row.when_at or row.when_on),
        done_on=day(row.done_on),
        learned=text(words_of(row, "learned")),
        together_with=refs.get(row.together_with_id),
        since=day(row.since),
        until=day(row.until),
    )


def _ball_name(row: Any) -> str | None:
    # Somebody else has a name in every document, also one that was emptied here.
    return row.ball_name or (_ERASED if row.ball == "other" else None)


def win(row: Any, refs: Refs) -> Values:
    """A win."""
    return set_only(
        text=text(words_of(row, "title")),
        on=day(row.on),
        by=row.by_name or "citizen",
        step=refs.get(row.step_id),
    )


def day(value: date | None) -> str | None:
    """A day or a time as it is written."""
    return value.isoformat() if value else None


def set_only(**members: Any) -> Values:
    """The members that are set."""
    return {name: value for name, value in members.items() if value is not None}
