"""Two things timed in turn: what disturbs the machine disturbs both, and their ratio stays."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

WARM, RUNS = 20, 141


@dataclass(frozen=True, slots=True)
class Pairs:
    """Median CPU milliseconds of both, and of the ratios pair by pair the median and the quartiles around it."""

    ms: float
    base_ms: float
    ratio: float
    low: float
    high: float


def pairs(ours: Callable[[], object], base: Callable[[], object]) -> Pairs:
    """Time both, pair by pair; who comes first changes, because the second finds the other's leavings in the cache."""
    found = [_pair(ours, base) if turn % 2 else _pair(base, ours)[::-1] for turn in range(WARM + RUNS)][WARM:]
    low, middle, high = quantiles((a / b for a, b in found), n=4)
    return Pairs(median(a for a, _ in found), median(b for _, b in found), middle, low, high)


def _pair(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    return cpu(first), cpu(second)


def cpu(act: Callable[[], object]) -> float:
    """CPU milliseconds of the whole process while `act` runs."""
    began = time.process_time_ns()
    act()
    return (time.process_time_ns() - began) / 1e6
