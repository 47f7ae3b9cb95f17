"""Whatever shape something was kept in, its citizen finds every word of it again."""

import pytest
from hypothesis import given, strategies as st

from minplan.own_data.read.told import told

words = st.fixed_dictionaries({"text": st.text(min_size=1), "lang": st.sampled_from(["da", "ar"])})
plain = st.none() | st.integers() | st.text()
contents = st.recursive(plain | words, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"day": "good", "sizes": {"glad": 3}, "own": [], "note": None}, []),
        ({"own": [{"text": "ro", "lang": "da", "size": 2}], "note": {"text": "نار", "lang": "ar"}}, ["ro", "نار"]),
        ({"shelf": "good_at", "words": {"phrase": "strength.listens"}}, [None]),
        (None, []),
    ],
)  # fmt: skip
def test_words_are_found(content: object, said: list[str | None]) -> None:
    assert [each.text for each in told(content)] == said


@given(contents, words)
def test_no_shape_hides_them(content: object, said: dict[str, str]) -> None:
    found = list(told({"before": content, "words": said}))
    assert found[-1][:2] == (said["text"], said["lang"])
