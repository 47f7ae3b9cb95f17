"""What others are shown is what was agreed, word for word, to whom and until when; a row alone shows nothing."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from minplan.feelings.agreeing import FOR_MEETING, agreement, as_shown, goes_along, holding, part, print_of

DAY = date(2026, 12, 3)
BO, MEETING, SHOWING = uuid4(), uuid4(), uuid4()
NOTE = {"text": "mest om natten", "lang": "da"}
CONTENT: dict[str, Any] = {"at": "2026-11-22", "agreed": "2026-11-22", "day": "hard", "note": NOTE}


def shown(with_note: bool = False, **later: Any) -> dict[str, Any]:
    agreed = agreement(CONTENT, FOR_MEETING, MEETING, [BO], DAY, with_note)
    return CONTENT | {"shown": {str(SHOWING): agreed}} | later


def read(content: dict[str, Any], today: date = DAY, meeting: UUID | None = MEETING, reader: UUID = BO) -> Any:
    return as_shown(content, SHOWING, today, meeting, reader)


def test_it_is_read_by_whom_for_what_and_as_long_as_was_agreed() -> None:
    assert read(shown()) == {"day": "hard", "note": None}
    assert read(shown(with_note=True)) == {"day": "hard", "note": NOTE}
    assert read(shown(), today=DAY + timedelta(days=1)) is None
    assert read(shown(), meeting=uuid4()) is read(shown(), meeting=None) is read(shown(), reader=uuid4()) is None
    assert as_shown(shown(), uuid4(), DAY, MEETING, BO) is read(CONTENT) is None


@pytest.mark.parametrize("later", [{"day": "good"}, {"sizes": {"afraid": 4}}])
def test_another_word_and_it_is_nobody_elses(later: dict[str, Any]) -> None:
    assert read(shown(**later)) is None and holding(shown(**later)) == {}


def test_another_note_is_not_shown_and_the_picture_is() -> None:
    for note in ({"text": "kun til mig", "lang": "da"}, NOTE | {"lang": "ar"}):
        content = shown(with_note=True, note=note)
        assert read(content) == {"day": "hard", "note": None} and not goes_along(content, SHOWING)


def test_the_print_is_of_what_is_read_and_of_nothing_else() -> None:
    assert print_of(CONTENT) == print_of(shown()) != print_of(CONTENT, with_note=True)
    assert part(CONTENT, with_note=True) == {"day": "hard", "note": NOTE}
