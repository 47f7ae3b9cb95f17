"""Rule: of what of a plan a system could hear after each of its changes, so that it is told that something is gone
where it could have known it, and of nothing else."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from minplan.access import TRACKS, kept_tracks

# (subject, verb) of the entries by which somebody hears of more or of less.
OPENS = frozenset({("person", "hide_tracks"), ("person", "change_contact"), ("person", "move_contact")} | {
    ("consent", verb) for verb in ("give_consent", "withdraw_consent", "consent_over")
} | {("plan", verb) for verb in ("close_plan", "open_plan")})  # fmt: skip


class Could(NamedTuple):
    """What it could hear of from a revision on. `own` is that the contact person was of its department."""

    revision: int
    tracks: frozenset[str]
    own: bool


class Contact(NamedTuple):
    """Who the contact person is now, of which department, and what the citizen keeps from them. `first` is the one
    before the first change that is written down."""

    person: UUID | None
    department: str | None
    hidden: frozenset[str]
    first: UUID | None


def could_hear(
    entries: Sequence[Any], contact: Contact, is_own: Callable[[str | None], bool], to_them: Mapping[UUID, str]
) -> list[Could]:
    """By its revisions, the oldest first. `entries` are those of a plan that open or close, in their order, `to_them`
    the tracks of the yeses that were ever given to the system's departments, by their ids."""
    eyes = _beginning(entries, contact)
    found = [eyes.could(0, is_own)]
    for entry in entries:
        _DOES[entry.verb](eyes, entry, to_them)
        found.append(eyes.could(entry.revision, is_own))
    return found


def before(found: Sequence[Could], revision: int) -> Could:
    """What it could hear of until this change was made."""
    return found[bisect_left(found, revision, key=lambda each: each.revision, lo=1) - 1]


def after(found: Sequence[Could], revision: int) -> Could:
    """The same, since it was made."""
    return found[bisect_right(found, revision, key=lambda each: each.revision, lo=1) - 1]


@dataclass
class _Eyes:
    """How things stand between two entries. `kept` is what the citizen chose to keep from somebody by name, `said` the
    track of each yes that holds, by its item."""

    contact: UUID | None
    department: str | None
    hidden: frozenset[str]
    is_here: bool = True
    kept: dict[UUID, frozenset[str]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def could(self, revision: int, is_own: Callable[[str | None], bool]) -> Could:
        own = self.is_here and is_own(self.department)
        tracks = frozenset(TRACKS if own else self.said.values()) if self.is_here else frozenset[str]()
        return Could(revision, tracks - self.hidden, own)

    def hide(self, entry: Any, _: Mapping[UUID, str]) -> None:
        was, now = (kept_tracks(each.get("hidden")) for each in (entry.before, entry.after))
        self.kept[entry.subject_id] = (self.kept.get(entry.subject_id, frozenset()) | (now - was)) - (was - now)
        if entry.subject_id == self.contact:
            self.hidden = now

    def hand_over(self, entry: Any, _: Mapping[UUID, str]) -> None:
        self.contact = entry.subject_id
        self.hidden |= self.kept.get(entry.subject_id, frozenset())
        self.move(entry, _)

    def move(self, entry: Any, _: Mapping[UUID, str]) -> None:
        self.department = entry.after.get("department", self.department)

    def give(self, entry: Any, to_them: Mapping[UUID, str]) -> None:
        if entry.subject_id in to_them:
            self.said[entry.after["item"]] = to_them[entry.subject_id]

    def end(self, entry: Any, _: Mapping[UUID, str]) -> None:
        self.said.pop(entry.after["item"], None)

    def leave(self, _entry: Any, _: Mapping[UUID, str]) -> None:
        self.is_here = False

    def come_back(self, _entry: Any, _: Mapping[UUID, str]) -> None:
        self.is_here = True


_DOES: Mapping[str, Callable[[_Eyes, Any, Mapping[UUID, str]], None]] = {
    "hide_tracks": _Eyes.hide,
    "change_contact": _Eyes.hand_over,
    "move_contact": _Eyes.move,
    "give_consent": _Eyes.give,
    "withdraw_consent": _Eyes.end,
    "consent_over": _Eyes.end,
    "close_plan": _Eyes.leave,
    "open_plan": _Eyes.come_back,
}


def _beginning(entries: Iterable[Any], contact: Contact) -> _Eyes:
    """As it was before the first of them: what none of them changed has always been as it is now."""
    moved = (each.before.get("department") for each in entries if "department" in each.after)
    hidden = (kept_tracks(each.before.get("hidden")) for each in entries if _hides(each, contact.first))
    handed = any(each.verb == "change_contact" for each in entries)
    rest = frozenset[str]() if handed else contact.hidden
    return _Eyes(contact.first, next(moved, contact.department), next(hidden, rest))


def _hides(entry: Any, who: UUID | None) -> bool:
    return bool(entry.verb == "hide_tracks" and entry.subject_id == who)
