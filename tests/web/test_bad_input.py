"""What nobody should send: a clear 4xx in the reader's language, and nothing is written."""

from collections.abc import Iterator
from typing import Any

import pytest
from props import everything
from web.deed import Deed
from web.deeds import DEEDS, WRITTEN
from web.stage import Stage, stage

from minplan.routes import limits

__all__ = ["stage"]

TYPED, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"


@pytest.fixture
def nothing_written(stage: Stage) -> Iterator[None]:
    """At the end of the test every row of every table is as it was."""
    before = everything()
    yield
    assert everything() == before, "something was written"


def some() -> Iterator[tuple[str, Deed]]:
    """Enough for what is refused before anybody looks at where it goes."""
    yield from ((name, DEEDS[name]) for name in ("completion", "law step", "answer", "sharing", "call"))


REFUSED = {
    "a\0b": "⟦Der er et tegn, som vi ikke kan gemme.",
    "x" * 2001: "⟦Det er lidt for langt.",
    "Mit nummer er 610190–1234, ikke?": "⟦Det ligner et CPR-nummer.",
}


@pytest.mark.usefixtures("nothing_written")
@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_words_that_cannot_be_kept_come_back_with_a_sentence(stage: Stage, text: str) -> None:
    for name, field in WRITTEN:
        browser = stage.browser(DEEDS[name].who)
        browser.set_cookie("lang", "xx")
        answer = DEEDS[name].do(stage, browser, **{field: text})
        assert answer.status_code == 422 and '<html lang="xx"' in answer.text, (name, field)
        assert REFUSED[text] in answer.text, (name, field)


NO_TEXT = (
    (b"&x=%ED%A0%80", TYPED),
    (b"&x=\xed\xa0\x80", TYPED),
    (b"&%FF=", TYPED),
    (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xed\xa0\x80\r\n--x--\r\n', PARTS),
)


@pytest.mark.usefixtures("nothing_written")
def test_bytes_that_are_no_text_are_refused(stage: Stage) -> None:
    for name, deed in some():
        browser = stage.browser(deed.who)
        sound = "&".join(f"{field}={value}" for field, value in deed.filled(stage).items()).encode()
        for more, kind in NO_TEXT:
            data = sound + more if kind == TYPED else more
            assert browser.post(deed.address(stage), data=data, content_type=kind).status_code == 400, name


LARGE = b"a" * 10_000_000
UNREADABLE: list[tuple[int, dict[str, Any]]] = [
    (413, {"data": LARGE, "content_type": TYPED}),
    (413, {"data": LARGE, "content_type": PARTS}),
    (415, {"json": {"title": "x"}}),
    (415, {"data": "x", "content_type": "text/plain"}),
    (415, {"data": b"\xff\xd8", "content_type": "image/jpeg"}),
    (403, {"headers": {"Sec-Fetch-Site": "cross-site"}}),
    (403, {"headers": {"Origin": "https://evil.example"}}),
    (411, {"headers": {"Transfer-Encoding": "chunked"}}),
]


@pytest.mark.usefixtures("nothing_written")
def test_what_is_no_form_of_ours_is_not_read(stage: Stage) -> None:
    for name, deed in some():
        browser = stage.browser(deed.who)
        for status, ask in UNREADABLE:
            assert browser.post(deed.address(stage), **ask).status_code == status, name


@pytest.mark.usefixtures("nothing_written")
def test_another_method_is_refused(stage: Stage) -> None:
    for name, deed in some():
        browser = stage.browser(deed.who)
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "NONSENSE"):
            assert browser.open(deed.address(stage), method=method).status_code == 405, (method, name)
        for method in ("HEAD", "OPTIONS"):
            assert browser.open(deed.address(stage), method=method).status_code in (200, 405), (method, name)


BROKEN = (
    b"", b"--x", b"--y\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", b"\r\n" * 999,
    b'--x\r\nContent-Disposition: form-data; name="title"; filename="a"\r\n\r\na\r\n--x--',
)  # fmt: skip


@pytest.mark.usefixtures("nothing_written")
def test_of_a_broken_form_no_words_are_kept(stage: Stage) -> None:
    for name, deed in DEEDS.items():
        browser = stage.browser(deed.who)
        for data in BROKEN if deed.words else ():
            answer = browser.post(deed.address(stage), data=data, content_type=PARTS)
            assert answer.status_code in (400, 422), (name, data)


# Which fields have only certain values, and what is none of them.
CHOICES = {"ball", "kind", "track", "tracks", "token", "shown", "answer", "topic", "place", "phrase", "lang"}
IDS = {"milestone", "joined", "step", "answers", "beside", "before"}
DAYS = {"on", "since", "until", "promised", "look_again", "day", "slot_date"}
NONE_OF_THEM = ("nonsense", "\0", "javascript:alert(1)", "🌳", "../../etc/passwd", "x" * 5000, "9" * 5000)
NO_DAYS = ("0000-00-00", "2026-02-31", "9999-12-31", "0001-01-01", "20261203", "2026-W49-4", "-1", "\0", "٢٠٢٦-١٢-٠٣")


def none_of_them(deed: Deed) -> Iterator[tuple[str, str]]:
    """Each field of a form with only certain values, beside something that it can not be."""
    for field in deed.form:
        if field in DAYS:
            yield from ((field, value) for value in NO_DAYS)
        elif field in CHOICES | IDS and field not in deed.words:
            yield from ((field, value) for value in NONE_OF_THEM)


@pytest.mark.usefixtures("nothing_written")
def test_a_choice_that_is_none_a_day_that_does_not_exist_and_an_id_of_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LIMITS", {})  # nobody does this by hand
    for name, deed in DEEDS.items():
        browser = stage.browser(deed.who)
        for field, value in none_of_them(deed):
            status = deed.do(stage, browser, **{field: value}).status_code
            assert status in (404, 409, 422), (name, field, value[:20])


@pytest.mark.usefixtures("nothing_written")
def test_a_form_that_does_not_say_what_was_seen_is_refused(stage: Stage) -> None:
    for name, deed in DEEDS.items():
        form = {key: value for key, value in deed.filled(stage).items() if not key.startswith("seen_")}
        if len(form) < len(deed.form):
            assert stage.browser(deed.who).post(deed.address(stage), data=form).status_code == 422, name


@pytest.mark.parametrize("name", ["step", "title", "call", "horizon"])
def test_of_a_field_that_comes_twice_the_first_counts(stage: Stage, name: str) -> None:
    deed = DEEDS[name]
    twice = {key: [value, "\0"] for key, value in deed.filled(stage).items()}
    assert stage.browser(deed.who).post(deed.address(stage), data=twice).status_code == 303
