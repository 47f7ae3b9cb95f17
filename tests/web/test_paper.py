"""The plan on paper: chosen, seen before it is printed, and for nobody else."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from answers import printed
from cast import Plan, said
from sqlalchemy import func, select
from web.browser import Browser

from minplan import access, db, journey
from minplan.booklet import FORMATS

Open = Callable[[access.PersonView], Browser]
OPENINGS = access.Opening.__table__  # type: ignore[attr-defined]


def test_the_way_leads_to_paper_and_back(citizen: Browser, amira: Plan) -> None:
    assert 'href="/plan/paper"' in citizen.get("/plan").text
    page = citizen.get("/plan/paper").text
    assert 'href="/plan"' in page
    chosen = re.findall(r'name="part" value="(\w+)" checked', page)
    assert chosen == ["way", "talk", "agreements", "wins", "rights", "own"], "what fills is never chosen for them"
    assert re.findall(r'name="format" value="([\w-]+)" checked', page) == ["a4-booklet"]
    assert page.count("<img") == 8


def test_every_picture_and_the_file_are_what_was_chosen(citizen: Browser, amira: Plan) -> None:
    page = citizen.get(f"/plans/{amira.id}/paper?chosen=1&part=talk&part=circles&part=nonsense&format=zine").text
    pictures = [each.replace("&amp;", "&") for each in re.findall(r'<img src="([^"]+)"', page)]
    wanted = {"chosen": ["1"], "part": ["talk", "circles"], "format": ["zine"]}
    assert [parse_qs(urlsplit(each).query) for each in pictures] == [wanted] * 8
    answer = citizen.get(pictures[6])
    assert answer.status_code == 200 and answer.mimetype == "image/png" and answer.data.startswith(b"\x89PNG")
    assert answer.headers["Cache-Control"] == "no-store"
    link = re.search(r'href="([^"]+/file[^"]+)"', page)
    assert link
    pdf = citizen.get(link[1].replace("&amp;", "&"))
    assert pdf.mimetype == "application/pdf" and pdf.headers["Cache-Control"] == "no-store"
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="min-vej-zine.pdf"'
    assert "Gå en tur" not in printed(pdf.data) and "Hvad fylder?" in printed(pdf.data)


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_can_be_had(citizen: Browser, amira: Plan, kind: str) -> None:
    pdf = citizen.get(f"/plans/{amira.id}/paper/file?format={kind}").data
    assert len(pypdfium2.PdfDocument(pdf)) == FORMATS[kind]
    assert "Gå en tur" in printed(pdf)


@pytest.mark.parametrize("number", [0, 9, 10**30])
def test_there_are_eight_pages(citizen: Browser, amira: Plan, number: int) -> None:
    assert citizen.get(f"/plans/{amira.id}/paper/pages/{number}").status_code == 404


def test_whoever_prints_for_the_citizen_prints_in_their_language_and_is_written_down_once(
    bo: Browser, amira: Plan
) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.citizen).language = "ar"
    page = bo.get(f"/plans/{amira.id}/paper").text
    assert "Dansk ved siden af العربية" in page
    for number in (1, 2):
        assert bo.get(f"/plans/{amira.id}/paper/pages/{number}").status_code == 200
    assert "طريقي" in printed(bo.get(f"/plans/{amira.id}/paper/file?format=reading&beside=1").data)
    with db.reading() as connection:
        seen = select(func.count()).where(OPENINGS.c.plan_id == amira.id, OPENINGS.c.what == "paper")
        assert connection.execute(seen).scalar() == 1


def test_nobody_else_finds_it(browser: Open, nobody: Browser, amira: Plan) -> None:
    for address in ("paper", "paper/pages/1", "paper/file"):
        assert nobody.get(f"/plans/{amira.id}/{address}").status_code == 303
        for stranger in (amira.dorte, amira.camilla):
            person = access.person(stranger)
            assert person and browser(person).get(f"/plans/{amira.id}/{address}").status_code == 404


def test_who_helps_can_write_on_the_page_that_else_is_for_own_words(citizen: Browser, amira: Plan) -> None:
    page = citizen.get(f"/plans/{amira.id}/paper?chosen=1&part=way&part=helpers").text
    assert re.findall(r'name="part" value="(\w+)" checked', page) == ["way", "helpers"]
    pdf = citizen.get(f"/plans/{amira.id}/paper/file?chosen=1&part=way&part=helpers&format=reading").data
    assert "Min læge skriver" in printed(pdf) and "Hvad fylder?" not in printed(pdf)


@pytest.mark.parametrize(("address", "pages"), [("blank?in=ar&format=zine", 1), ("blank", 2), ("feelings?in=xy", 1)])
def test_loose_leaves_are_for_everybody_here_and_about_nobody(
    citizen: Browser, bo: Browser, nobody: Browser, address: str, pages: int
) -> None:
    for reader in (citizen, bo):
        answer = reader.get(f"/paper/{address}")
        assert answer.mimetype == "application/pdf" and len(pypdfium2.PdfDocument(answer.data)) == pages
        assert "Amira" not in printed(answer.data)
    assert nobody.get(f"/paper/{address}").status_code == 303


def test_what_is_next_and_what_was_won_can_hang_on_a_wall(citizen: Browser, amira: Plan) -> None:
    card = citizen.get(f"/plans/{amira.id}/paper/leaves/step")
    assert card.mimetype == "application/pdf" and "Gå en tur" in printed(card.data)
    assert len(pypdfium2.PdfDocument(card.data)) == 1
    assert "leaves/praise" not in citizen.get("/plan/paper").text
    assert citizen.get(f"/plans/{amira.id}/paper/leaves/praise").status_code == 404
    assert citizen.get(f"/plans/{amira.id}/paper/leaves/another").status_code == 404
    journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Jeg gik hele vejen")))
    assert "leaves/praise" in citizen.get("/plan/paper").text
    assert "Jeg gik hele vejen" in printed(citizen.get(f"/plans/{amira.id}/paper/leaves/praise").data)
