"""Every page of the house, opened by everybody who is not the citizen: it tells what is shown to them, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from uuid import UUID

import keepsakes
import pytest
from answers import says
from keepsakes import keep_everything, kinds_in
from sqlalchemy import Engine
from web.browser import Browser
from web.household import NOBODY, SEAT, Household, gather
from web.stage import Stage, stage
from web.test_matrix import doors

from minplan import clock, config, db, feelings, vault
from minplan.errors import Locked

__all__ = ["stage"]

OTHERS = (
    "contact", "team", "mentor", "in an emergency", "colleague", "another citizen", "leader", "administrator", SEAT,
    NOBODY,
)  # fmt: skip
STATUS = 423
WISH = {"text": "sol og vind", "lang": "da", "seen_for_me": "", "agreed": feelings.KEPT_AGREED}
# Of each page its endpoint, its address, its status, and all that it answers.
Pages = Iterable[tuple[str, str, int, str]]


@dataclass
class House:
    """Everybody, and what Amira keeps."""

    household: Household
    kept: dict[str, UUID]
    closed: UUID

    @property
    def citizen(self) -> UUID:
        return self.household.people["citizen"]

    @property
    def plan(self) -> UUID:
        return self.household.stage.cast.id

    def pages(self, role: str) -> Pages:
        """Each address that can be opened."""
        client: Browser = self.household.browser(role)
        client.inspecting = False
        for endpoint, address in self.addresses:
            answer = client.get(address)
            endless = answer.mimetype == "text/event-stream"  # says only that something is new, and never ends
            text = "" if endless else says(answer)
            answer.close()
            yield endpoint, address, answer.status_code, f"{answer.headers}{text}"

    @cached_property
    def addresses(self) -> list[tuple[str, str]]:
        """Of the meeting that is going on, and where that has a page of its own of the one that is over."""
        now, over, found = str(self.household.meeting), str(self.closed), []
        for door in doors(self.household, "own"):
            if door.rule.method == "GET" and "sign_out" not in door.rule.endpoint:
                both = dict.fromkeys((door.address, door.address.replace(now, over)))
                found += [(door.rule.endpoint, address) for address in both]
        return found

    def told(self, role: str) -> set[str]:
        """Of which kinds somebody in this role reads anything on any page."""
        return self.found(self.pages(role))

    def found(self, pages: Pages) -> set[str]:
        """Of which kinds these pages tell. An address repeats what was asked for."""
        found: set[str] = set()
        for _, address, status, text in pages:
            found |= kinds_in(text.replace(address, ""), self.kept) if status < 400 else _by_word(text, self.kept)
        return found


def _by_word(text: str, kept: dict[str, UUID]) -> set[str]:
    """A page that refuses may repeat the id that was asked for, in the form that leads to the door."""
    return kinds_in(text, dict.fromkeys(kept, UUID(int=0)))


@pytest.fixture
def house(stage: Stage) -> House:
    household = gather(stage)
    cast = household.stage.cast
    with db.reading() as connection:
        rows = db.metadata().tables["meeting"]
        closed = connection.execute(rows.select().where(rows.c.plan_id == cast.id, rows.c.state == "closed"))
        meeting = closed.mappings().one()["id"]
    feelings.empty(cast.citizen)
    return House(household, keep_everything(cast.citizen, stage.amira["step"], meeting), meeting)


def show(house: House, kind: str, *named: str) -> None:
    """For the meeting that is going on to those who are named, or to whoever works with the plan."""
    people = [house.household.people[role] for role in named]
    meeting = house.household.meeting if named else None
    keepsakes.show(house.citizen, house.plan, kind, house.kept[kind], meeting, people)


def show_everything(house: House) -> None:
    show(house, "checkin", "contact")
    for kind in ("strength", "pulse", "lift"):
        show(house, kind)


def test_no_page_tells_anybody_else_of_what_is_not_shown(house: House) -> None:
    assert {role: house.told(role) for role in OTHERS} == dict.fromkeys(OTHERS, set())


def test_the_same_pages_tell_the_citizen_everything_and_no_browser_keeps_them(house: House) -> None:
    """Or the test above would find nothing whatever stood there."""
    show_everything(house)
    pages = list(house.pages("citizen"))
    assert house.found(pages) == set(house.kept)
    assert kept_by_browsers(house, pages) == []


def test_what_is_shown_stands_on_the_pages_of_those_to_whom_it_is_shown_and_no_longer(house: House) -> None:
    """A picture until its meeting is over; the other kinds to whoever works with the plan."""
    show_everything(house)
    pages = {role: list(house.pages(role)) for role in ("contact", "team", "in an emergency", "mentor", SEAT)}
    found = {role: house.found(seen) - {"lift"} for role, seen in pages.items()}
    team = {"strength", "pulse"}
    assert {role: kinds for role, kinds in found.items() if kinds} == {"contact": {"checkin", *team}, "team": team}
    assert kept_by_browsers(house, pages["contact"]) == []
    clock.start(clock.now() + timedelta(days=2))
    assert house.told("contact") - {"lift"} == team


def kept_by_browsers(house: House, pages: Pages) -> list[str]:
    """What is there by the back button when the meeting is over, and for whoever sits there next."""
    told = [(address, text) for _, address, _, text in pages if _by_word(text, house.kept)]
    assert told, "something of it stands on a page"
    return [address for address, text in told if "no-store" not in text.partition("<")[0]]


@pytest.fixture(params=["destroyed", "another key of the house"])
def lost(house: House, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> House:
    """A picture is shown for the meeting that is going on, and then the key is lost."""
    show(house, "checkin", "contact")
    if request.param == "destroyed":
        vault.destroy(house.citizen)
    else:
        changed = replace(config.settings(), vault_key=request.param.ljust(32, "x"))
        monkeypatch.setattr(config, "settings", lambda: changed)
    return house


def test_without_the_key_every_other_page_stands_whole(lost: House) -> None:
    for role in ("citizen", "contact"):
        stands_whole(lost, role)


def stands_whole(lost: House, role: str) -> None:
    pages = list(lost.pages(role))
    assert not [address for _, address, status, _ in pages if status >= 500]
    locked = {endpoint for endpoint, _, status, _ in pages if status == STATUS}
    assert all(endpoint.startswith("feelings.") for endpoint in locked), locked
    assert bool(locked) is (role == "citizen"), "nobody else has a page that is only about that"
    whole = {endpoint: status for endpoint, _, status, _ in pages if endpoint in ("feelings.mine", "feelings.form")}
    assert role != "citizen" or set(whole.values()) == {200}, "the room's door, and a form that needs no key"
    assert not [address for _, address, _, text in pages if _by_word(text, lost.kept)]


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_what_cannot_be_opened_says_so_and_can_be_deleted(house: House, lang: str) -> None:
    vault.destroy(house.citizen)
    amira = house.household.browser("citizen")
    amira.set_cookie("lang", lang)
    page = amira.get("/feelings/album")
    assert page.status_code == STATUS and page.headers["Cache-Control"] == "no-store"
    assert 'href="/feelings/life/removal"' in page.text, "its key is gone for good"
    sent = amira.post("/mine/for-me", data=WISH)
    assert sent.status_code == STATUS and "sol og vind" in sent.text, "what was typed can be sent again"
    assert amira.get("/feelings/life/removal").status_code == 200
    assert amira.post("/feelings/life/removal").status_code == 303
    assert amira.get("/feelings/album").status_code == 200 and not vault.is_kept(house.citizen)
    assert amira.post("/mine/for-me", data=WISH).status_code == 303
    assert "sol og vind" in amira.get("/mine/for-me").text


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_with_another_key_of_the_house_nothing_is_lost_and_no_page_offers_to_delete_it(
    house: House, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    amira = house.household.browser("citizen")
    amira.set_cookie("lang", lang)
    with monkeypatch.context() as patched:
        changed = replace(config.settings(), vault_key="another key of the house".ljust(32, "x"))
        patched.setattr(config, "settings", lambda: changed)
        page = amira.get("/feelings/album")
        assert page.status_code == STATUS and "removal" not in page.text
        assert {"da": "gået tabt", "en": "Nothing is lost", "ar": "لم يضع شيء"}[lang] in page.text
    assert amira.get("/feelings/album").status_code == 200


def test_an_older_copy_of_the_data_opens_nothing_of_what_was_deleted(house: House, sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        table = db.metadata().tables["keepsake"]
        older = [dict(row._mapping) for row in connection.execute(table.select())]
    feelings.empty(house.citizen)
    with sqlite.begin() as connection:
        connection.execute(table.insert(), older)
    amira = house.household.browser("citizen")
    assert len(older) == len(house.kept) and amira.get("/feelings/album").status_code == STATUS
    box = vault.new_box(house.citizen)
    for row in older:
        with pytest.raises(Locked):
            box.open(row["id"], row["content"])
