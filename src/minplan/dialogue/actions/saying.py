"""What the verbs share: one more message in a thread, said once, and the journal told."""

from datetime import date

from minplan.access import Change
from minplan.dialogue import store
from minplan.dialogue.message import Message
from minplan.dialogue.thread import Thread
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.words import NewText


def add(
    change: Change,
    row: Thread,
    verb: str,
    kind: str,
    text: NewText | None,
    promised: date | None,
    day: date | None = None,
) -> Outcome:
    """One more message. The thread waits for the municipality by `promised`, or is answered when that is None."""
    if _said_already(change, row, kind, text, day):
        return Outcome("unchanged", row.id, row.promised)
    text_id = change.write(text).id if text else None
    row.last_number += 1
    row.state = "open" if promised else "answered"
    row.since = (row.since or change.today) if promised else None
    row.promised = promised
    change.session.add(
        Message(
            thread_id=row.id,
            number=row.last_number,
            kind=kind,
            text_id=text_id,
            by_id=change.viewer.person_id,
            at=change.at,
            revision=change.plan.revision,
            promised=day,
        )
    )
    said = {"message": kind, "text_id": str(text_id) if text_id else None}
    record(change, verb, row, said | {"promised": promised.isoformat() if promised else None})
    return Outcome("done", row.id, promised)


def _said_already(change: Change, row: Thread, kind: str, text: NewText | None, day: date | None) -> bool:
    """Asked twice, done once. Words that a citizen repeats in an answered thread open it again all the same."""
    if change.viewer.is_citizen and row.state != "open":
        return False
    latest = store.own_latest(change, row)
    # A call is the same call until somebody answers; in a conversation only the very last words can be a repetition.
    for message, said in latest if kind == "asked" else latest[:1]:
        same = said.says(text) if said and text else said is None and text is None
        if same and message.kind == kind and message.promised == day:
            return True
    return False


def record(
    change: Change, verb: str, row: Thread, after: dict[str, str | None], before: dict[str, str | None] | None = None
) -> None:
    """Tell the journal about a thread; what is None is left out."""
    told, old = ({name: value for name, value in each.items() if value} for each in (after, before or {}))
    change.record(Record(verb, "thread", row.id, step_id=row.step_id, before=old, after={"topic": row.topic} | told))
