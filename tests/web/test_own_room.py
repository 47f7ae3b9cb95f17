"""The citizen's own room as it is found, left and told: where its door is, what is said when, and what stays behind."""

from pathlib import Path

import keepsakes
from cast import Plan
from meetings import agreed, closed
from web.browser import Browser

import minplan
from minplan import feelings
from minplan.feelings import own

FORMS = sorted((Path(minplan.__file__).parent / "templates/feelings").glob("*.html"))
WORDS = {"otherwise": "Vi taler for hurtigt", "seen_otherwise": ""}
ANSWERS = {"agreed": feelings.KEPT_AGREED, "decide": "3", "sense": "none", "further": "none"}


def test_the_door_stands_under_what_is_now(citizen: Browser) -> None:
    page = citizen.get("/plan").text
    assert page.index('id="next-title"') < page.index('href="/mine"') < page.index('class="trail')


def test_help_is_at_hand_in_the_room_and_leads_away_from_nothing_unfinished(citizen: Browser) -> None:
    for address in ("/mine", "/feelings"):
        page = citizen.get(address).text
        assert 'id="help-now"' in page and 'href="#help-now"' in page and 'href="/help"' not in page
    assert '<p class="back"><a href="/">' in citizen.get("/help").text


def test_no_browser_remembers_what_was_typed_here() -> None:
    forms = [(each.name, form) for each in FORMS for form in each.read_text("utf-8").split("<form")[1:]]
    assert len(forms) > 20
    assert not [name for name, form in forms if 'autocomplete="off"' not in form.partition("\n")[0]]


def test_what_was_taken_back_is_said_where_the_focus_goes(amira: Plan, citizen: Browser) -> None:
    with own.writing(amira.citizen) as mine:
        kept = mine.keep("checkin", {"day": "hard", "sizes": {"afraid": 3}, "own": [], "note": None})
    shown = keepsakes.show(amira.citizen, amira.id, "checkin", kept, agreed(amira), [amira.bo]).subject_id
    page = citizen.post(f"/feelings/showings/{shown}/ending", data={"at": "card"}, follow_redirects=True).text
    assert '<p class="flash" data-focus>Det er taget tilbage. Nu er det kun dit.</p>' in page


def test_who_has_read_it_hears_that_it_is_seen_where_the_focus_goes(amira: Plan, bo: Browser) -> None:
    with own.writing(amira.citizen) as mine:
        kept = mine.keep("checkin", {"day": "hard", "sizes": {"afraid": 3}, "own": [], "note": None})
    at = agreed(amira)
    shown = keepsakes.show(amira.citizen, amira.id, "checkin", kept, at, [amira.bo]).subject_id
    answer = f"/plans/{amira.id}/meetings/{at}/pictures/{shown}/answer"
    page = bo.post(answer, data={"seen_words": "", "text": "", "at": "card"}, follow_redirects=True).text
    assert '<p class="flash" data-focus>Borgeren kan se, at du har læst det.</p>' in page
    assert "Amira kan se det." in page


def test_what_is_asked_for_is_named(amira: Plan, citizen: Browser) -> None:
    agreed(amira)
    with own.writing(amira.citizen) as mine:
        kept = mine.keep("checkin", {"day": "hard", "sizes": {"afraid": 3}, "own": [], "note": None})
    page = citizen.post(f"/feelings/album/{kept}/showing").text
    assert "Vælg mindst én, der må se det." in page and "Skriv eller vælg noget her." not in page


def test_words_for_others_are_not_said_to_be_ones_own(amira: Plan, citizen: Browser) -> None:
    after = f"/plans/{amira.id}/meetings/{closed(amira, amira.step)}/afterwards"
    own_only = citizen.post(after, data=ANSWERS | WORDS | {"to": "me"}, follow_redirects=True).text
    assert "Tak. Det er gemt på din side." in own_only
    told = ANSWERS | {"otherwise": "Tal langsomt", "seen_otherwise": WORDS["otherwise"], "to": "team"}
    shown = citizen.post(after, data=told | {"shown_agreed": feelings.FOR_TEAM}, follow_redirects=True).text
    assert "De, der arbejder med din vej, kan læse dine ord." in shown and "gemt på din side" not in shown
