"""The noun: a phrase, its Danish patterns and the slots that they hold.

A pattern is plain text with `{slot}`s and at most one part in `[ ]` that can be left out:
`{who} ringer til lægen[ senest {date}]`.
"""

import re
from dataclasses import dataclass

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text` is what others read, `you` what the person in the slot `who` reads; `text_one` and `you_one` are their
    forms when the slot `n` is one."""

    id: str
    group: str
    text: str
    you: str | None = None
    text_one: str | None = None
    you_one: str | None = None

    @property
    def kind(self) -> str:
        """What it is a phrase for, the first part of its id: `step`, `why`, `say`, `aloud` and so on."""
        return self.id.partition(".")[0]

    @property
    def context(self) -> str:
        """The message context of its translations; that of the `you` form has `:you` behind it."""
        return f"phrase:{self.id}"

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in order. The name of a slot is its type."""
        return slots_in(self.text)

    @property
    def required(self) -> tuple[str, ...]:
        return slots_in(without_optional(self.text))


def slots_in(pattern: str) -> tuple[str, ...]:
    return tuple(_SLOT.findall(pattern))


def without_optional(pattern: str) -> str:
    return _OPTIONAL.sub("", pattern)


def with_optional(pattern: str) -> str:
    return _OPTIONAL.sub(r"\1", pattern)


def fill(pattern: str, values: dict[str, str]) -> str:
    """The pattern with its slots filled; the optional part goes when one of its values is not there."""
    whole = with_optional(pattern)
    if not values.keys() >= set(slots_in(whole)):
        whole = without_optional(pattern)
    return _SLOT.sub(lambda slot: values[slot[1]], whole)
