"""Who goes along with the citizen, on the web: the list, the code, and what each of them sees."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import Plan
from flask import Flask, session
from props import everything, hide, nothing_written, revision
from web.browser import Browser

from minplan import access, clock, db, journey, sharing
from minplan.access import SUPPORTERS, Membership, Person, PersonView
from minplan.identity import Claimed
from minplan.routes.visitor import come_in

Open = Callable[[PersonView], Browser]
FORM = {
    "once": "one",
    "relation": "companion",
    "name": "Min søster",
    "shares": ["next", "dates", "wins", "way"],
    "shown": list(journey.TRACKS),
    "until": "2026-12-24",
}
CODE = re.compile(r"[2-9A-Y]{4}-[2-9A-Y]{4}-[2-9A-Y]{4}")


@pytest.fixture
def sister(amira: Plan, browser: Open) -> Browser:
    """Dorte, who is a citizen herself."""
    return browser(access.person(amira.dorte))  # type: ignore[arg-type]


def code_of(citizen: Browser, **changed: object) -> str:
    answer = citizen.post("/plan/supporters", data=FORM | changed)
    assert (answer.status_code, answer.location) == (303, "/plan/supporters/code")
    found = CODE.search(citizen.get(answer.location).text)
    assert found
    return found[0]


def goes_along(citizen: Browser, supporter: Browser, **changed: object) -> None:
    assert supporter.post("/invitation", data={"code": code_of(citizen, **changed)}).location == "/invitation/answer"
    assert supporter.post("/invitation/answer").status_code == 303


def glimpse(amira: Plan) -> str:
    return f"/plans/{amira.id}/supporting"


def test_the_citizen_asks_somebody_and_they_see_what_was_given(amira: Plan, citizen: Browser, sister: Browser) -> None:
    assert "/plan/supporters" in citizen.get("/plan/around").text
    assert "Der er ingen endnu." in citizen.get("/plan/supporters").text
    code = code_of(citizen)
    assert "Min søster" in citizen.get("/plan/supporters").text
    assert sister.post("/invitation", data={"code": code.lower()}).status_code == 303
    page = sister.get("/invitation/answer").text
    assert "Vil du gå med Amira?" in page and "torsdag den 24. december" in page and "Bisidder" in page
    done = sister.post("/invitation/answer")
    assert done.location == glimpse(amira)
    page = sister.get(done.location)
    assert "Gå en tur" in page.text and "Tak. Du går med nu." in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert "Amira" in sister.get("/supporting").text and '"/supporting"' in sister.get("/plan").text
    assert "Der går en med dig nu (din bisidder)." in citizen.get("/plan").text


def test_the_code_stands_on_one_page_and_nowhere_else(amira: Plan, citizen: Browser) -> None:
    code = code_of(citizen)
    page = citizen.get("/plan/supporters/code?lang=en")
    assert code in page.text and page.headers["Cache-Control"] == "no-store", "another language does not lose it"
    assert code not in citizen.get("/plan/supporters").text
    assert citizen.get("/plan/supporters/code").location == "/plan/supporters"
    code_of(citizen, name="Min bror")
    clock.start(clock.now() + timedelta(minutes=11))
    assert citizen.get("/plan/supporters/code").location == "/plan/supporters"
    assert code not in str(everything())


def test_the_same_form_twice_is_one_invitation(amira: Plan, citizen: Browser, sister: Browser) -> None:
    code = code_of(citizen)
    with nothing_written(amira):
        assert code_of(citizen) == code
    goes_along(citizen, sister)
    with nothing_written(amira):
        assert citizen.post("/plan/supporters", data=FORM).location == "/plan/supporters"
    assert "Koden er brugt allerede." in citizen.get("/plan/supporters").text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("relation", ""), ("relation", "contact"), ("name", " "), ("name", "Søs 010190-1234"), ("name", "x" * 81),
        ("shares", []), ("shares", ["history"]), ("shown", []), ("shown", ["secret"]),
        ("until", ""), ("until", "2026-11-15"), ("until", "2027-12-24"), ("until", "i morgen"),
    ],
)  # fmt: skip
def test_what_is_to_be_put_right_is_said_at_its_field(amira: Plan, citizen: Browser, field: str, value: object) -> None:
    with nothing_written(amira):
        answer = citizen.post("/plan/supporters", data=FORM | {field: value})
    assert answer.status_code == 422 and f'href="#supporter-{field}"' in answer.text
    assert "010190-1234" not in answer.text and 'value="one"' in answer.text
    assert field == "name" or 'value="Min søster"' in answer.text


def test_nothing_is_chosen_beforehand(citizen: Browser) -> None:
    page = citizen.get("/plan/supporters/new").text
    assert " checked" not in page and 'value="2027-02-15"' in page


def test_the_citizen_changes_what_is_seen_and_takes_it_back(amira: Plan, citizen: Browser, sister: Browser) -> None:
    goes_along(citizen, sister)
    one = f"/plan/supporters/{amira.dorte}"
    seen = dict(re.findall(r'name="(seen_\w+)" value="([^"]*)"', citizen.get(one).text))
    less = {"shares": ["wins"], "until": "2026-12-01"}
    assert citizen.post(one, data=seen | less).status_code == 303
    assert "Gå en tur" not in sister.get(glimpse(amira)).text
    with nothing_written(amira):
        assert citizen.post(one, data=seen | less).status_code == 303
        late = citizen.post(one, data=seen | {"shares": ["next"], "shown": ["work"], "until": "2026-12-24"})
        assert late.status_code == 409 and "Det er ændret imens." in late.text
        wrong = citizen.post(one, data=seen | {"shares": [], "until": "2026-12-24"})
        assert wrong.status_code == 422 and 'href="#supporter-shares"' in wrong.text
    for told in ("Det er taget tilbage fra \u2068Min søster\u2069.", "Sådan var det allerede."):
        assert citizen.post(f"{one}/ending").status_code == 303
        page = citizen.get("/plan/supporters").text
        assert told in page and "Ingen går med dig lige nu." in page
        assert "Min søster" in page.partition("Gik med før")[2]
    assert citizen.get(one).status_code == 404
    for address in (glimpse(amira), f"{glimpse(amira)}/praise", f"{glimpse(amira)}/leaving"):
        assert sister.get(address).status_code in (404, 405)
    with nothing_written(amira):
        assert sister.post(f"{glimpse(amira)}/praise", data={"text": "Hej"}).status_code == 404


def test_a_code_is_taken_back_before_it_is_used(amira: Plan, citizen: Browser, sister: Browser) -> None:
    code = code_of(citizen)
    assert sister.post("/invitation", data={"code": code}).status_code == 303
    (ending,) = re.findall(r'action="(/plan/supporters/invitations/[^"]+)"', citizen.get("/plan/supporters").text)
    for _ in range(2):
        assert citizen.post(ending).status_code == 303
    for answer in (sister.get("/invitation/answer"), sister.post("/invitation/answer")):
        assert answer.location == "/invitation"
    assert sister.get(glimpse(amira)).status_code == 404
    assert "Den passer ikke." in sister.post("/invitation", data={"code": code}).text


def test_what_has_ended_is_said_and_given_again(amira: Plan, citizen: Browser, sister: Browser) -> None:
    goes_along(citizen, sister)
    clock.start(clock.parse("2026-12-25"))
    assert sister.get(glimpse(amira)).status_code == 404
    assert "Du går ikke med nogen lige nu." in sister.get("/supporting").text
    assert "Sluttede torsdag den 24. december" in citizen.get("/plan/supporters").text
    one = f"/plan/supporters/{amira.dorte}"
    seen = dict(re.findall(r'name="(seen_\w+)" value="([^"]*)"', citizen.get(one).text))
    again = {"shares": ["next"], "shown": ["health"], "until": "2027-01-20"}
    assert citizen.post(one, data=seen | again).status_code == 303
    assert "Gå en tur" in sister.get(glimpse(amira)).text


def test_no_thanks_leaves_nothing_behind(amira: Plan, citizen: Browser, sister: Browser) -> None:
    code = code_of(citizen)
    sister.post("/invitation", data={"code": code})
    assert sister.post("/invitation/no").location == "/plan"
    assert sister.get("/invitation/answer").location == "/invitation"
    assert sister.get(glimpse(amira)).status_code == 404
    assert sister.post("/invitation", data={"code": code}).status_code == 303, "a slip of the finger closes nothing"


def test_whoever_came_for_this_alone_is_known_no_more(amira: Plan, citizen: Browser, nobody: Browser) -> None:
    assert nobody.post("/invitation", data={"code": code_of(citizen)}).status_code == 303
    with nobody.session_transaction() as cookie:
        found = access.peek(cookie["at_the_door"])
    claimed = Claimed("citizens", "https://id.example", "nadia", "home", frozenset({"supporter"}), name="Nadia")
    nadia = sharing.newcomer(UUID(found), claimed)
    assert nadia
    nobody.come_in(nadia)
    assert "Vil du gå med Amira?" in nobody.get("/invitation/answer").text
    assert nobody.post("/invitation/no").location == "/sign-in"
    nobody.came = None
    assert nobody.get("/supporting").location == "/sign-in?next=/supporting"
    assert access.person(nadia.id) is None


def test_who_comes_in_next_in_the_same_browser_meets_nothing_of_who_was_there(
    app: Flask, amira: Plan, citizen: Browser, sister: Browser
) -> None:
    with app.test_request_context("/"):
        come_in(amira.citizen)
        session.update({"code": ["VKWE-PWYP-EMAT"], "asked": "one", "_state_mitid_x": {}})
        come_in(amira.citizen)
        assert {"code", "asked", "_state_mitid_x"} < set(session), "signed in again, they go on where they were"
        come_in(amira.dorte)
        assert set(session) == {"key", "whose", "_state_mitid_x"}
        session["at_the_door"] = "two"
        come_in(amira.citizen)
        assert set(session) == {"key", "whose", "_state_mitid_x", "asked"}
        come_in(amira.dorte)
        assert "asked" not in session, "typed by whoever came in after it, and by nobody else"
    assert citizen.post("/plan/supporters", data=FORM).location == "/plan/supporters/code"
    with citizen.session_transaction() as left, sister.session_transaction() as found:
        found["code"] = left["code"]
    assert sister.get("/plan/supporters/code").location == "/plan/supporters"


def test_two_looks_at_an_invitation_at_once_both_find_it(amira: Plan, citizen: Browser, sister: Browser) -> None:
    sister.post("/invitation", data={"code": code_of(citizen)})
    with sister.session_transaction() as found:
        key = found["asked"]
    with ThreadPoolExecutor(6) as eyes:
        assert None not in list(eyes.map(lambda _: access.peek(key), range(60)))
    assert sister.get("/invitation/answer").status_code == 200
    clock.start(clock.now() + timedelta(minutes=31))
    assert sister.get("/invitation/answer").location == "/invitation"


def test_who_is_on_the_plan_already_is_told_so(amira: Plan, citizen: Browser, browser: Open) -> None:
    code = code_of(citizen)
    bo = browser(access.person(amira.bo))  # type: ignore[arg-type]
    for who, told in ((citizen, "Det er din egen vej."), (bo, "Du arbejder allerede med den her plan.")):
        who.post("/invitation", data={"code": code})
        before = revision(amira)
        answer = who.post("/invitation/answer")
        assert answer.status_code == 422 and told in answer.text
        assert revision(amira) == before


def test_guessing_is_slowed_down(amira: Plan, citizen: Browser, nobody: Browser) -> None:
    code = code_of(citizen)
    for _ in range(10):
        answer = nobody.post("/invitation", data={"code": "AAAA-2222-KKKK"})
        assert answer.status_code == 422 and answer.headers["Cache-Control"] == "no-store"
    answer = nobody.post("/invitation", data={"code": code})
    assert answer.status_code == 429 and "Vent et kvarter" in answer.text


def test_praise_reaches_the_citizen_and_nobody_else(
    amira: Plan, citizen: Browser, sister: Browser, browser: Open
) -> None:
    goes_along(citizen, sister)
    assert sister.post(f"{glimpse(amira)}/praise", data={"text": "Det var modigt"}).status_code == 303
    with nothing_written(amira):
        assert sister.post(f"{glimpse(amira)}/praise", data={"text": "Det var modigt"}).status_code == 303
    assert "Det var modigt" in citizen.get("/plan").text and "Min søster" in citizen.get("/plan").text
    wrong = sister.post(f"{glimpse(amira)}/praise", data={"text": "Ring 010190-1234 🌳"})
    assert wrong.status_code == 422 and "🌳" in wrong.text and "010190-1234" not in wrong.text
    bo = browser(access.person(amira.bo))  # type: ignore[arg-type]
    for address in ("", "/history", "/wins"):
        page = bo.get(f"/plans/{amira.id}{address}").text
        assert "modigt" not in page and "søster" not in page
    assert "søster" not in bo.get("/citizens").text


def test_a_supporter_stops_and_the_citizen_reads_it(amira: Plan, citizen: Browser, sister: Browser) -> None:
    goes_along(citizen, sister)
    for _ in range(2):
        assert sister.post(f"{glimpse(amira)}/leaving").location == "/supporting"
    assert sister.get(glimpse(amira)).status_code == 404
    assert "En går ikke længere med dig (din bisidder)." in citizen.get("/plan").text


def test_every_look_stands_in_the_citizens_log(amira: Plan, citizen: Browser, sister: Browser) -> None:
    goes_along(citizen, sister)
    sister.get(glimpse(amira))
    page = citizen.get("/plan/openings").text
    assert "bisidder" in page and "det, du har valgt at vise" in page


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_all_pages_in_all_languages(amira: Plan, citizen: Browser, sister: Browser, nobody: Browser, lang: str) -> None:
    for client in (citizen, sister, nobody):
        client.set_cookie("lang", lang)
    for relation in SUPPORTERS:
        code_of(citizen, relation=relation)
    goes_along(citizen, sister, once="two")
    for client, addresses in (
        (citizen, ("/plan/supporters", "/plan/supporters/new", f"/plan/supporters/{amira.dorte}", "/plan")),
        (citizen, (f"/plans/{amira.id}/history", "/plan/openings")),
        (sister, (glimpse(amira), "/supporting", "/supporting/me")),
        (nobody, ("/invitation",)),
    ):
        assert {client.get(address).status_code for address in addresses} == {200}
    sister.post("/invitation", data={"code": code_of(citizen, once="three")})
    assert sister.get("/invitation/answer").status_code == 200


def seated(amira: Plan, relation: str, kind: str) -> PersonView:
    """Somebody with a place that was given, at which nothing is hidden."""
    with db.writing() as written:
        person = Person(kind=kind, name="Nadia")
        written.add(person)
        written.flush()
        place = {"relation": relation, "name": "Nadia", "shares": "next,dates,wins,way"}
        until = clock.today() + timedelta(days=9)
        written.add(Membership(plan_id=amira.id, person_id=person.id, until=until, **place))
        return PersonView(person.id, kind, "Nadia", "da", None)


# Who is a supporter and nothing else walks in test_matrix; here those who are something else besides.
@pytest.mark.parametrize(("relation", "kind"), [*zip(SUPPORTERS, ("staff", "citizen") * 3, strict=True)])
def test_a_supporter_meets_their_glimpse_and_no_other_page_of_the_plan(
    app: Flask, amira: Plan, browser: Open, relation: str, kind: str
) -> None:
    client = browser(seated(amira, relation, kind))
    ids: dict[str, UUID] = {"plan": amira.id, "step": amira.step, "milestone": amira.milestone, "person": amira.bo}
    before = everything()
    for rule in app.url_map.iter_rules():
        if "plan" not in rule.arguments or "/supporting" in rule.rule:
            continue
        for method in (rule.methods or set()) & {"GET", "POST"}:
            values = {name: ids.get(name) or uuid4() for name in rule.arguments}
            address = app.url_map.bind("localhost").build(rule.endpoint, values, method=method)
            status = client.open(address, method=method).status_code
            assert status in (403, 404), f"{method} {address}"
    assert everything() == before
    assert client.get(glimpse(amira)).status_code == 200
    assert client.get("/citizens").status_code in (200, 403, 404)
    assert kind != "staff" or "Amira" not in client.get("/citizens").text


def test_what_is_hidden_is_not_in_the_glimpse(amira: Plan, browser: Open) -> None:
    person = seated(amira, "mentor", "supporter")
    hide(amira, person.id, "health")
    client = browser(person)
    page = client.get(glimpse(amira)).text
    assert "Gå en tur" not in page and "skjult" not in page
    assert client.get("/").location == "/supporting"


JUNK = ["\0", "x" * 2001, "010190-1234", "javascript:alert(1)", "9999-12-31", "-1", "\u202e<b>'🌳"]


@pytest.mark.parametrize("junk", JUNK)
def test_what_nobody_should_send_breaks_nothing(amira: Plan, citizen: Browser, sister: Browser, junk: str) -> None:
    goes_along(citizen, sister)
    one = f"/plan/supporters/{amira.dorte}"
    seen = {"seen_shares": "dates,next,way,wins", "seen_hidden": "", "seen_until": "2026-12-24"}
    limits = {name: FORM[name] for name in ("shares", "shown", "until")}
    for client, address, form in (
        (citizen, "/plan/supporters", FORM | {"once": "two"}),
        (citizen, one, limits | seen),
        (sister, f"{glimpse(amira)}/praise", {"text": "", "phrase": ""}),
        (sister, "/invitation", {"code": ""}),
    ):
        for field in form:
            assert client.post(address, data=form | {field: junk}).status_code < 500, (address, field)
        before = revision(amira)
        assert client.post(address, data=dict.fromkeys(form, junk)).status_code in (303, 409, 422)
        assert "praise" in address or revision(amira) == before


def test_who_goes_along_reads_and_takes_home_what_is_kept_of_them(
    amira: Plan, citizen: Browser, sister: Browser, nobody: Browser
) -> None:
    assert "Du har ikke kigget endnu." in sister.get("/supporting/me").text
    goes_along(citizen, sister)
    assert 'href="/supporting/me"' in sister.get("/supporting").text
    sister.get(glimpse(amira))
    sister.post(f"{glimpse(amira)}/praise", data={"text": "Det var modigt"})
    page = sister.get("/supporting/me")
    assert page.headers["Cache-Control"] == "no-store"
    for told in ("Dorte", "Amira", "Bisidder", "24. december", "Det var modigt"):
        assert told in page.text
    file = sister.get("/supporting/me.json").json
    assert [place["citizen"] for place in file["places"]] == ["Amira"]
    assert {each["what"] for each in file["openings"]} == {"supporting"} and file["sign_in"]
    assert [each["body"] for each in file["words"]] == ["Det var modigt"]
    assert "Min søster" not in page.text + str(file), "what Amira calls her is Amira's"
    own = sister.get("/plan/data.json").json["supporting"]
    assert (own["places"], own["words"]) == (file["places"], file["words"])
    assert citizen.get("/plan/data.json").json["supporting"] == {"places": [], "openings": [], "words": []}
    citizen.post(f"/plan/supporters/{amira.dorte}/ending")
    file = sister.get("/supporting/me.json").json
    assert file["places"] == [] and file["openings"], "it was, and it is hers"
    assert "Amira" not in sister.get("/supporting/me").text
    assert nobody.get("/supporting/me").status_code == 303


def test_nothing_is_let_out_of_the_room() -> None:
    assert set(sharing.Glimpse.__slots__) == set(access.SHARES)


@pytest.mark.parametrize(("typed", "told"), [(" ", "Skriv koden her."), ("AAAA-AAAA-AAAA", "Den passer ikke.")])
def test_a_code_that_opens_nothing_is_answered_in_its_own_words(citizen: Browser, typed: str, told: str) -> None:
    answer = citizen.post("/invitation", data={"code": typed})
    assert answer.status_code == 422 and f"Koden: {told}" in answer.text
