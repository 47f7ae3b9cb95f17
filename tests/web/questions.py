"""The standard questions to everything that can be done with a plan. A test file names its deeds and asks them."""

from collections.abc import Callable, Iterator
from typing import ClassVar
from uuid import uuid4

import pytest
from databases import fresh
from flask import Flask
from props import everything
from sqlalchemy import Engine
from web.deed import Deed
from web.stage import Stage, build

Restage = Callable[[], Stage]
STALE = {"seen_state": "resting", "seen_ball": "other", "seen_date": "2026-11-01", "seen_number": "0"}
PICKED = {"slot_who"}  # from a list, so that nothing typed can be lost
TYPED = "Mit nummer er 010190-1234, og 🌳 står her"


@pytest.fixture
def restage(app: Flask, sqlite: Engine) -> Restage:
    """The stage as it was before anything was done."""

    def again() -> Stage:
        fresh(sqlite)
        return build(app)

    return again


class Questions:
    """`deeds` are asked; `repeatable` may be done many times; `barred` names who has a place and still may not."""

    deeds: ClassVar[dict[str, Deed]]
    repeatable: ClassVar[set[str]] = set()
    barred: ClassVar[dict[str, tuple[str, ...]]] = {}

    def each(self, restage: Restage) -> Iterator[tuple[str, Deed, Stage]]:
        for name, deed in self.deeds.items():
            yield name, deed, restage()

    def test_it_works_and_says_so(self, restage: Restage) -> None:
        for name, deed, stage in self.each(restage):
            browser = stage.browser(deed.who)
            answer = deed.do(stage, browser)
            assert answer.status_code == 303, name
            page = browser.get(answer.location).text
            assert deed.told in page and 'role="status"' in page, name

    def test_asked_twice_is_done_once(self, restage: Restage) -> None:
        for name, deed, stage in self.each(restage):
            if name in self.repeatable:
                continue
            browser = stage.browser(deed.who)
            deed.do(stage, browser)
            before = everything()
            assert deed.do(stage, browser).status_code == 303, name
            assert everything() == before, f"{name} twice is not {name} once"

    def test_words_come_back_when_something_is_to_be_put_right(self, restage: Restage) -> None:
        stage = restage()
        for name, deed in self.deeds.items():
            for field in set(deed.words) - PICKED:
                answer = deed.do(stage, **{field: TYPED})
                assert answer.status_code == 422, (name, field)
                assert "og 🌳 står her" in answer.text and 'role="alert"' in answer.text, (name, field)
                assert "010190-1234" not in answer.text, (name, field)
                others = [value for key, value in deed.form.items() if key in deed.words and key != field]
                assert all(other in answer.text for other in others), (name, field)

    def test_a_form_that_has_become_old_shows_both_and_changes_nothing(self, restage: Restage) -> None:
        stage = restage()
        for name, deed in self.deeds.items():
            seen = {key: STALE.get(key, str(uuid4())) for key in deed.form if key.startswith("seen_")}
            if not seen:
                continue
            before = everything()
            answer = deed.do(stage, **seen)
            assert answer.status_code == 409, name
            assert everything() == before, name
            assert "Intet er tabt. Du vælger, hvad der skal gælde." in answer.text, name
            assert all(deed.form[field] in answer.text for field in deed.words), name

    def test_a_stranger_meets_nothing_and_nobody_the_door(self, restage: Restage) -> None:
        stage = restage()
        before = everything()
        for name, deed in self.deeds.items():
            for stranger in ("dorte", "camilla", "leader"):
                assert deed.do(stage, stage.browser(stranger)).status_code == 404, (name, stranger)
            answer = deed.do(stage, stage.browser("nobody"))
            # What somebody wrote comes back to them; where there is nothing to keep the door is enough.
            assert answer.status_code == 401 or (answer.status_code, answer.location) == (303, "/sign-in"), name
            assert "/sign-in" in (answer.location or answer.text), name
        assert everything() == before

    def test_who_has_a_place_and_no_right_is_told_so(self, restage: Restage) -> None:
        stage = restage()
        before = everything()
        for name, people in self.barred.items():
            for person in people:
                assert self.deeds[name].do(stage, stage.browser(person)).status_code == 403, (name, person)
        assert everything() == before
