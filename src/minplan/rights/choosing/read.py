"""Verbs that read what there is to choose, and what was chosen, as far as the reader sees its track."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from minplan.access import View
from minplan.errors import NotFound
from minplan.rights.choosing import store
from minplan.words import Words, words_of


class OptionView(NamedTuple):
    """One option as it is shown; `step_id` is the step that it became."""

    id: UUID
    title: Words
    why: Words
    takes: Words | None
    money: Words | None
    new: Words | None
    state: str
    step_id: UUID | None


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A question and its options. `because` is why it was taken back, in the words of whoever did."""

    id: UUID
    milestone_id: UUID
    track: str
    question: Words
    state: str
    asked_on: date
    chosen_on: date | None
    by: str | None
    because: Words | None
    options: tuple[OptionView, ...]

    def of(self, state: str) -> tuple[OptionView, ...]:
        """The options that stand like this: `open`, `chosen` or `later`."""
        return tuple(option for option in self.options if option.state == state)


def choices(view: View) -> tuple[ChoiceView, ...]:
    """Every choice of the plan, the newest first."""
    return _choices(view, store.every(view.connection, view.plan.id))


def choice(view: View, choice_id: UUID) -> ChoiceView:
    """One choice of the plan; raises NotFound."""
    found = _choices(view, store.one(view.connection, view.plan.id, choice_id))
    if not found:
        raise NotFound
    return found[0]


def choice_of(view: View, step_id: UUID) -> ChoiceView | None:
    """The choice that a step came from; None where nobody chose it."""
    return next(iter(_choices(view, store.of_step(view.connection, view.plan.id, step_id))), None)


def _choices(view: View, rows: Iterable[Any]) -> tuple[ChoiceView, ...]:
    seen = (row for row in rows if row.track not in view.viewer.hidden)
    return tuple(_choice(view, list(group)) for _, group in groupby(seen, key=lambda row: row.id))


def _choice(view: View, rows: list[Any]) -> ChoiceView:
    first = rows[0]
    return ChoiceView(
        id=first.id,
        milestone_id=first.milestone_id,
        track=first.track,
        question=_words(first, "question"),
        state=first.state,
        asked_on=first.asked_on,
        chosen_on=first.chosen_on,
        by=view.name_of(first.by_id),
        because=words_of(first, "reason"),
        options=tuple(map(_option, rows)),
    )


def _option(row: Any) -> OptionView:
    told = (_words(row, "title"), _words(row, "why"), words_of(row, "takes"), words_of(row, "money"))
    return OptionView(row.option_id, *told, words_of(row, "new"), row.option_state, row.step_id)


def _words(row: Any, name: str) -> Words:
    # The columns are compulsory: there is always a text.
    return words_of(row, name) or Words("", "da")
