"""Before anything has begun: what happens, who can help, and how it hangs together."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from cast import Plan
from markupsafe import escape
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import clock, db
from minplan.access import Membership, PersonView
from minplan.content import welcome, who_helps


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
@pytest.mark.parametrize("address", ["/welcome", "/who-can-help"])
def test_anybody_may_read_it_in_every_language(nobody: Browser, lang: str, address: str) -> None:
    page = nobody.get(f"{address}?lang={lang}", follow_redirects=True)
    assert page.status_code == 200 and f'lang="{lang}"' in page.text


def test_the_welcome_says_what_one_chooses_and_what_the_law_does(nobody: Browser) -> None:
    page = nobody.get("/welcome").text
    for part in welcome().values():
        for each in part:
            assert escape(each.name) in page and escape(each.text) in page
    assert [each.id for each in welcome()["choice"] if not each.chosen] == ["law"]
    for address in ("/rights/", "/letters", "/who-can-help", "/sign-in"):
        assert f'href="{address}' in page
    assert 'href="/welcome"' in nobody.get("/sign-in").text


def test_where_it_is_ours_there_is_a_name_and_where_not_it_says_who(
    nobody: Browser, citizen: Browser, amira: Plan
) -> None:
    with db.writing() as session:
        session.get_one(Membership, (amira.id, amira.tove)).department = "Ydelse"
        session.get_one(Membership, (amira.id, amira.bo)).phone = "70 00 00 01"
    mine = _answers(citizen.get("/who-can-help").text)
    assert "Tove" in mine["money"] and "Bo" in mine["home"] and "70 00 00 01" in mine["home"]
    assert "Ikke os, men:" in mine["tax"] and "Skattestyrelsen" in mine["tax"] and "<bdi>Bo<" not in mine["tax"]
    assert "Jeg har brug for hjælp. Det handler om: Penge fra kommunen. Vil Tove ringe til mig?" in mine["money"]
    signed_out = _answers(nobody.get("/who-can-help").text)
    assert "Tove" not in signed_out["money"] and "logget ind" in signed_out["money"]


def test_one_tap_asks_the_right_one_to_call(citizen: Browser, amira: Plan) -> None:
    page = _answers(citizen.get("/who-can-help").text)["home"]
    told = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    assert told["topic"] == "talk" and told["lang"] == "da"
    page = citizen.post(f"/plans/{amira.id}/calls", data=told, follow_redirects=True).text
    assert "Det handler om: Bolig. Vil Bo ringe til mig?" in page and "svar senest" in page


def test_whoever_has_no_plan_yet_reads_every_open_page(
    newcomer: Callable[..., PersonView], browser: Callable[[PersonView], Browser]
) -> None:
    client = browser(newcomer("citizen"))
    for address in ("/welcome", "/who-can-help", "/rights", "/letters", "/sentences", "/toolbox", "/words", "/help"):
        assert client.get(address).status_code == 200, address


def test_what_nobody_has_read_for_a_year_is_not_told(nobody: Browser) -> None:
    clock.start(clock.parse((who_helps().checked + timedelta(days=366)).isoformat()))
    page = nobody.get("/who-can-help").text
    assert "Skattestyrelsen" not in page and "hvem det er nu" in page


def test_everybody_around_the_plan_is_told_with_what_they_decide(citizen: Browser, bo: Browser, amira: Plan) -> None:
    page = citizen.get(f"/plans/{amira.id}/together").text
    assert "Du er i midten" in page and "Finder vej sammen med dig" in page
    for name in ("Bo", "Tove", "Ydelseskontoret", "Jobnet", "Ankestyrelsen"):
        assert f">{name}<" in page
    theirs = bo.get(f"/plans/{amira.id}/together").text
    assert "Amira er i midten" in theirs and "Finder vej sammen med borgeren" in theirs


def _answers(page: str) -> dict[str, str]:
    parts = {part.partition("<span>")[2].partition("</span>")[0]: part for part in page.split("<details")[1:]}
    return {topic.id: parts[topic.name] for topic in who_helps().topics if topic.name in parts}
