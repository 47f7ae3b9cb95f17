"""What came of a meeting, on a leaf to take home: the same as its page, to the citizen, and for nobody else."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pypdfium2
import pytest
from booklets import letters
from cast import Plan, said
from gathered import agreed, close, confirm, going_on
from sqlalchemy import func, select
from web.browser import Browser
from web.table import amira, at, bo, person, plan

from minplan import access, clock, db, journey, meeting
from minplan.journey import Ball
from minplan.meeting import NewAgreement

__all__ = ["amira", "bo", "plan"]
HOSTILE = '#panic("x") $1$ \u202e🪤 ' + "y" * 400


def _text(pdf: bytes) -> str:
    (page,) = pypdfium2.PdfDocument(pdf)
    assert all(each.left > 0 and each.right < 596 and each.bottom > 0 and each.top < 842 for each in letters(page))
    return page.get_textpage().get_text_range()


@pytest.fixture
def over(plan: Plan) -> UUID:
    """A meeting that is over, where each does something, and one agreement has nobody's yes."""
    found = going_on(plan)
    meeting.add_point(plan.citizen, plan.id, found, said("Skal jeg ringe?"))
    agreed(plan, found, "Jeg ringer til lægen", ball=Ball(holder="citizen"), on=clock.today())
    agreed(plan, found, "Bo skriver til skolen", ball=Ball(holder="municipality"), why=said("Så ved de det"))
    confirm(plan, found)
    confirm(plan, found, "municipality")
    agreed(plan, found, "Vi ses i haven", ball=Ball(holder="both"))
    close(plan, found)
    return found


def test_it_says_what_the_page_says(amira: Browser, bo: Browser, plan: Plan, over: UUID) -> None:
    assert f'href="{at(plan, over, "summary/file")}"' in amira.get(at(plan, over, "summary")).text
    assert at(plan, over, "summary/file") in amira.get("/plan/paper").text
    answer = amira.get(at(plan, over, "summary/file"))
    assert answer.mimetype == "application/pdf" and answer.headers["Cache-Control"] == "no-store"
    told = _text(answer.data)
    for words in ("Det kom I frem til", "Jeg ringer til lægen", "Så ved de det", "Skal jeg ringe?", "Det nåede I ikke"):
        assert words in told
    assert told.index("Det gør jeg") < told.index("Jeg ringer til lægen")
    assert "Det mangler dit ja" in told and told.count("Vi ses i haven") == 2, "what both do stands in both halves"
    assert "Jeg er enig" in told and "Navn og dag" in told, "who has not answered can do so with a pen"
    assert _text(amira.get(at(plan, over, "summary/file")).data) == told
    assert "Bolden ligger hos dig." in _text(bo.get(at(plan, over, "summary/file")).data), "it speaks to the citizen"


def test_it_is_the_citizens_language_with_danish_beside_it(bo: Browser, plan: Plan, over: UUID) -> None:
    with db.writing() as session:
        session.get_one(access.Person, plan.citizen).language = "ar"
    page = bo.get(at(plan, over, "summary")).text
    assert "summary/file?beside=1" in page
    one, two = (_text(bo.get(at(plan, over, f"summary/file{query}")).data) for query in ("", "?beside=1"))
    assert "kommunen" not in one and "kommunen" in two
    openings = access.Opening.__table__  # type: ignore[attr-defined]
    with db.reading() as connection:
        seen = select(func.count()).where(openings.c.plan_id == plan.id, openings.c.what == "summary")
        assert connection.execute(seen).scalar() == 3, "the page, and each file"


def test_half_a_leaf_is_handed_to_nobody(browser: Callable[..., Browser], plan: Plan) -> None:
    found = going_on(plan)
    new = NewAgreement(what=said("Tal om sorgen"), track="family")
    meeting.agree(plan.bo, plan.id, found, new)
    confirm(plan, found)
    close(plan, found)
    journey.hide_tracks(plan.citizen, plan.id, plan.tove, {"family"})
    tove = browser(person(plan.tove))
    assert "summary/file" not in tove.get(at(plan, found, "summary")).text
    assert "summary/file" not in tove.get(f"/plans/{plan.id}/paper").text
    answer = tove.get(at(plan, found, "summary/file"))
    assert answer.status_code == 303 and answer.location.endswith("/summary")


def test_there_is_none_of_a_meeting_that_goes_on_or_is_anothers(
    browser: Callable[..., Browser], amira: Browser, nobody: Browser, plan: Plan, over: UUID
) -> None:
    for where in (going_on(plan), uuid4()):
        assert amira.get(at(plan, where, "summary/file")).status_code == 404
    for stranger in (plan.dorte, plan.camilla):
        assert browser(person(stranger)).get(at(plan, over, "summary/file")).status_code == 404
    assert nobody.get(at(plan, over, "summary/file")).status_code == 303


@pytest.mark.parametrize("lang", ["da", "ar"])
def test_whatever_is_said_it_is_one_page_and_says_what_it_left_out(amira: Browser, plan: Plan, lang: str) -> None:
    found = going_on(plan)
    for number in range(12):
        agreed(plan, found, f"{number} {HOSTILE}", ball=Ball(holder=("citizen", "municipality")[number % 2]))
    confirm(plan, found)
    confirm(plan, found, "municipality")
    close(plan, found)
    told = _text(amira.get(f"{at(plan, found, 'summary/file')}?beside=1&lang={lang}").data)
    assert "panic" in told and "skærmen" in told
