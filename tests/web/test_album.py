"""The album on the web: nothing is kept before the yes, nothing typed is lost, and what goes is gone for everybody."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import keepsakes
import pytest
from cast import Plan, said
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock, db, feelings, vault
from minplan.content import feelings as catalogue
from minplan.feelings import CheckIn, own
from minplan.meeting import Meeting

FORM = {"day": "mixed", "size.worried": "4", "size.hopeful": "2", "own.weighs.1.text": "vulkan"}
YES = {"agreed": feelings.KEPT_AGREED}
ALBUM = "/feelings/album"


def kept(amira: Plan, note: str = "", **sizes: int) -> UUID:
    told = CheckIn("mixed", sizes or {"worried": 4, "hopeful": 2}, note=said(note) if note else None)
    found = feelings.keep_checkin(amira.citizen, told).subject_id
    assert found
    return found


def later(days: int) -> None:
    clock.start(clock.now() + timedelta(days=days))


def shown(amira: Plan, checkin: UUID, with_note: bool = False) -> UUID:
    starts = clock.now() + timedelta(days=2)
    hour = {"starts": starts, "ends": starts + timedelta(hours=1), "place": "Her", "mode": "office"}
    row = Meeting(plan_id=amira.id, position=1, **hour)
    with db.writing() as session:
        session.add(row)
    found = keepsakes.show(amira.citizen, amira.id, "checkin", checkin, row.id, [amira.bo], with_note).subject_id
    assert found
    return found


def how_many(amira: Plan) -> int:
    return feelings.how_many(amira.citizen)


def test_nothing_is_kept_before_the_yes_to_the_words(amira: Plan, citizen: Browser) -> None:
    page = citizen.post("/feelings/kept", data=FORM)
    assert page.status_code == 200 and how_many(amira) == 0
    assert "Det bliver aldrig brugt om rådighed eller sanktion." in page.text
    assert "så du kan forberede din samtale" in page.text and "Du bestemmer selv." in page.text
    carried = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text))
    assert FORM.items() <= carried.items() and carried["agreed"] == feelings.KEPT_AGREED
    answer = citizen.post("/feelings/kept", data=carried)
    (picture,) = feelings.album(amira.citizen)
    assert answer.location == f"{ALBUM}/{picture.id}" and picture.told.sizes == {"worried": 4, "hopeful": 2}
    here = citizen.get(answer.location).text
    assert "Billedet er gemt. Kun du kan se det." in here and "vulkan" in here


def test_sent_twice_it_is_kept_once_and_can_go_on_to_a_meeting(amira: Plan, citizen: Browser) -> None:
    first = citizen.post("/feelings/kept", data=FORM | YES | {"then": "bring"})
    again = citizen.post("/feelings/kept", data=FORM | YES)
    assert first.location == f"{again.location}/showing" and how_many(amira) == 1


@pytest.mark.parametrize("bad", [{"agreed": "ja"}, {"agreed": ""}, {"agreed": "2020-01-01"}])
def test_only_a_yes_to_these_words_counts(amira: Plan, citizen: Browser, bad: dict[str, str]) -> None:
    assert citizen.post("/feelings/kept", data=FORM | bad).status_code == 200
    assert how_many(amira) == 0


def test_what_is_no_picture_is_refused(amira: Plan, citizen: Browser) -> None:
    own_words = ({"own.weighs.1.text": "\0"}, {"own.lifts.1.text": "x" * 10_000})
    for bad in ({"size.worried": "5"}, {"day": "great"}, *own_words):
        assert citizen.post("/feelings/kept", data=FORM | YES | bad).status_code in (400, 422), bad
    assert how_many(amira) == 0


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_page_is_whole_in_every_language(amira: Plan, citizen: Browser, lang: str) -> None:
    addresses = [ALBUM, f"{ALBUM}/beside", "/feelings/life", "/feelings/life/removal"]
    for address in addresses:
        assert citizen.get(f"{address}?lang={lang}").status_code == 200
    one = kept(amira, "mest om natten")
    showing = shown(amira, one)
    later(1)
    two = kept(amira, glad=1)
    feelings.keep_checkin(amira.citizen, CheckIn("good"))
    addresses += [f"{ALBUM}/{one}", f"{ALBUM}/{two}", f"{ALBUM}/{one}/removal"]
    for address in [*addresses, f"{ALBUM}/beside?a={one}", f"{ALBUM}/beside?a={one}&b={two}"]:
        assert citizen.get(address).status_code == 200, address
    assert citizen.post("/feelings/kept", data=FORM).status_code == 200
    feelings.take_back(amira.citizen, amira.id, showing)
    assert citizen.get(f"{ALBUM}/{one}").status_code == 200
    later(50)
    assert citizen.post("/feelings/life", data={"months": "1"}).status_code == 200


def test_the_album_shows_the_newest_first_and_no_empty_days(amira: Plan, citizen: Browser) -> None:
    assert "Du behøver ikke gemme noget." in citizen.get(ALBUM).text
    ids = []
    for days in (0, 3, 9):
        later(days)
        ids.append(kept(amira, worried=days % 4 + 1))
    page = citizen.get(ALBUM).text
    assert re.findall(r'id="picture-([^"]+)"', page) == [str(each) for each in reversed(ids)]
    assert page.index("lørdag den 28. november") < page.index("torsdag den 19. november") < page.index("mandag den 16.")
    assert "Fylder mest: bekymret" in page and "Kun du kan se dem." in page


def test_the_album_goes_on_where_there_are_many(amira: Plan, citizen: Browser) -> None:
    ids = []
    for _ in range(14):
        later(1)
        ids.append(kept(amira))
    first = citizen.get(ALBUM).text
    assert len(re.findall(r'id="picture-', first)) == 12 and str(ids[0]) not in first
    older = re.search(r'href="(/feelings/album\?before=[^"]+)"', first)
    assert older and re.findall(r'id="picture-([^"]+)"', citizen.get(older[1]).text) == [str(ids[1]), str(ids[0])]
    for bad in (uuid4(), "x", "🌳", "9" * 5000):
        assert citizen.get(ALBUM, query_string={"before": str(bad)}).status_code == 404


def test_twelve_full_pictures_are_small_on_the_wire(amira: Plan, citizen: Browser) -> None:
    for place in range(12):
        later(1)
        kept(amira, **{name: 1 + (n * place + n % 3) % 4 for n, name in enumerate(catalogue())})
    citizen.inspecting = False
    page = citizen.get(ALBUM, headers={"Accept-Encoding": "br"})
    assert page.headers["Content-Encoding"] == "br" and len(page.data) < 15_000


def test_a_note_is_written_and_nothing_typed_is_lost(amira: Plan, citizen: Browser) -> None:
    one = kept(amira)
    note = f"{ALBUM}/{one}/note"
    citizen.post(note, data={"note": "mest\r\nom natten", "seen_note": "", "lang": "da"})
    page = citizen.get(f"{ALBUM}/{one}").text
    assert "mest\nom natten" in page and "Noten er gemt." in page
    late = citizen.post(note, data={"note": "mit andet vindue", "seen_note": ""})
    assert late.status_code == 409 and "mit andet vindue" in late.text and "mest\nom natten" in late.text
    right = citizen.post(note, data={"note": "mit andet vindue", "seen_note": "mest\r\nom natten"})
    assert right.status_code == 303
    bad = citizen.post(note, data={"note": "Mit nummer er 010190-1234", "seen_note": "mit andet vindue"})
    assert bad.status_code == 422 and "Mit nummer er …" in bad.text and "010190-1234" not in bad.text
    assert citizen.post(note, data={"note": "uden"}).status_code == 422
    assert citizen.post(note, data={"note": "", "seen_note": "mit andet vindue"}).status_code == 303
    assert "mit andet vindue" not in citizen.get(f"{ALBUM}/{one}").text


def test_nothing_of_it_is_said_where_a_cookie_could_carry_it(amira: Plan, citizen: Browser) -> None:
    answer = citizen.post("/feelings/kept", data=FORM | YES)
    answers = [answer, citizen.post(f"{answer.location}/note", data={"note": "vulkan", "seen_note": ""})]
    with citizen.session_transaction() as session:
        told = repr(dict(session))
    for each in answers:
        assert "vulkan" not in repr(each.headers) and "worried" not in repr(each.headers)
    assert "vulkan" not in told and "worried" not in told and "bekymret" not in told


def test_a_picture_goes_with_two_taps(amira: Plan, citizen: Browser) -> None:
    one = kept(amira)
    shown(amira, one)
    asked = citizen.get(f"{ALBUM}/{one}/removal").text
    assert "Ja, slet det" in asked and "kan heller ikke se det mere" in asked and how_many(amira) == 1
    assert citizen.post(f"{ALBUM}/{one}/removal").location == ALBUM
    assert "Billedet er slettet." in citizen.get(ALBUM).text and how_many(amira) == 0
    assert citizen.get(f"{ALBUM}/{one}").status_code == citizen.post(f"{ALBUM}/{one}/removal").status_code == 404


def test_the_page_says_to_whom_it_was_shown_and_takes_it_back(amira: Plan, citizen: Browser) -> None:
    one = kept(amira)
    showing = shown(amira, one)
    page = citizen.get(f"{ALBUM}/{one}").text
    assert "<bdi>Bo</bdi>" in page and "kan se det til og med" in page and "Kun du kan se det." not in page
    assert f'action="/feelings/showings/{showing}/ending"' in page
    assert "Vist frem lige nu" in citizen.get(ALBUM).text
    feelings.take_back(amira.citizen, amira.id, showing)
    page = citizen.get(f"{ALBUM}/{one}").text
    assert "Du tog det tilbage" in page and "/ending" not in page and "Kun du kan se det." in page


def test_the_page_says_whether_the_note_is_shown_too(amira: Plan, citizen: Browser) -> None:
    one = kept(amira, "mest om natten")
    shown(amira, one, with_note=True)
    assert "Din note er med." in citizen.get(f"{ALBUM}/{one}").text
    citizen.post(f"{ALBUM}/{one}/note", data={"note": "noget andet", "seen_note": "mest om natten"})
    assert "Din note er ikke med. Den er kun din." in citizen.get(f"{ALBUM}/{one}").text


def test_two_pictures_are_described_and_never_judged(amira: Plan, citizen: Browser) -> None:
    one = kept(amira, afraid=4, glad=1)
    later(30)
    two = kept(amira, worn_out=3, hopeful=3)
    for a, b in ((one, two), (two, one)):
        page = citizen.get(f"{ALBUM}/beside?a={a}&b={b}").text
        text = " ".join(re.sub("<[^>]+>", "", page).split())
        assert "Bange fyldte mest mandag den 16. november. Træt og håbefuld fylder mest i dag." in text
        assert page.count('class="fills"') == 2
        assert not re.search("bedre|værre|mindre end|mere end|procent|%", text)
    assert str(two) in citizen.get(f"{ALBUM}/beside?a={one}").text
    assert citizen.get(f"{ALBUM}/beside?a={one}&b={one}").status_code == 200
    for bad in (f"a={uuid4()}", f"a={one}&b=x", f"a={one}&b={uuid4()}"):
        assert citizen.get(f"{ALBUM}/beside?{bad}").status_code == 404


def test_how_long_it_stays_is_chosen_and_asks_before_it_takes_something(amira: Plan, citizen: Browser) -> None:
    kept(amira)
    page = citizen.get("/feelings/life").text
    assert re.search(r'value="6" checked', page)
    later(50)
    assert citizen.post("/feelings/life", data={"months": "3"}).status_code == 303
    asked = citizen.post("/feelings/life", data={"months": "1"})
    assert asked.status_code == 200 and "1 ting er ældre" in asked.text and how_many(amira) == 1
    sure = {"months": "1", "going": "1"}
    assert citizen.post("/feelings/life", data=sure).status_code == 303 and how_many(amira) == 0
    assert re.search(r'value="1" checked', citizen.get("/feelings/life").text)
    kept(amira)
    assert "bliver her i 1 måned, som nu" in citizen.get("/feelings/life/removal").text
    citizen.post("/feelings/life/removal")
    assert re.search(r'value="1" checked', citizen.get("/feelings/life").text), "it is kept under the new key"
    for bad in ("", "2", "x", "٣", "9" * 50):
        assert citizen.post("/feelings/life", data={"months": bad}).status_code == 422, bad
    assert citizen.post("/feelings/life", data={"months": "1", "going": "x"}).status_code == 422


def test_everything_goes_at_once_also_with_a_lost_key(amira: Plan, citizen: Browser) -> None:
    kept(amira)
    assert citizen.get(ALBUM).status_code == 200
    feelings.stay(amira.citizen, 3)
    assert "3 måneder, som nu" in citizen.get("/feelings/life/removal").text
    vault.destroy(amira.citizen)
    assert "som nu" not in citizen.get("/feelings/life/removal").text, "nobody can tell how long any more"
    assert citizen.get(ALBUM).status_code == 423
    assert "1 ting" in citizen.get("/feelings/life/removal").text
    assert citizen.post("/feelings/life/removal").location == "/mine"
    assert "Alt er slettet." in citizen.get("/mine").text
    assert citizen.get(ALBUM).status_code == 200 and how_many(amira) == 0
    citizen.post("/feelings/life/removal")
    assert "Der lå ikke noget." in citizen.get("/mine").text


def test_the_pictures_of_another_are_not_there(
    amira: Plan, citizen: Browser, browser: Callable[[access.PersonView | None], Browser]
) -> None:
    theirs = kept(amira, "vulkan")
    dorte = browser(access.person(amira.dorte))
    for page in ("", "/removal"):
        assert dorte.get(f"{ALBUM}/{theirs}{page}").status_code == 404
    assert dorte.post(f"{ALBUM}/{theirs}/note", data={"note": "x", "seen_note": "vulkan"}).status_code == 404
    assert dorte.get(f"{ALBUM}/beside?a={theirs}").status_code == 404
    assert dorte.post(f"{ALBUM}/{theirs}/removal").status_code == 404
    dorte.post("/feelings/life/removal")
    for who in (amira.bo, amira.tove):
        staff = browser(access.person(who))
        for address in (ALBUM, f"{ALBUM}/{theirs}", "/feelings/life"):
            assert staff.get(address).status_code == 403
    assert "vulkan" in citizen.get(f"{ALBUM}/{theirs}").text


def test_the_pages_are_kept_in_no_browser(amira: Plan, citizen: Browser) -> None:
    one = kept(amira)
    for address in (ALBUM, f"{ALBUM}/{one}", "/feelings/life", f"{ALBUM}/beside"):
        assert citizen.get(address).headers["Cache-Control"] == "no-store"


def test_what_is_kept_goes_home_in_words(amira: Plan, citizen: Browser) -> None:
    kept(amira, "mest om natten")
    with own.writing(amira.citizen) as mine:
        mine.keep("worry", {"picture": "money", "words": {"text": "regningen", "lang": "da"}})
    home = citizen.get("/plan/data.json").get_json()
    assert {row["kind"]: row["content"] for row in home["keepsake"]}["checkin"]["note"]["text"] == "mest om natten"
    page = citizen.get("/plan/data/all").text
    assert "mest om natten" in page and "regningen" in page and "Bekymret" in page or "bekymret" in page
    assert 'href="/feelings/life/removal"' in citizen.get("/plan/data").text
    vault.destroy(amira.citizen)
    for address in ("/plan/data", "/plan/data/all", "/plan/data.json"):
        assert citizen.get(address).status_code == 200
    assert "kan ikke åbnes" in citizen.get("/plan/data/all").text
