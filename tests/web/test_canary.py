"""A word and a note in a private picture, told to a server that really runs: they are in nothing that anybody copies.

Not in the database, its log of changes or a backup of it, not in the keys, the server's log, a cookie or a document,
nor in what anybody else takes home; neither plain nor as base64, hex or wide characters. Nor are the feelings' ids.
"""

import base64
import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
import requests
from browser.lived_in import NOW
from databases import OWN, made
from serving import served
from sqlalchemy import Engine, LargeBinary, make_url, select
from sqlalchemy.exc import ProgrammingError

from minplan import access, clock, config, db, exchange, feelings, own_data, vault
from minplan.errors import MinplanError
from minplan.feelings import own
from minplan.words import NewText

WORD, NOTE, HER_WORD = "kanariefugl7351", "notefuglen9917", "solsorten4402"
TOLD = {
    "day": "hard", "size.powerless": "4", "size.under_pressure": "3", "own.weighs.1.text": WORD,
    "own.weighs.1.size": "4", "lang": "da",
}  # fmt: skip
AGREED = "2026-11-22"
IDS = ("powerless", "under_pressure")


def forms(word: str) -> set[bytes]:
    """How a word can stand in a file."""
    plain = word.encode()
    coded = {base64.b64encode(b"x" * shift + plain + b"xx") for shift in range(3)}
    wide = {word.encode(each) for each in ("utf-16-le", "utf-16-be", "utf-32-le")}
    # Without the letters that its neighbours have a part in.
    return {plain, plain.hex().encode(), *(each[4:-6] for each in coded), *wide}


def times(word: str, heap: bytes) -> int:
    """How often it is there, in any form and any case."""
    low = heap.lower()
    return sum(low.count(each.lower()) for each in forms(word))


@dataclass
class Told:
    """A demo, Karin's browser where it is served at an address, and everything that it left behind."""

    place: Path
    database: Engine
    address: str = ""
    kept: requests.Session = field(default_factory=requests.Session)
    cookies: list[str] = field(default_factory=list)

    def ask(self, path: str, data: dict[str, str] | None = None, **more: str) -> requests.Response:
        method = "GET" if data is None else "POST"
        answer = self.kept.request(method, self.address + path, data=data, headers=more, timeout=20)
        for each in (*answer.history, answer):
            self.cookies += [each.headers.get("Set-Cookie", ""), each.headers.get("Location", "")]
        return answer

    def come_in(self) -> None:
        self.kept.trust_env = False
        karin = re.search(r'value="([0-9a-f-]{36})"[^>]*><span dir="auto">Karin', self.ask("/sign-in").text)
        assert karin and self.ask("/sign-in", {"person": karin[1]}).url.endswith("/plan")

    def heap(self) -> bytes:
        """Every byte that somebody could have a copy of."""
        whose = [*self.place.rglob("*"), *Path(make_url(config.settings().keys_url).database or "").parent.iterdir()]
        files = [file.read_bytes() for file in whose if file.is_file()]
        return b"\n".join([*files, *self._copies(), *self._documents(), _unpacked(self.cookies)])

    def _copies(self) -> Iterator[bytes]:
        """Every column of every row; and of SQLite a backup and a dump."""
        with self.database.connect() as connection:
            for table in db.metadata().sorted_tables:
                for row in connection.execute(select(table)):
                    yield repr(tuple(row)).encode()
                for column in (each for each in table.c if isinstance(each.type, LargeBinary)):
                    yield from connection.execute(select(column).where(column.is_not(None))).scalars()
            if connection.dialect.name == "postgresql":  # the server's own log
                place = Path(connection.exec_driver_sql("SHOW data_directory").scalar_one())
                yield from (file.read_bytes() for file in place.glob("*log*") if file.is_file())
        if self.database.dialect.name == "sqlite":
            copy = sqlite3.connect(":memory:")
            sqlite3.connect(self.database.url.database or "").backup(copy)
            yield copy.serialize()
            yield "\n".join(copy.iterdump()).encode()

    def _documents(self) -> Iterator[bytes]:
        """What is handed out: each plan as a document, and to everybody but Karin all that is about them."""
        for person in access.demo_people():
            try:
                with access.view(person.id) as view:
                    yield json.dumps(exchange.take_out(view.plan.id)[0], ensure_ascii=False).encode()
                    if person.name != "Karin":
                        yield json.dumps(own_data.everything(view, names=True), ensure_ascii=False).encode()
            except MinplanError:  # who has no plan of their own
                continue


def _unpacked(cookies: list[str]) -> bytes:
    """What a browser was given to keep, as it reads when its parts are opened."""
    parts = [each for cookie in cookies for each in re.split(r"[.;=, ]", cookie)]
    return b"\n".join(b"\n".join((part.encode(), *_opened(part))) for part in parts)


def _opened(part: str) -> Iterator[bytes]:
    try:
        plain = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        yield plain
        yield zlib.decompress(plain)
    except (ValueError, zlib.error):
        return


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """The demo, served with a log of every request."""
    address = f"sqlite:///{tmp_path}/minplan.sqlite3"
    settings = {"MINPLAN_NOW": NOW, "MINPLAN_LOG": "info", "DATABASE_URL": address}
    with lived_in(address) as engine, served(tmp_path, tmp_path / "log", **settings) as running:
        there = Told(tmp_path, engine, running)
        yield there
        there.kept.close()  # or the server waits for this browser before it ends


@contextmanager
def lived_in(address: str) -> Iterator[Engine]:
    """The demo in this database."""
    vault.prepare()
    engine = db.open_engine(address)
    db.migrate(engine)
    db.use(engine)
    clock.start(clock.parse(NOW))
    exchange.demo()
    yield engine
    engine.dispose()


def live(there: Told) -> UUID:
    """Tell it on every way that there is, rightly and wrongly, and keep it once; the id of the picture."""
    there.ask("/feelings", TOLD), there.ask("/feelings/picture", TOLD)
    own_words = "own.weighs.1.text"
    for wrong in ({"size.powerless": WORD}, {"day": NOTE}, {own_words: f"\0{NOTE}"}, {own_words: WORD * 9}):
        assert there.ask("/feelings/picture", TOLD | wrong).status_code == 422
        assert there.ask("/feelings/kept", TOLD | wrong).status_code in (200, 422)
    there.ask(f"/feelings?note={NOTE}&{WORD}=1"), there.ask(f"/feelings/album/{WORD}")
    there.ask("/feelings/picture", TOLD, **{"HX-Request": "true", "X-Whose": WORD, "Referer": f"http://x/{WORD}"})
    assert 'name="agreed"' in there.ask("/feelings/kept", TOLD).text, "nothing is kept before the yes"
    assert there.ask("/feelings/kept", TOLD | {"agreed": AGREED}).status_code == 200
    karin = her_id()
    with own.reading(karin) as mine:
        (picture,) = mine.every("checkin")
    there.ask("/feelings/album"), there.ask(f"/feelings/album/{picture.id}")
    written = {"note": f"Jeg er en {NOTE} i dag", "seen_note": "", "lang": "da"}
    assert there.ask(f"/feelings/album/{picture.id}/note", written).status_code == 200
    changed = {"note": f"{NOTE} endnu", "seen_note": written["note"], "lang": "da"}
    assert there.ask(f"/feelings/album/{picture.id}/note", changed).status_code == 200
    assert there.ask(f"/feelings/album/{picture.id}/note", changed | {"note": WORD}).status_code == 409
    for address, fields in (
        ("/backpack", {"text": WORD}), ("/mine/people", {"name": WORD, "circle": "close"}),
        ("/mine/for-me", {"text": NOTE, "seen_for_me": ""}), ("/mine/horizon", {"question": "days", "text": NOTE}),
        ("/mine/strengths", {"shelf": "work", "text": WORD}),
    ):  # fmt: skip
        assert there.ask(address, fields | {"lang": "da", "agreed": AGREED}).status_code < 500
    return karin


def her_id() -> UUID:
    return next(person.id for person in access.demo_people() if person.name == "Karin")


def gone(database: Engine, table: str, name: str) -> None:
    """A table under another name, so that a statement fails with what was told in its hands."""
    with database.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")


def leave_in_the_middle(there: Told) -> None:
    """The sign-in ends, and what was typed is sent all the same."""
    there.ask("/sign-out", {"anyway": "1"})
    assert there.ask("/feelings/kept", TOLD | {"agreed": AGREED}).status_code in (200, 401)
    there.ask("/feelings/picture", TOLD)


def break_it(there: Told) -> None:
    there.come_in()
    gone(there.database, "keepsake", "gone")
    assert there.ask("/feelings/kept", TOLD | {"own.weighs.1.size": "3", "agreed": AGREED}).status_code == 500
    gone(there.database, "gone", "keepsake")


def seen_from_outside(there: Told) -> dict[str, list[tuple[object, ...]]]:
    """What others could tell by that something was done: the plans, their history, who looked, and who was told."""
    with there.database.connect() as connection:
        tables = (db.metadata().tables[name] for name in ("plan", "entry", "opening", "notice", "mail", "text"))
        rows = {table.name: connection.execute(select(table)).all() for table in tables}
        return {name: sorted(map(tuple, each), key=repr) for name, each in rows.items()}


def test_it_is_in_nothing_that_anybody_copies(told: Told) -> None:
    told.come_in()
    before = {word: times(word, told.heap()) for word in IDS}
    outside = seen_from_outside(told)
    karin = live(told)
    assert seen_from_outside(told) == outside, "nobody sees from outside that somebody was here"
    leave_in_the_middle(told)
    break_it(told)
    told.ask("/plan")
    plan = re.search(r"/plans/[0-9a-f-]{36}", told.ask("/plan").text)
    assert plan and told.ask(f"{plan[0]}/calls", {"text": HER_WORD, "topic": "idea"}).status_code == 200
    heap = told.heap()
    assert times(HER_WORD, heap), "what is told to others is found, or this search would find nothing"
    assert {word: times(word, heap) for word in (WORD, NOTE)} == {WORD: 0, NOTE: 0}
    assert {word: times(word, heap) for word in IDS} == before
    _opens_with_the_key(karin)


def test_no_row_of_the_other_database_says_it_nor_what_it_writes_down(postgresql_server: str, tmp_path: Path) -> None:
    """The rows and the log of PostgreSQL, where a statement fails as well; the rest is the same on both."""
    with made(postgresql_server, f"{OWN}_canary") as address, lived_in(address) as engine:
        there, karin = Told(tmp_path, engine), her_id()
        before = {word: times(word, there.heap()) for word in IDS}
        picture = feelings.parse_checkin(TOLD, "da")
        made_of = feelings.keep_checkin(karin, picture).subject_id
        assert made_of
        feelings.write_note(karin, made_of, "", NewText(text=f"{NOTE} endnu", lang="da"))
        feelings.put_down(karin, None, NewText(text=WORD, lang="da"))
        gone(engine, "keepsake", "gone")
        with pytest.raises(ProgrammingError):
            feelings.keep_checkin(karin, picture)
        gone(engine, "gone", "keepsake")
        heap = there.heap()
        assert b'relation "keepsake" does not exist' in heap, "the log is among it"
        assert {word: times(word, heap) for word in (WORD, NOTE, *IDS)} == {WORD: 0, NOTE: 0, **before}
        _opens_with_the_key(karin)


def _opens_with_the_key(karin: UUID) -> None:
    """So it was there all the time."""
    with own.reading(karin) as mine:
        (picture,) = mine.every("checkin")
        assert picture.content["sizes"] == {"powerless": 4, "under_pressure": 3}
        assert picture.content["own"][0]["text"] == WORD and NOTE in picture.content["note"]["text"]
        assert WORD in repr([each.content for kind in ("worry", "strength", "person") for each in mine.every(kind)])


@pytest.mark.parametrize("form", ["plain", "hex", "base64", "wide"])
def test_the_search_finds_a_word_however_it_is_written(form: str) -> None:
    for before in range(7):
        whole = ("a" * before + WORD + " og mere").encode()
        heap = {"plain": whole.upper(), "hex": whole.hex().upper().encode(), "base64": base64.b64encode(whole)}
        heap["wide"] = whole.decode().encode("utf-16-le")
        assert times(WORD, b"..." + heap[form] + b"...")
