"""What somebody is in the middle of leads to what they can expect there; nothing that can be shown is out of reach."""

from datetime import date

import pytest

from minplan import content, rights
from minplan.content import MOMENTS, ShownRight
from minplan.rights import SITUATIONS

DAY = date(2026, 11, 22)
SHOWN = [
    ShownRight(right, standing)
    for right in content.rights_shelf().rights.values()
    if (standing := content.standing(right, DAY)) != "withheld"
]


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_each_of_the_eight_pictures_leads_to_something(situation: rights.Situation) -> None:
    found = rights.about(situation, SHOWN)
    assert len(SITUATIONS) == 8 and len(found) >= 2
    assert set(situation.moments) <= set(MOMENTS)
    assert all(set(situation.moments) & set(each.right.moments) for each in found)


def test_the_nearest_stands_first_and_what_can_only_be_asked_about_last() -> None:
    found = rights.about(SITUATIONS["meeting"], SHOWN)
    assert found[0].right.moments["invitation"] == min(
        each.right.moments["invitation"] for each in found if "invitation" in each.right.moments
    )
    asked = [ShownRight(each.right, "ask") for each in SHOWN[:1]] + SHOWN[1:]
    moments = SHOWN[0].right.moments
    situation = next(each for each in SITUATIONS.values() if set(each.moments) & set(moments))
    assert rights.about(situation, asked)[-1].right is SHOWN[0].right
