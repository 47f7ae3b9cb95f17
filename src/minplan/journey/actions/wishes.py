"""Proposals on their way out: a citizen's wish, or a change that the other side has to say yes to."""

from datetime import date
from typing import Any

from minplan.access import Change
from minplan.errors import Conflict
from minplan.journal import Record
from minplan.journey.actions.again import added_already
from minplan.journey.actions.common import Outcome, plain
from minplan.journey.actions.days import default_day
from minplan.journey.commands import When
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText


def wish(
    change: Change,
    step: Step,
    what: str,
    text: NewText | None = None,
    when: When | None = None,
    until: date | None = None,
) -> Outcome:
    """A citizen's wish about what the law asks; the agreement stands until it is answered."""
    return propose_change(change, step, what, text=text, when=when, until=until, kind="wished")


def propose_change(
    change: Change,
    step: Step,
    what: str,
    text: NewText | None = None,
    when: When | None = None,
    until: date | None = None,
    kind: str = "proposed",
) -> Outcome:
    """A change of a step laid before the other side: title, why, day, rest or detour. A newer one replaces an older.

    Raises Conflict where a colleague's still waits, and Invalid where the contact could not read what it is about.
    """
    change.must_reach_contact(step.kind, step.track_names)
    older = load.open_proposal(change.session, step.id, what, other_side(change))
    if older and _asks_the_same(change, older, text, when or When(), until):
        return Outcome("unchanged", older.id, older.promised)
    if older:
        _make_way(change, older, mine=text or (when and when.day_or_time) or until)
    fields: dict[str, Any] = {
        "text_id": change.write(text).id if text else None,
        "when_on": when.on if when else None,
        "when_at": when.at if when else None,
        "until": until,
    }
    return lay(change, what, kind=kind, replaced=older, step_id=step.id, **fields)


def lay(
    change: Change, what: str, kind: str = "proposed", replaced: Proposal | None = None, **fields: Any
) -> Outcome:
    """Write a proposal to the other side and record it, with what it `replaced`. `fields` are those of Proposal."""
    to = other_side(change)
    promised = default_day(change) if to == "municipality" else None
    reason = change.reason_id()
    row = Proposal(
        plan_id=change.plan.id,
        what=what,
        by_id=change.viewer.person_id,
        at=change.at,
        to=to,
        promised=promised,
        **({"why_id": reason} | fields),
    )
    if known := added_already(change, row):
        return Outcome("unchanged", known, promised)
    change.session.add(row)
    change.session.flush()
    after = {name: plain(value) for name, value in fields.items() if value is not None}
    change.record(
        Record(
            "propose",
            "proposal",
            row.id,
            step_id=row.step_id,
            track=row.track,
            after=after
            | {"what": what, "to": to}
            | ({"promised": plain(promised)} if promised else {})
            | ({"replaces": plain(replaced.id)} if replaced else {}),
        )
    )
    return Outcome(kind, row.id, promised, replaced=replaced is not None)


def _asks_the_same(change: Change, older: Proposal, text: NewText | None, when: When, until: date | None) -> bool:
    said = change.words(older.text_id)
    same_words = said.says(text) if said and text else said is None and text is None
    return same_words and (older.when_on, older.when_at, older.until) == (when.on, when.at, until)


def _make_way(change: Change, older: Proposal, mine: Any) -> None:
    if older.by_id != change.viewer.person_id:
        said = change.words(older.text_id)
        theirs = said.as_words() if said else older.when_at or older.when_on or older.until
        raise Conflict(older.what, mine=mine, theirs=theirs)
    older.status = "withdrawn"


def other_side(change: Change) -> str:
    """Who answers a proposal from the person who is changing the plan."""
    return "municipality" if change.viewer.is_citizen else "citizen"
