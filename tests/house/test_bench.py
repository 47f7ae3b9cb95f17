"""A bench fails where a figure is more than it may be, or less, not only where something is lost."""

import pytest
from bench.live import over
from bench.sync import amiss

WELL = {"p50_ms": 80.0, "p99_ms": 400.0, "sent": 8, "accepted": 5, "conflicts": 3, "lost": 0, "errors": 0, "untold": 0}


def test_figures_that_are_what_they_may_be_pass() -> None:
    assert over(WELL) == []


@pytest.mark.parametrize(
    ("name", "figure"), [("p50_ms", 100.1), ("p99_ms", 501), ("lost", 1), ("errors", 4000), ("untold", 1)]
)
def test_a_figure_that_is_more_fails(name: str, figure: float) -> None:
    assert over(WELL | {name: figure}) == [name]


CALM = {
    "lost": 0, "twice": 0, "unequal": 0, "out_of_order": 0, "faults": 0, "overwritten": 0, "echoed": 0,
    "in_per_s": 200, "out_per_s": 500, "growth": 1.5,
}  # fmt: skip


def test_a_storm_that_leaves_nothing_behind_passes() -> None:
    assert amiss(CALM) == []


@pytest.mark.parametrize(
    ("name", "figure"), [("lost", 1), ("twice", 1), ("echoed", 1), ("in_per_s", 199), ("out_per_s", 499), ("growth", 2)]
)
def test_one_that_leaves_something_fails(name: str, figure: float) -> None:
    assert amiss(CALM | {name: figure}) == [name]
