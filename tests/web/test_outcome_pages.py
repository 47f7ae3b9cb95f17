"""The pages of what came of a meeting: a screen in another's hands, a paper to be signed, and two languages at once."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, close, confirm, going_on, outcome
from meetings import closed
from props import place
from web.browser import Browser
from web.table import amira, at, bo, plan

from minplan import clock, meeting

__all__ = ["amira", "bo", "plan"]


@pytest.fixture
def where(plan: Plan) -> UUID:
    """A meeting of hers that is going on, and in which something is agreed."""
    found = going_on(plan)
    agreed(plan, found, "Søg tre job", why=said("Så ved vi det"))
    return found


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("whom", "back"),
    [("citizen", "Giv skærmen tilbage"), ("workplace", "Tilbage til mødet"), ("supplier&about=", "skærmen tilbage")],
)  # fmt: skip
def test_a_screen_in_anothers_hands_has_nothing_of_its_owners(
    bo: Browser, plan: Plan, where: UUID, whom: str, back: str
) -> None:
    confirm(plan, where, says="differently", words=said("Hellere i morgen"))
    shown = outcome(plan, where).agreements[0].id if whom.endswith("=") else ""
    page = bo.get(at(plan, where, f"confirmation?side={whom}{shown}")).text
    for own in ("/notices", "/sign-ins", "/sign-out", "/privacy", "/discreet", 'href="/"'):
        assert own not in page
    assert back in page and "Hellere i morgen" not in page


def test_who_has_answered_is_thanked_and_the_screen_is_still_theirs(bo: Browser, plan: Plan, where: UUID) -> None:
    data = {"side": "citizen", "says": "agree", "digest": outcome(plan, where).digest, "how": "handed"}
    to = bo.post(at(plan, where, "confirmation"), data=data).headers["Location"]
    page = bo.get(to).text
    assert "Tak. Det er skrevet ned." in page and "Giv skærmen tilbage" in page and "/notices" not in page
    assert "<form" not in page and "Søg tre job" not in page


def test_a_guest_who_changes_the_language_keeps_what_they_were_shown(bo: Browser, plan: Plan, where: UUID) -> None:
    shown = outcome(plan, where).agreements[0].id
    agreed(plan, where, "Tal om sorgen")
    page = bo.get(at(plan, where, f"confirmation?side=workplace&about={shown}")).text
    to = re.search(r'href="(\?[^"]*lang=en)"', page)
    assert to
    again = bo.get(at(plan, where, "confirmation") + to[1].replace("&amp;", "&")).text
    assert "Søg tre job" in again and "Tal om sorgen" not in again and 'lang="en"' in again


def test_the_room_says_to_what_a_yes_is_one_and_whose_is_missing(bo: Browser, plan: Plan, where: UUID) -> None:
    agreed(plan, where, "Tre timer i køkkenet")
    page = _plain(bo.get(at(plan, where, "room")).text)
    assert "Et ja er et ja til de 2 aftaler ovenfor." in page and page.count("Har ikke svaret endnu") == 2
    confirm(plan, where)
    page = _plain(bo.get(at(plan, where, "room")).text)
    assert page.count("Har ikke svaret endnu") == 1 and "Amira vil svare noget andet" in page


def test_who_has_not_answered_disagrees_with_nothing(amira: Browser, bo: Browser, plan: Plan, where: UUID) -> None:
    close(plan, where)
    for each, told in ((amira, "Det mangler dit ja"), (bo, "Det mangler et ja fra Amira")):
        page = each.get(at(plan, where, "summary")).text
        assert told in page and "Det er I ikke enige om endnu" not in page


def test_a_summary_that_waits_for_a_yes_is_a_paper_to_be_signed(amira: Browser, plan: Plan, where: UUID) -> None:
    close(plan, where)
    page = amira.get(at(plan, where, "summary")).text
    screen, paper = page.split('class="on-screen"')[1].split('class="printed"')
    assert "<textarea" in screen and "☐" in paper and "Navn og dag" in paper


def test_a_copy_has_no_words_of_the_others(bo: Browser, plan: Plan, where: UUID) -> None:
    shown = outcome(plan, where).agreements[0].id
    mark = meeting.mark_of(outcome(plan, where), [shown])
    who = {"by": plan.bo, "how": "handed", "name": "Ida Holm", "role": "køkkenchef", "about": [shown]}
    confirm(plan, where, "workplace", digest=mark, words=said("Vi glæder os"), **who)
    confirm(plan, where, words=said("Ja, trods min sorg"))
    close(plan, where)
    key = outcome(plan, where).said_by("workplace")[0].id
    page = bo.get(at(plan, where, f"summary?copy={key}")).text
    assert "Vi glæder os" in page and "Amira" in page and "min sorg" not in page


def test_only_a_guest_has_a_copy_of_their_own(bo: Browser, plan: Plan, where: UUID) -> None:
    confirm(plan, where, words=said("Ja, trods min sorg"))
    close(plan, where)
    for each in outcome(plan, where).confirmations:
        assert bo.get(at(plan, where, f"summary?copy={each.id}")).status_code == 404


def test_what_was_changed_after_a_guest_said_yes_is_not_on_their_copy(bo: Browser, plan: Plan, where: UUID) -> None:
    row = outcome(plan, where).agreements[0]
    mark = meeting.mark_of(outcome(plan, where), [row.id])
    who = {"by": plan.bo, "how": "handed", "name": "Ida Holm", "role": "køkkenchef", "about": [row.id]}
    confirm(plan, where, "workplace", digest=mark, **who)
    meeting.set_kind(plan.bo, plan.id, where, row.id, "agreed", "own")
    close(plan, where)
    key = outcome(plan, where).said_by("workplace")[0].id
    page = bo.get(at(plan, where, f"summary?copy={key}")).text
    assert "Ordene er ændret siden." in page and "Søg tre job" not in page
    assert "Udskrift til Ida Holm" not in bo.get(at(plan, where, "summary")).text


def test_the_summary_begins_when_the_meeting_did(amira: Browser, plan: Plan) -> None:
    here = going_on(plan, place="", starts=clock.now() + timedelta(minutes=36), ends=clock.now() + timedelta(hours=2))
    close(plan, here)
    lead = re.search(r'<p class="lead">(.*?)</p>', amira.get(at(plan, here, "summary")).text)
    assert lead and lead[1].endswith("kl. 09.00")


def test_own_words_stand_apart_from_what_is_said_in_two_languages(amira: Browser, plan: Plan, where: UUID) -> None:
    close(plan, where)
    page = amira.get(at(plan, where, "summary?lang=ar")).text
    assert re.search(r'Derfor:</span></span> <span class="apart"><span lang="da" dir="auto">Så ved vi det', page)
    lead = re.search(r'<p class="lead">(.*?)</p>', page)
    assert lead and "mandag" in lead[1] and 'lang="da"' in lead[1]


def test_what_comes_later_is_nobodys_turn_yet(bo: Browser, plan: Plan, where: UUID) -> None:
    closed(plan, place(plan, "agreed", "later", "citizen"))
    page = _plain(bo.get(at(plan, where, "room")).text)
    assert "Det kommer senere. Så er det Amira" in page
