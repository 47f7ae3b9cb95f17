"""What there is to live on today, and what has been said about it."""

from dataclasses import dataclass
from datetime import date

from minplan import clock, content
from minplan.access import View
from minplan.content import Benefit
from minplan.rights import store


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """Since when, what (None for "we do not know", and for what is called so no more), and who said it."""

    since: date
    benefit: Benefit | None
    by: str | None


def benefits_offered() -> list[Benefit]:
    """What somebody can live on today, in the order in which it is offered."""
    return [each for each in content.rights_shelf().benefits.values() if is_there(each, clock.today())]


def is_there(benefit: Benefit, day: date) -> bool:
    """Whether there is such a thing on that day."""
    begun = benefit.valid_from is None or benefit.valid_from <= day
    return begun and (benefit.valid_to is None or day <= benefit.valid_to)


def benefit_lines(view: View) -> list[BenefitLine]:
    """Everything that has been said about it, the newest first."""
    known = content.rights_shelf().benefits
    rows = store.benefit_lines(view.connection, view.plan.id)
    return [BenefitLine(row.since, known.get(row.code or ""), view.name_of(row.by_id)) for row in rows]
