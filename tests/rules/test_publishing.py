"""Which rights may be shown, by the publishing rules, on records made for each."""

from dataclasses import replace
from datetime import date

import pytest

from minplan.content import Right, good_until, standing

NOW, SIGNED = date(2026, 11, 22), date(2026, 12, 1)
PLAIN = Right(
    "bisidder", "Tag en med", "Du må.", "Sig til.", "companion", "Forvaltningsloven", "§ 8", "https://example.dk",
    ("all",), {"before_meeting": 1}, "confirmed", "stable", NOW, "minplan",
)  # fmt: skip


@pytest.mark.parametrize(
    ("told", "unsigned", "signed"),
    [
        ({}, "whole", "whole"),
        ({"certainty": "known"}, "withheld", "whole"),
        ({"certainty": "unsure"}, "withheld", "withheld"),
        ({"source": "before_reform"}, "with_care", "whole"),
        ({"source": "old"}, "with_care", "whole"),
        ({"source": "bill"}, "with_care", "whole"),
        ({"source": "reform"}, "whole", "whole"),
        ({"valid_from": date(2027, 1, 1)}, "withheld", "withheld"),
        ({"valid_to": date(2026, 11, 21)}, "ask", "ask"),
        ({"expected_change": date(2026, 11, 22)}, "ask", "whole"),
        ({"expected_change": date(2026, 12, 2)}, "whole", "whole"),
    ],
)
def test_how_a_record_stands_today(told: dict[str, object], unsigned: str, signed: str) -> None:
    right = replace(PLAIN, **told)
    assert standing(right, NOW) == unsigned
    assert standing(right, NOW, reviewed=SIGNED) == signed


def test_in_production_only_what_is_signed() -> None:
    assert standing(PLAIN, NOW, signed_only=True) == "withheld"
    assert standing(PLAIN, NOW, reviewed=NOW, signed_only=True) == "whole"


def test_a_signature_from_before_the_change_does_not_outlive_it() -> None:
    changing = replace(PLAIN, source="before_reform", expected_change=date(2027, 1, 1))
    assert standing(changing, date(2026, 12, 31), reviewed=SIGNED) == "whole"
    assert standing(changing, date(2027, 1, 1), reviewed=SIGNED) == "ask"
    assert standing(changing, date(2027, 1, 2), reviewed=date(2027, 1, 1)) == "whole"


def test_nothing_is_good_for_ever() -> None:
    assert good_until(PLAIN) == date(2028, 11, 21)
    assert good_until(replace(PLAIN, source="reform")) == date(2027, 11, 22)
    assert good_until(replace(PLAIN, source="reform"), reviewed=SIGNED) == date(2027, 12, 1)


def test_a_day_put_too_late_keeps_nothing_longer_than_its_signature() -> None:
    assert good_until(replace(PLAIN, researched=date(2099, 1, 1)), reviewed=SIGNED) == date(2028, 11, 30)


@pytest.mark.parametrize("field", ["researched", "valid_to", "expected_change"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_too_far_away_to_be_counted_from(field: str, day: date) -> None:
    assert good_until(replace(PLAIN, **{field: day})) <= date.max
