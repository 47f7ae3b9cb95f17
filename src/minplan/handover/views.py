"""The shapes in which contact persons, handovers and wishes are shown."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from minplan.handover.rule import Period
from minplan.words import Words

Hello = tuple[str, str, str]  # my name is …, I can help with …, I like …


@dataclass(frozen=True, slots=True)
class HandoverView:
    """A handover as the citizen sees it. `sent` says that the new contact person can read the citizen's page, `before`
    is what the citizen wrote for an earlier one."""

    id: UUID
    old: str | None
    new: str
    on: date
    reason: Words | None
    page_id: UUID | None
    page: Words | None
    own: Words | None
    goodbye: Words | None
    sent: bool
    before: Words | None


@dataclass(frozen=True, slots=True)
class MyContacts:
    """Everything about the citizen's contact persons: the hello of the one they have, and all there have been."""

    hello: Hello | None
    periods: tuple[Period, ...]
    latest: HandoverView | None


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A handover for which the old contact person may write a page: the citizen's name, and what stands so far."""

    id: UUID
    citizen: str
    new: str
    on: date
    page: Words | None
    goodbye: Words | None


@dataclass(frozen=True, slots=True)
class ToMe:
    """What the new contact person reads: the citizen's page, None before it is sent and where it is empty."""

    old: str | None
    on: date
    sent: bool
    page: Words | None


@dataclass(frozen=True, slots=True)
class About:
    """A professional as they tell of themselves, and whom they may name as their stand-in (id, name, telephone)."""

    name: str
    phone: str
    hours: str
    hello: Hello
    stand_in: UUID | None
    colleagues: tuple[tuple[UUID, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """How a citizen reaches their contact person, and who answers when that person is not there."""

    phone: str | None
    hours: str | None
    stand_in: str | None
    stand_in_phone: str | None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact person in the leader's list, None for nobody: their citizens, and how many have got another since."""

    person_id: UUID | None
    name: str | None
    role: str
    citizens: tuple[tuple[UUID, str], ...]  # plan and name
    handed_over: int


@dataclass(frozen=True, slots=True)
class Contacts:
    """All contact persons of a municipality. At least half of its citizens have had at most `most` within a year."""

    lines: tuple[ContactLine, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish for another contact person. `by` is who answered, `passed` that the promised day went by before that."""

    id: UUID
    plan_id: UUID
    citizen: str
    contact_id: UUID | None
    contact: str | None
    asked_on: date
    promised: date
    passed: bool
    state: str
    words_id: UUID
    words: Words | None
    answer: Words | None
    by: str | None
