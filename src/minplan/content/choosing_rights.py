"""Rule: which rights belong here and now: at most three, by what somebody lives on, the moment and the day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from minplan.content.publishing import Standing
from minplan.content.right import ALL, Benefit, Right

MOST = 3


@dataclass(frozen=True, slots=True)
class ShownRight:
    """A right as it may be shown: `whole`, `with_care` or only as a question to `ask`."""

    right: Right
    standing: Standing


def fitting(right: Right, benefit: str | None, benefits: Mapping[str, Benefit]) -> bool:
    """Whether it is for somebody who lives on this; None knows nothing, and meets what is for everybody."""
    codes = {ALL}
    while benefit:
        codes.add(benefit)
        benefit = benefits[benefit].parent if benefit in benefits else None
    return not codes.isdisjoint(right.benefits)


def at_moment(shown: Iterable[ShownRight], moment: str, most: int = MOST) -> list[ShownRight]:
    """The `most` that are nearest to the top in this moment; what can only be asked about waits behind a tap."""
    here = [each for each in shown if moment in each.right.moments and each.standing != "ask"]
    return sorted(here, key=lambda each: each.right.moments[moment])[:most]


def shown_rights(
    rights: Iterable[Right],
    how: Callable[[Right], Standing],
    benefit: str | None,
    benefits: Mapping[str, Benefit],
) -> list[ShownRight]:
    """Every right that may be shown to somebody who lives on `benefit`, in the order of the files."""
    found = [ShownRight(right, how(right)) for right in rights if fitting(right, benefit, benefits)]
    return [each for each in found if each.standing != "withheld"]
