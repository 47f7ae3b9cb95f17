"""The bench of the live meeting fails where a figure is more than it may be, not only where a word is lost."""

import pytest
from bench.live import over

WELL = {"p50_ms": 80.0, "p99_ms": 400.0, "sent": 8, "accepted": 5, "conflicts": 3, "lost": 0, "errors": 0, "untold": 0}


def test_figures_that_are_what_they_may_be_pass() -> None:
    assert over(WELL) == []


@pytest.mark.parametrize(
    ("name", "figure"), [("p50_ms", 100.1), ("p99_ms", 501), ("lost", 1), ("errors", 4000), ("untold", 1)]
)
def test_a_figure_that_is_more_fails(name: str, figure: float) -> None:
    assert over(WELL | {name: figure}) == [name]
