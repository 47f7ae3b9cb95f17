"""What is new: all of it is counted, none of it is lost, and nothing of it tells what is hidden."""

import re
import sys
from collections.abc import Callable

import pytest
from cast import Plan, said
from props import hide, place
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, journey
from minplan.journey import NewStep, NewWin, ProposalAnswer

Open = Callable[[access.PersonView], Browser]


def address(amira: Plan) -> str:
    return f"/plans/{amira.id}"


def praise(amira: Plan, many: int) -> None:
    for number in range(many):
        journey.praise(amira.bo, amira.id, NewWin(text=said(f"Det var modigt, nr. {number}.")))


def test_a_hidden_change_leaves_the_contacts_page_and_its_tag_as_they_were(amira: Plan, bo: Browser) -> None:
    work = place(amira, tracks="work")
    hide(amira, amira.bo, "health")
    before = bo.get(address(amira))
    journey.start(amira.citizen, amira.id, amira.step, "later")
    journey.complete(amira.citizen, amira.id, amira.step, "active")
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud"), step=amira.step))
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"family"})
    known = bo.get(address(amira), headers={"If-None-Match": before.headers["ETag"]})
    assert known.status_code == 304
    assert bo.get(address(amira)).data == before.data
    journey.complete(amira.citizen, amira.id, work, "active")
    after = bo.get(address(amira))
    assert after.headers["ETag"] != before.headers["ETag"] and after.data != before.data


def test_what_a_hidden_change_does_to_a_step_that_can_be_seen_is_seen_at_once(amira: Plan, bo: Browser) -> None:
    work, home = place(amira, tracks="work"), place(amira, tracks="family", state="later")
    hide(amira, amira.bo, "health", "family")
    tags = [bo.get(address(amira)).headers["ETag"]]
    journey.choose_next(amira.citizen, amira.id, work)
    journey.choose_next(amira.citizen, amira.id, home)
    tags.append(bo.get(address(amira)).headers["ETag"])
    first = journey.SettleFirst(before=[work], look_again="2026-12-01")  # type: ignore[arg-type]
    journey.settle_first(amira.citizen, amira.id, home, first)
    tags.append(bo.get(address(amira)).headers["ETag"])
    assert len(set(tags)) == 3
    assert "Hviler." in bo.get(address(amira)).text


def test_what_somebody_has_seen_is_the_newest_that_they_could_read(amira: Plan, bo: Browser) -> None:
    hide(amira, amira.bo, "health")
    work = place(amira, tracks="work")
    journey.complete(amira.citizen, amira.id, work, "active")
    with access.view(amira.citizen) as view:
        newest = journey.story(view).changes[0].entry.at
    journey.start(amira.citizen, amira.id, amira.step, "later")
    page = bo.get(address(amira)).text
    assert re.findall(r'name="until" value="([^"]+)"', page) == [newest.isoformat()]
    bo.post(f"{address(amira)}/seen", data={"until": newest.isoformat()})
    assert "Jeg har set det" not in bo.get(address(amira)).text


def test_a_bookmark_far_ahead_tells_nothing_of_what_is_not_for_these_eyes(amira: Plan, bo: Browser) -> None:
    hide(amira, amira.bo, "health")
    far = {"until": "2099-01-01T00:00:00+00:00"}
    tags = []
    for _ in range(3):
        bo.post(f"{address(amira)}/seen", data=far)
        page = bo.get(address(amira))
        tags.append((page.headers["ETag"], page.data))
        journey.choose_token(amira.citizen, amira.id, None)
        journey.start(amira.citizen, amira.id, amira.step, "later")
        journey.postpone(amira.citizen, amira.id, amira.step, "active")
    assert len(set(tags)) == 1


@pytest.mark.parametrize("until", ["", "x", "1", "2026-11-16", "2026-11-16T09:00:00", "9" * 40])
def test_an_odd_bookmark_moves_nothing(amira: Plan, bo: Browser, until: str) -> None:
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert bo.post(f"{address(amira)}/seen", data={"until": until}).status_code == 303
    assert "Jeg har set det" in bo.get(address(amira)).text


def test_all_news_is_counted_the_newest_five_are_told_and_the_rest_is_one_link_away(
    amira: Plan, citizen: Browser
) -> None:
    praise(amira, 8)
    page = citizen.get("/plan").text
    assert "8 ting er nye" in page
    told = page[page.index("8 ting er nye") : page.index("Jeg har set det")]
    assert told.count("<li>") == 5 and f'href="{address(amira)}/history"' in told
    cards = [number for number in range(8) if re.search(rf"praised.*?nr\. {number}\.", page.split('id="way"')[0], re.S)]
    assert cards == [5, 6, 7]
    assert page.count('class="card praised"') == 3


def test_praise_is_a_card_also_when_much_else_has_happened_since(amira: Plan, citizen: Browser) -> None:
    praise(amira, 1)
    for number in range(6):
        new = NewStep(milestone=amira.milestone, title=said(f"Nr. {number}"), tracks=["work"])
        journey.add_step(amira.bo, amira.id, new)
    assert 'class="card praised"' in citizen.get("/plan").text


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_praise_is_told_to_whom_it_is_for(amira: Plan, citizen: Browser, browser: Open, lang: str) -> None:
    tove = browser(access.person(amira.tove))  # type: ignore[arg-type]
    praise(amira, 9)
    pages = citizen.get(f"/plan?lang={lang}").text, tove.get(f"{address(amira)}?lang={lang}").text
    if lang == "da":
        assert "Du har fået ros." in pages[0] and "Amira har fået ros." not in pages[0]
        assert "Amira har fået ros." in pages[1] and "Du har fået ros." not in pages[1]


@pytest.mark.parametrize("page", ["", "/history"])
def test_a_step_that_somebody_said_no_thanks_to_is_named_and_leads_nowhere(
    amira: Plan, bo: Browser, page: str
) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Svømning"), tracks=["health"])
    asked = journey.add_step(amira.bo, amira.id, new).subject_id
    journey.answer(amira.citizen, amira.id, asked, ProposalAnswer(answer="no"))  # type: ignore[arg-type]
    text = bo.get(address(amira) + page).text
    assert "Svømning" in text
    for link in set(re.findall(r'href="(/plans/[^"]+/steps/[^"]+)"', text)):
        assert bo.get(link).status_code == 200, link


def test_more_news_than_anybody_reads_is_said_as_that(
    amira: Plan, citizen: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["minplan.journey.story"], "MOST", 7)
    praise(amira, 9)
    assert "Mere end 7 ting er nye" in citizen.get("/plan").text
