"""Where events may go, when they are tried again, and which go out now: pure."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import given, strategies as some

from minplan.sync import retrying
from minplan.sync.due import due
from minplan.sync.egress import Place, Refused, place

HOSTS = ("sag.example.dk", "sag.example.dk:8443", "127.0.0.1:9000", "localhost:9000", "[::1]:9000", "10.0.0.5")
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://sag.example.dk/a?b=c", Place(True, "sag.example.dk", 443, "/a?b=c")),
        ("https://SAG.example.dk", Place(True, "sag.example.dk", 443, "/")),
        ("https://sag.example.dk:443/", Place(True, "sag.example.dk", 443, "/")),
        ("https://sag.example.dk:8443/x", Place(True, "sag.example.dk", 8443, "/x")),
        ("https://10.0.0.5/", Place(True, "10.0.0.5", 443, "/")),
        ("http://127.0.0.1:9000/e", Place(False, "127.0.0.1", 9000, "/e")),
        ("http://[::1]:9000/e", Place(False, "::1", 9000, "/e")),
    ],
)
def test_a_host_that_is_listed_is_sent_to(url: str, found: Place) -> None:
    assert place(url, HOSTS) == found


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://sag.example.dk/", "https_only"),
        ("http://10.0.0.5/", "https_only"),
        ("https://sag.example.dk:9999/", "host_not_listed"),
        ("https://sag.example.dk./", "host_not_listed"),
        ("https://x.sag.example.dk/", "host_not_listed"),
        ("https://sag.example.dk.evil.example/", "host_not_listed"),
        ("https://169.254.169.254/latest/meta-data", "host_not_listed"),
        ("https://192.168.0.1/", "host_not_listed"),
        ("http://127.0.0.1/", "host_not_listed"),
        ("http://127.0.0.1:9001/", "host_not_listed"),
        ("https://127.1:9000/", "host_not_listed"),
        ("https://2130706433:9000/", "host_not_listed"),
        ("https://0x7f000001:9000/", "host_not_listed"),
        ("https://[::ffff:127.0.0.1]:9000/", "host_not_listed"),
        *(
            (url, "bad_address")
            for url in (
                "", "sag.example.dk", "ftp://sag.example.dk/", "file:///etc/passwd", "//sag.example.dk/",
                "https://me@sag.example.dk/", "https://sag.example.dk@evil.example/", "https://sag.example.dk/#x",
                "https://sag.example.dk\\@evil.example/", "https://sag.example.dk/\r\nHost: x", "https:///x",
                "https://sag.example.dk:/", "https://sag.example.dk:0/", "https://sag.example.dk:99999/", "https://[::1/",
                "https://sag.example.dk/æ", "https://sag。example.dk/", " https://sag.example.dk/", "https://%73ag.dk/",
                "https://sag.example.dk/" + "x" * 500, "https://sag.example.dk/\x00", "HTTPS://sag.example.dk/",
            )
        ),
    ],
)  # fmt: skip
def test_any_other_is_refused(url: str, code: str) -> None:
    with pytest.raises(Refused, match=f"^{code}$"):
        place(url, HOSTS)


@given(some.text(max_size=60) | some.from_regex(r"https?://[!-~]{0,30}", fullmatch=True))
def test_nothing_is_sent_anywhere_without_a_list(url: str) -> None:
    with pytest.raises(Refused):
        place(url, ())


def test_it_is_tried_for_about_three_days() -> None:
    for random in (0, 0.5, 1):
        waits = [retrying.wait(tries, random) for tries in range(1, 12)]
        found = [each for each in waits if each is not None]
        assert waits[:-2] == found and waits[-2:] == [None, None] and found == sorted(found)
        assert timedelta(days=2.4) < timedelta(seconds=sum(found)) < timedelta(days=4)
    assert [retrying.wait(1, 0), retrying.wait(1, 0.5), retrying.wait(1, 1)] == [4, 5, 6]


def test_what_a_receiver_asks_for_is_respected_up_to_an_hour() -> None:
    assert [retrying.wait(1, 0.5, asked) for asked in (2, 60, 3600, 10**9)] == [5, 60, 3600, 3600]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (None, 0), ("", 0), ("120", 120), ("-5", 0), ("1e9", 0), ("9" * 5000, 0), ("soon", 0), ("\x00", 0),
        ("Mon, 16 Nov 2026 09:10:00 GMT", 600), ("Mon, 16 Nov 2026 08:00:00 GMT", 0),
        ("Mon, 99 Nov 2026 09:10:00 GMT", 0),
    ],
)  # fmt: skip
def test_what_a_receiver_asks_for_is_read(said: str | None, seconds: float) -> None:
    assert retrying.asked(said, NOW) == seconds


class Row(NamedTuple):
    id: UUID
    plan_id: UUID
    next_at: datetime


@given(some.lists(some.tuples(some.integers(0, 3), some.booleans()), max_size=30), some.integers(1, 8))
def test_of_a_plan_nothing_overtakes_what_waits(given: list[tuple[int, bool]], most: int) -> None:
    rows = [
        Row(UUID(int=number), UUID(int=plan), NOW + timedelta(seconds=waits))
        for number, (plan, waits) in enumerate(given)
    ]
    found = due(rows, NOW, most)
    assert len(found) <= most and found == sorted(found, key=lambda id: id.int)
    for row in rows:
        before = [each for each in rows if each.plan_id == row.plan_id and each.id.int < row.id.int]
        free = row.next_at <= NOW and all(each.next_at <= NOW for each in before)
        assert row.id not in found or (free and all(each.id in found for each in before))
        assert row.id in found or not free or len(found) == most
