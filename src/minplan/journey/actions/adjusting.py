"""An answer that is neither yes nor no as it stands: other words, or another day, than what was proposed."""

from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey.actions.common import Outcome
from minplan.journey.actions.days import must_lie_ahead, named_day
from minplan.journey.actions.steps import day_fields
from minplan.journey.actions.wishes import propose_change
from minplan.journey.commands import When
from minplan.journey.proposal import Proposal, ProposalAnswer
from minplan.journey.step import Step
from minplan.words import NewText, Text

_STATUS = {"yes": "yes", "adjust": "adjusted", "no": "no", "talk": "talk"}
_DAYS = ("when", "rest")


def status_of(change: Change, row: Proposal, command: ProposalAnswer) -> str:
    """What the answer makes of the proposal. A yes beside other words or another day is an adjustment."""
    if command.answer == "yes" and _says_otherwise(change, row, command):
        return "adjusted"
    return _STATUS[command.answer]


def adjust(change: Change, row: Proposal, command: ProposalAnswer) -> None:
    """Put the answerer's words or day in the place of what was proposed. Raises Invalid."""
    if row.what == "detour":
        raise Invalid({"answer": "unknown"})  # what somebody learned is theirs to say
    if row.what in _DAYS:
        _adjust_day(change, row, command.when)
    elif command.text is None:
        raise Invalid({"text": "required"})
    else:
        row.text_id = change.write(command.text).id


def must_be_asked_back(change: Change, row: Proposal) -> Step | None:
    """The step whose day the municipality has promised: another one from the citizen is a proposal in its turn."""
    step = change.session.get(Step, row.step_id) if row.what == "when" and row.step_id else None
    return step if step and step.ball == "municipality" and change.viewer.is_citizen else None


def ask_back(change: Change, row: Proposal, step: Step, when: When) -> Outcome:
    """Lay the citizen's own day before the municipality, in answer to the one it proposed."""
    _adjust_day(change, row, when)
    day_fields(change, step, when)
    row.status, row.answered_by_id, row.answered_at = "adjusted", change.viewer.person_id, change.at
    return propose_change(change, step, "when", when=when)


def _adjust_day(change: Change, row: Proposal, when: When) -> None:
    day = named_day(when)
    if day is None:
        raise Invalid({"when": "required"})
    if row.what == "rest":
        must_lie_ahead(change, "when", day)
        row.until = day
    else:
        row.when_on, row.when_at = (None, when.at) if when.at else (when.on, None)


def _says_otherwise(change: Change, row: Proposal, command: ProposalAnswer) -> bool:
    if row.what in _DAYS:
        proposed = row.until if row.what == "rest" else row.when_at or row.when_on
        named = named_day(command.when) if row.what == "rest" else command.when.day_or_time
        return named is not None and named != proposed
    return command.text is not None and _differs(command.text, _proposed(change, row))


def _proposed(change: Change, row: Proposal) -> Text | None:
    step = change.session.get(Step, row.step_id) if row.what == "step" and row.step_id else None
    return change.words(row.text_id or (step.title_id if step else None))


def _differs(new: NewText, proposed: Text | None) -> bool:
    if proposed is None or new.phrase or proposed.phrase:
        return proposed is None or not proposed.says(new)
    # A form that comes back unchanged names the reader's language, not the writer's.
    return (new.text or "").strip() != (proposed.body or "").strip()
