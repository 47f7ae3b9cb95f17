"""Who stands where in the drawing of everybody around a plan."""

from itertools import combinations
from math import hypot
from uuid import uuid4

import pytest

from minplan.access import Member
from minplan.rights.constellation import PAYS, SIDE, Figure, figures, payer
from minplan.words import Words


def member(name: str, relation: str, department: str | None = None) -> Member:
    return Member(uuid4(), relation, name, "", department, None, None)  # type: ignore[arg-type]


def said(text: str) -> Words:
    return Words(text=text, lang="da", phrase=None, slots={})


BO, TOVE = member("Bo Friis", "contact"), member("Tove", "team", "Ydelse")
LISE = member("Lise", "mentor")


def kinds(found: list[Figure]) -> list[tuple[str, str]]:
    return [(each.circle, each.kind) for each in found]


def test_everybody_has_the_circle_that_is_theirs() -> None:
    found = figures([BO, TOVE], [LISE], [], PAYS)
    assert kinds(found) == [
        ("ours", "contact"), ("ours", "benefits"), ("yours", "mentor"), ("outside", "jobnet"), ("outside", "appeals"),
    ]  # fmt: skip
    assert [each.short or each.number for each in found] == ["BF", "T", "L", 1, 2]


@pytest.mark.parametrize(("department", "kind"), [("Lægehuset", "doctor"), ("Smerteklinikken", "hospital")])
def test_who_is_not_the_municipalitys_stands_outside_it_by_name(department: str, kind: str) -> None:
    found = figures([BO, member("Dr. Bech", "team", department)], [], [], PAYS)
    (doctor,) = [each for each in found if each.name == "Dr. Bech"]
    assert (doctor.circle, doctor.kind) == ("outside", kind) and doctor.number


@pytest.mark.parametrize(("benefit", "pays"), [(None, "benefits"), ("kontanthjaelp", "benefits"), ("dagpenge", "fund")])
def test_somebody_pays_and_it_says_who(benefit: str | None, pays: str) -> None:
    assert ("outside", pays) in kinds(figures([BO], [], [], payer(benefit)))
    assert ("outside", "fund") in kinds(figures([BO, TOVE], [], [], "fund"))


def test_what_lies_elsewhere_is_told_once_for_each_place() -> None:
    clinic, school = said("Vent på svar"), said("Begynd på sprog")
    found = figures([BO], [], [("Klinikken", clinic), ("Skolen", school), ("Klinikken", school)], PAYS)
    assert {each.name: each.steps for each in found if each.kind == "other"} == {
        "Klinikken": (clinic, school), "Skolen": (school,),
    }  # fmt: skip


@pytest.mark.parametrize("outside", [0, 1, 3])
@pytest.mark.parametrize("many", [1, 2, 5, 6])
def test_nobody_stands_on_anybody_else(many: int, outside: int) -> None:
    holders = [(f"Sted {number}", said("Vent")) for number in range(outside)]
    found = figures([member(f"Navn {number}", "team") for number in range(many)], [], holders, PAYS)
    for one, other in combinations(found, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 52
    for each in found:
        assert 24 <= each.x <= SIDE - 24 and 24 <= each.y <= SIDE - 24
        assert hypot(each.x - SIDE / 2, each.y - SIDE / 2) >= 32 + 24
