"""Written in from paper: the same lines as on the page, all of them at once, and no word lost."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from meetings import agreed
from props import everything
from web.browser import Browser

from minplan import access, clock, db, dialogue, journey, meeting

Open = Callable[[access.PersonView], Browser]
SEEN = re.compile(r'name="(once|seen_horizon|talk_to)" value="([^"]*)"')


def _fill(browser: Browser, plan: UUID, number: int, query: str = "", **typed: Any) -> Any:
    """Open a page, write in it, and send it."""
    here = f"/plans/{plan}/paper/copy/{number}{query}"
    return browser.post(here, data=dict(SEEN.findall(browser.get(here).text)) | typed)


def _way(plan: Plan) -> journey.Way:
    with access.view(plan.citizen) as view:
        return journey.way(view)


def test_the_paper_leads_to_it_and_each_page_is_a_picture_with_its_number(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    for reader, paper in ((citizen, "/plan/paper"), (bo, f"/plans/{amira.id}/paper")):
        shown = reader.get(f"{paper}?chosen=1&part=talk").text
        link = re.search(rf'href="(/plans/{amira.id}/paper/copy\?[^"]+)"', shown)
        assert link
        page = reader.get(link[1].replace("&amp;", "&")).text
        assert f'href="{paper}"' in page and page.count("/paper/pages/") == 8
        assert "Side 4: Det vil jeg tale om" in page
        assert "Side 5: Mine egne ord" in page, "what was not printed has lines"
        assert len(re.findall(rf'href="/plans/{amira.id}/paper/copy/7\?', page)) == 3


def test_points_land_on_the_agenda_of_the_coming_meeting(citizen: Browser, amira: Plan) -> None:
    coming = agreed(amira)
    answer = _fill(citizen, amira.id, 4, talk_1="Pengene", talk_5="أريد عملاً", lang="ar")
    assert answer.status_code == 303
    after = citizen.get(answer.location).text
    assert "2 punkter står på dagsordenen." in after and f"/meetings/{coming}#agenda" in after
    assert "Næste side: 5" in after and "Pengene" not in after
    with access.view(amira.citizen) as view:
        points = meeting.one(view, coming).agenda
    assert [(each.text.text, each.text.lang) for each in points] == [("Pengene", "ar"), ("أريد عملاً", "ar")]


def test_without_a_meeting_a_citizen_asks_and_the_house_is_led_to_plan_one(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    answer = _fill(citizen, amira.id, 4, talk_1="Hvornår kommer pengene?")
    with access.view(amira.citizen) as view:
        (thread,) = dialogue.open_threads(view)
    assert f"/plans/{amira.id}/calls/{thread.id}" in citizen.get(answer.location).text
    page = bo.get(f"/plans/{amira.id}/paper/copy/4").text
    assert f"/plans/{amira.id}/meetings/new" in page and "<textarea" not in page
    words = {"doctor_1": "Gå en tur", "doctor_1_who": "min læge"}
    unsaid = _fill(bo, amira.id, 7, "?chosen=1&part=helpers", **words)
    assert unsaid.status_code == 422
    assert 'href="#copy-doctor_1_to"' in unsaid.text, "what others wrote goes nowhere unasked"


def test_a_meeting_that_came_or_went_meanwhile_sends_no_word_elsewhere(citizen: Browser, amira: Plan) -> None:
    here, before = f"/plans/{amira.id}/paper/copy/4", everything()
    gone = citizen.post(here, data={"talk_to": "talk", "talk_1": "Pengene"})
    assert gone.status_code == 422 and ">Pengene</textarea>" in gone.text and 'value="question"' in gone.text
    assert everything() == before
    agreed(amira)
    came = citizen.post(here, data={"talk_to": "question", "talk_1": "Pengene"})
    assert came.status_code == 422 and "Nu er der et møde." in came.text and 'name="talk_to" value="talk"' in came.text


def test_agreements_are_a_citizens_own_steps_and_the_houses_proposals(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    day = clock.today() + timedelta(days=4)
    halves = {"mine_1": "Ring til skolen", "mine_1_on": day.isoformat(), "theirs_2": "Find en tolk"}
    assert "2 skridt står på vejen." in citizen.get(_fill(citizen, amira.id, 5, **halves).location).text
    steps = {each.title.text: each for each in _way(amira).open}
    assert steps["Ring til skolen"].when_on == day and steps["Find en tolk"].ball.holder == "municipality"  # type: ignore[union-attr]
    assert steps["Find en tolk"].when_on, "the municipality's turn has a promised day"
    answer = _fill(bo, amira.id, 5, mine_1="Besøg et værksted", theirs_1="Spørg på biblioteket")
    assert "2 forslag venter på svar." in bo.get(answer.location).text
    assert {each.kind for each in _way(amira).suggestions} == {"agreed"}
    assert "skrevet ind fra papiret" in citizen.get(f"/plans/{amira.id}/history").text


def test_the_way_has_whose_turn_and_a_day_and_the_horizon_is_the_citizens(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    words = {"step_1": "Gå til læge", "step_1_turn": "both", "horizon_1": "Ro om aftenen"}
    assert _fill(citizen, amira.id, 3, **words).status_code == 303
    way = _way(amira)
    assert [each.ball.holder for each in way.open if each.title.text == "Gå til læge" and each.ball] == ["both"]
    assert way.horizon and way.horizon.text == "Ro om aftenen"
    assert "Ro om aftenen" in citizen.get(f"/plans/{amira.id}/paper/copy/3").text
    page = bo.get(f"/plans/{amira.id}/paper/copy/3").text
    assert "horizon_1" not in page and "skriver Amira selv ind" in page
    journey.set_horizon(amira.citizen, amira.id, _horizon(amira), said("Noget tredje"))
    late = citizen.post(
        f"/plans/{amira.id}/paper/copy/3", data={"seen_horizon": "", "horizon_1": "Noget fjerde", "step_2": "Nyt"}
    )
    assert late.status_code == 422 and "Noget tredje" in late.text and ">Noget fjerde</textarea>" in late.text
    assert "Nyt" not in {each.title.text for each in _way(amira).open}


def test_what_was_tried_before_says_on_its_own_line_what_is_new(bo: Browser, amira: Plan) -> None:
    journey.detour(amira.citizen, amira.id, amira.step, "later", journey.Detour(learned=said("Benet gør ondt")))
    halves = {"mine_1": "Gå en tur", "theirs_1": "Find en tolk", "lang": "da"}
    answer = _fill(bo, amira.id, 5, **halves)
    assert answer.status_code == 422 and 'name="mine_1_new"' in answer.text and "theirs_1_new" not in answer.text
    assert not _way(amira).suggestions
    assert _fill(bo, amira.id, 5, mine_1_new="Med en ven", **halves).status_code == 303
    assert len(_way(amira).suggestions) == 2


def _horizon(plan: Plan) -> UUID | None:
    with access.view(plan.citizen) as view:
        return view.plan.horizon_id


def test_wins_say_who_praised_and_others_words_go_where_one_says(citizen: Browser, amira: Plan) -> None:
    agreed(amira)
    _fill(citizen, amira.id, 6, win_1="Jeg sov godt", win_2="Du kom hver dag", win_2_who="Sanne")
    assert {win.text.text for win in _way(amira).wins} == {"Jeg sov godt", "Du kom hver dag – Sanne"}
    helpers = {"doctor_1": "Gå en tur", "doctor_1_who": "min læge", "mentor_1": "Flot klaret", "mentor_1_to": "win"}
    answer = _fill(citizen, amira.id, 7, "?chosen=1&part=helpers", **helpers)
    after = citizen.get(answer.location).text
    assert "Ét punkt står på dagsordenen." in after and "Én sejr er gemt." in after
    assert "Flot klaret" in {win.text.text for win in _way(amira).wins}


def test_own_words_go_where_one_says(citizen: Browser, amira: Plan) -> None:
    words = {"own_1": "Cykle igen", "own_1_to": "step", "own_2": "Jeg ringede selv", "own_2_to": "win"}
    answer = _fill(citizen, amira.id, 7, **words)
    after = citizen.get(answer.location).text
    assert "Ét skridt står på vejen." in after and "Én sejr er gemt." in after


@pytest.mark.parametrize(("page", "typed", "field", "told"), [
    (4, {"talk_1": "Godt", "talk_2": "Mit nummer er 010190-1234"}, "talk_2", "Det ligner et CPR-nummer"),
    (4, {"talk_1": "Godt", "talk_2": "x" * 2001}, "talk_2", "Det er lidt for langt"),
    (4, {"talk_1": "Godt", "talk_2": "a\0b"}, "talk_2", "et tegn, som vi ikke kan gemme"),
    (4, {"talk_1": "Godt", "lang": "../x"}, "lang", "Vælg en af mulighederne"),
    (5, {"mine_1": "Godt", "theirs_1": "A", "theirs_1_on": "2026-02-31"}, "theirs_1_on", "en dato, der findes"),
    (5, {"mine_1": "Godt", "theirs_1": "A", "theirs_1_on": "2026-11-01"}, "theirs_1_on", "ikke er gået endnu"),
    (5, {"mine_1": "Godt", "theirs_2_on": "2026-12-01"}, "theirs_2", "Skriv eller vælg noget her"),
    (6, {"win_1": "Godt", "win_2_who": "Sanne"}, "win_2", "Skriv eller vælg noget her"),
    (6, {"win_1": "Godt", "win_2": "Flot", "win_2_who": "010190-1234"}, "win_2_who", "Det ligner et CPR-nummer"),
    (6, {"win_1": "Godt", "win_2": "x" * 1999, "win_2_who": "Sanne"}, "win_2", "Det er lidt for langt"),
    (2, {"step_1": "Godt", "step_2": "A", "step_2_turn": "other"}, "step_2_turn", "Vælg en af mulighederne"),
    (7, {"own_1": "Godt", "own_1_to": "win", "own_2": "A", "own_2_to": "law"}, "own_2_to", "Vælg en af mulighederne"),
])  # fmt: skip
def test_a_line_that_cannot_be_used_says_so_itself_and_nothing_is_half_written(
    citizen: Browser, amira: Plan, page: int, typed: dict[str, str], field: str, told: str
) -> None:
    agreed(amira)
    before = everything()
    answer = _fill(citizen, amira.id, page, **typed)
    assert answer.status_code == 422 and f'href="#copy-{field}"' in answer.text and told in answer.text
    assert ">Godt</textarea>" in answer.text and "010190" not in answer.text
    assert everything() == before


def test_sent_twice_is_done_once_and_more_lines_lose_nothing(citizen: Browser, amira: Plan) -> None:
    agreed(amira)
    here = f"/plans/{amira.id}/paper/copy/4"
    form = dict(SEEN.findall(citizen.get(here).text)) | {"talk_1": "Pengene", "talk_2": "Praktik"}
    before = everything()
    longer = citizen.post(here, data=form | {"more": "1", "grown": "0"})
    assert longer.status_code == 200 and ">Praktik</textarea>" in longer.text and 'name="talk_12"' in longer.text
    assert everything() == before and f'name="once" value="{form["once"]}"' in longer.text
    form |= {"grown": "4", "talk_12": "Skolen"}
    for _tap in range(2):
        assert "3 punkter står på dagsordenen." in citizen.get(citizen.post(here, data=form).location).text
    with access.view(amira.citizen) as view:
        coming = meeting.coming(view)
        assert coming and len(meeting.one(view, coming.id).agenda) == 3
    assert citizen.post(here, data={"more": "1", "grown": "9" * 40}).status_code == 200


@pytest.mark.parametrize("number", [1, 4, 7, 8])
def test_an_empty_page_is_quite_all_right(citizen: Browser, bo: Browser, amira: Plan, number: int) -> None:
    before = everything()
    for reader in (citizen, bo):
        answer = _fill(reader, amira.id, number, talk_1="  ", own_1="")
        assert answer.status_code == 303 and "Det er helt fint." in reader.get(answer.location).text
    assert everything() == before


def test_what_fills_is_never_written_in_here(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here = f"/plans/{amira.id}/paper/copy/7?chosen=1&part=circles"
    assert 'href="/feelings"' in citizen.get(here).text
    page = bo.get(here).text
    assert "/feelings" not in page and "<textarea" not in page
    assert "?chosen=1&amp;part=circles&amp;lang=en" in page, "in another language it is the same page"


def test_without_a_goal_the_house_begins_with_one_and_a_citizen_needs_none(
    browser: Open, amira: Plan
) -> None:
    with access.view(amira.dorte) as view:
        plan = view.plan.id
    with db.writing() as session:
        session.add(access.Membership(plan_id=plan, person_id=amira.bo, relation="contact", name="Bo"))
    dorte, bo = (browser(access.person(each)) for each in (amira.dorte, amira.bo))  # type: ignore[arg-type]
    assert f"/plans/{plan}/goals/new" in bo.get(f"/plans/{plan}/paper/copy/5").text
    assert _fill(dorte, plan, 2, step_1="Gå en tur", step_2="Sov").status_code == 303
    assert 'name="mine_1"' in bo.get(f"/plans/{plan}/paper/copy/5").text


def test_nobody_else_writes_in_it(browser: Open, nobody: Browser, amira: Plan) -> None:
    for number in (0, 9, 10**30):
        mine = browser(access.person(amira.citizen))  # type: ignore[arg-type]
        assert mine.get(f"/plans/{amira.id}/paper/copy/{number}").status_code == 404
        assert mine.post(f"/plans/{amira.id}/paper/copy/{number}", data={"own_1": "A"}).status_code == 404
    before = everything()
    for stranger in (amira.dorte, amira.camilla):
        theirs = browser(access.person(stranger))  # type: ignore[arg-type]
        assert theirs.get(f"/plans/{amira.id}/paper/copy").status_code == 404
        assert theirs.post(f"/plans/{amira.id}/paper/copy/4", data={"talk_1": "A"}).status_code == 404
    assert nobody.get(f"/plans/{amira.id}/paper/copy").status_code == 303
    assert everything() == before
