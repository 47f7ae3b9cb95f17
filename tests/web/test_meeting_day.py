"""The day of a meeting on the web: "I cannot come" in two taps, an apology when it is us, and nobody is blamed."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from web.browser import Browser

from minplan import access, clock, db, meeting
from minplan.meeting import Meeting, MeetingView

Come = Callable[[access.PersonView], Browser]


@pytest.fixture
def dorte(amira: Plan, browser: Come) -> Browser:
    """A citizen who has nothing to do with it."""
    return browser(access.person(amira.dorte))  # type: ignore[arg-type]


def _arranged(amira: Plan, hours: int = 2, mode: str = "library") -> UUID:
    starts = clock.now() + timedelta(hours=hours)
    with db.writing() as session:
        made = Meeting(
            plan_id=amira.id, starts=starts, ends=starts + timedelta(hours=1), place="Lokalet", mode=mode, position=0
        )
        session.add(made)
        return made.id


def _card(amira: Plan, here: UUID) -> str:
    return f"/plans/{amira.id}/meetings/{here}"


def _found(amira: Plan, here: UUID) -> MeetingView:
    with access.view(amira.citizen) as view:
        return meeting.one(view, here)


def test_i_cannot_come_today_in_two_taps(amira: Plan, citizen: Browser, bo: Browser) -> None:
    card = _card(amira, _arranged(amira))
    assert f'<a href="{card}/absence">Jeg kan ikke komme i dag</a>' in citizen.get(card).text
    page = citizen.get(f"{card}/absence").text
    assert "Du behøver ikke sige hvorfor." in page and "<textarea" not in page.split("<main", 1)[1]
    answer = citizen.post(f"{card}/absence")
    assert answer.status_code == 303
    page = citizen.get(answer.location).text
    assert "Tak, fordi du sagde det." in page
    for way in ("Find en ny tid", "Ring til mig", "Jeg har brug for …"):
        assert way in page
    assert "Amira har aflyst mødet." in bo.get(card).text
    assert bo.get(f"{card}/absence").status_code == 403
    assert citizen.get(f"{card}/absence").location == card


def test_a_day_before_it_is_not_called_today(amira: Plan, citizen: Browser) -> None:
    card = _card(amira, _arranged(amira, hours=50))
    page = citizen.get(card).text
    assert "Jeg kan ikke komme</a>" in page and "Jeg er her" not in page
    assert "Jeg kan ikke komme i dag" not in citizen.get(f"{card}/absence").text


def test_we_call_it_off_and_are_sorry(amira: Plan, citizen: Browser, bo: Browser) -> None:
    card = _card(amira, _arranged(amira, hours=50))
    answer = bo.post(f"{card}/cancellation", data={"because": ""})
    assert answer.status_code == 422 and "Skriv eller vælg noget her." in answer.text
    assert bo.post(f"{card}/cancellation", data={"because": "Jeg er <b>syg</b>"}).status_code == 303
    page = citizen.get(card).text
    assert "Vi har aflyst mødet. Undskyld." in page and "Jeg er &lt;b&gt;syg&lt;/b&gt;" in page
    again = bo.post(f"{card}/cancellation", data={"because": "Jeg er syg"})
    assert again.status_code == 303
    assert "Mødet onsdag den 18. november er aflyst." in citizen.get("/notices").text


def test_we_move_it_and_are_sorry_and_the_citizen_says_yes(amira: Plan, citizen: Browser, bo: Browser) -> None:
    here = _arranged(amira, hours=50)
    card, seen = _card(amira, here), _found(amira, here).starts.isoformat()
    form = {"seen_starts": seen, "on1": "2026-11-25", "clock1": "10:00", "because": "Jeg er på kursus"}
    answer = bo.post(f"{card}/move", data=form | {"on2": "2026-11-26"})
    assert answer.status_code == 422 and "Jeg er på kursus</textarea>" in answer.text
    assert bo.post(f"{card}/move", data=form).status_code == 303
    page = citizen.get(card).text
    assert "Vi har flyttet mødet. Undskyld." in page and "onsdag den 25. november kl. 10.00" in page
    assert "Sig ja til mødet" in page


def test_two_who_move_it_at_once_lose_no_word(amira: Plan, citizen: Browser, bo: Browser) -> None:
    here = _arranged(amira, hours=50)
    card, seen = _card(amira, here), _found(amira, here).starts.isoformat()
    form = {"seen_starts": seen, "on1": "2026-11-25", "clock1": "10:00", "because": "Vi talte sammen"}
    assert bo.post(f"{card}/move", data=form | {"settled": "yes"}).status_code == 303
    late = citizen.post(f"{card}/move", data=form | {"clock1": "12:00", "because": "Jeg skal til lægen"})
    assert late.status_code == 409 and "Mødet er flyttet imens." in late.text
    assert "Jeg skal til lægen</textarea>" in late.text and 'value="12:00"' in late.text
    assert _found(amira, here).starts.hour == 10


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"seen_starts": "yesterday", "on1": "2026-11-25", "clock1": "10:00"},
        {"on1": "2026-11-25", "clock1": "10:00"},
        {"on1": "2020-01-01", "clock1": "10:00", "seen": "ok"},
        {"on1": "x", "clock1": "y", "seen": "ok"},
        {"on1": "2026-11-25", "clock1": "10:00", "settled": "yes", "seen": "ok", "because": "a\0b"},
        {"on1": "2026-11-25", "clock1": "10:00", "settled": "yes", "seen": "ok"},
    ],
)
def test_an_odd_move_writes_nothing(amira: Plan, citizen: Browser, form: dict[str, str]) -> None:
    here = _arranged(amira, hours=50)
    before = _found(amira, here)
    if form.pop("seen", ""):
        form["seen_starts"] = before.starts.isoformat()
    assert citizen.post(f"{_card(amira, here)}/move", data=form).status_code == 422
    assert _found(amira, here) == before


def test_i_am_here_in_one_tap(amira: Plan, citizen: Browser, bo: Browser) -> None:
    here = _arranged(amira)
    card = _card(amira, here)
    assert "Jeg er her" in citizen.get(card).text
    answer = citizen.post(f"{card}/arrival")
    assert "De ved, at du er her. Sæt dig bare." in citizen.get(answer.location).text
    assert "Amira er her." in bo.get(card).text
    assert "Er her" in bo.get("/meetings").text
    page = bo.get("/citizens").text
    assert "Møder denne uge" in page and page.count("Er her nu") == 3  # in the week, over the row, and in it
    bo.post(f"{card}/arrival", data={"here": "no", "at": "list"})
    assert _found(amira, here).arrived_at is None


def test_whoever_has_come_is_tapped_by_their_token(amira: Plan, citizen: Browser, bo: Browser) -> None:
    citizen.post(f"/plans/{amira.id}/token", data={"token": "boat", "seen_token": ""})
    here = _arranged(amira)
    page = bo.get("/meetings").text
    form = page.split(f'action="{_card(amira, here)}/arrival"')[1].split("</form>")[0]
    assert "<svg" in form and '<span class="hidden-text">: Amira</span>' in form
    assert bo.post(f"{_card(amira, here)}/arrival", data={"at": "list"}).location == f"/meetings#meeting-{here}"
    assert _found(amira, here).arrived_at


def test_nobody_arrives_at_a_telephone(amira: Plan, citizen: Browser, bo: Browser) -> None:
    card = _card(amira, _arranged(amira, mode="phone"))
    assert "Jeg er her" not in citizen.get(card).text
    assert "/arrival" not in bo.get("/meetings").text


def test_a_meeting_that_never_was_asks_how_the_person_is(amira: Plan, citizen: Browser, bo: Browser) -> None:
    card = _card(amira, _arranged(amira))
    clock.start(clock.now() + timedelta(hours=2, minutes=20))
    answer = bo.post(f"{card}/missed")
    page = bo.get(answer.location).text
    assert "Ring, og hør, hvordan Amira har det." in page
    page = citizen.get(card).text
    assert "I nåede ikke at mødes. Hvordan har du det?" in page
    for way in ("Find en ny tid", "Ring til mig", "Jeg har brug for …", "Jeg er her nu"):
        assert way in page
    for blame in ("udeblev", "mangl", "overskred", "desværre", "pligt"):
        assert blame not in page.lower()
    citizen.post(f"{card}/arrival")
    assert "De ved, at du er her." in citizen.get(card).text


def test_a_time_that_went_by_without_a_word_asks_too(amira: Plan, citizen: Browser, bo: Browser) -> None:
    card = _card(amira, _arranged(amira))
    clock.start(clock.now() + timedelta(days=1))
    assert "Nåede I ikke at mødes? Hvordan har du det?" in citizen.get(card).text
    assert "Vi nåede ikke at mødes" in bo.get(card).text


def test_what_came_too_late_says_how_it_stands(amira: Plan, citizen: Browser, bo: Browser) -> None:
    here = _arranged(amira, hours=50)
    card = _card(amira, here)
    assert "Det kan ikke ændres her mere." in bo.get(bo.post(f"{card}/missed").location).text
    meeting.cancel(amira.bo, amira.id, here, said("Syg"))
    form = {"seen_starts": _found(amira, here).starts.isoformat(), "on1": "2026-11-25", "clock1": "10:00"}
    answer = citizen.post(f"{card}/move", data=form)
    assert answer.status_code == 422 and "Det kan ikke ændres her mere." in answer.text


@pytest.mark.parametrize("what", ["cancellation", "move", "absence", "arrival", "missed"])
def test_other_people_change_nothing(amira: Plan, dorte: Browser, what: str) -> None:
    here = _arranged(amira)
    before = _found(amira, here)
    assert dorte.post(f"{_card(amira, here)}/{what}", data={"because": "Ha"}).status_code == 404
    assert _found(amira, here) == before


@pytest.mark.parametrize(
    ("state", "told", "absence"),
    [
        ("agreed", "I mødes mandag den 16. november", True),
        ("offered", "Et møde er foreslået.", False),
        ("open", "Mødet er i gang", False),
        ("cancelled", "", False),
    ],
)
def test_the_way_tells_how_the_next_meeting_stands(
    amira: Plan, citizen: Browser, state: str, told: str, absence: bool
) -> None:
    here = _arranged(amira)
    with db.writing() as session:
        row = session.get_one(Meeting, here)
        row.state, row.opened_at = state, clock.now() if state == "open" else None
        row.offered_by = "municipality" if state == "offered" else None
        row.cancelled_by = "citizen" if state == "cancelled" else None
    page = citizen.get("/plan").text
    assert (f'href="{_card(amira, here)}' in page) is bool(told)
    assert told in page and ("Jeg kan ikke komme</a>" in page) is absence


def test_a_meeting_that_was_opened_and_to_which_nobody_came_is_over_without_blame(
    amira: Plan, citizen: Browser, bo: Browser
) -> None:
    here = _arranged(amira, hours=0)
    meeting.open_meeting(amira.bo, amira.id, here)
    card = _card(amira, here)
    assert "Vi nåede ikke at mødes" in bo.get(card).text and "Flyt mødet" not in bo.get(card).text
    bo.post(f"{card}/missed")
    assert "I nåede ikke at mødes. Hvordan har du det?" in citizen.get(card).text


def test_a_room_with_words_in_it_leads_to_its_closing(amira: Plan, bo: Browser) -> None:
    here = _arranged(amira, hours=0)
    meeting.open_meeting(amira.bo, amira.id, here)
    meeting.agree_ready(amira.bo, amira.id, here, "call_and_ask")
    answer = bo.post(f"{_card(amira, here)}/missed")
    assert answer.location == f"{_card(amira, here)}/room#closing"
    assert "I har skrevet noget sammen på mødet." in bo.get(answer.location).text
