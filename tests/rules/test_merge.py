"""Two edits of the same words, joined line by line."""

import pytest
from hypothesis import given, strategies as st

from minplan.words import joined

LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=6).map("\n".join)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a\nb\nc", "a1\nb\nc", "a\nb\nc1", "a1\nb\nc1"),
        ("a\nb", "a\nb\nc", "a\nb", "a\nb\nc"),
        ("a\nb", "a\nb", "b", "b"),
        ("", "hello", "world", "world\nhello"),
        ("a", "mine", "theirs", "theirs\nmine"),
        ("a", "same", "same", "same"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
    ],
)
def test_each_keeps_what_they_changed(base: str, mine: str, theirs: str, both: str) -> None:
    assert joined(base, mine, theirs) == both


@given(LINES, LINES)
def test_whoever_changed_nothing_takes_the_others(base: str, other: str) -> None:
    assert joined(base, base, other).split("\n") == other.split("\n")
    assert joined(base, other, base).split("\n") == other.split("\n")


@given(LINES, LINES, LINES)
def test_no_new_line_of_either_is_lost(base: str, mine: str, theirs: str) -> None:
    old, both = base.split("\n"), joined(base, mine, theirs).split("\n")
    assert all(line in both for text in (mine, theirs) for line in text.split("\n") if line not in old)
