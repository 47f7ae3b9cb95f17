"""The letter that says there is something new: whatever somebody is called, it says nothing else."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from uuid import uuid4

import pytest

from minplan import language
from minplan.sharing.letter import Letter, compose

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version"),
    *("Content-Type", "Content-Transfer-Encoding", "Content-Language"),
]
NAMES = [
    "Karin",
    "سميرة",
    "=?utf-8?q?=0D=0AReply-To:_evil@x.example=0D=0A=0D=0AKlik_her?=",
    "=?utf-8?b?DQpCY2M6IGV2aWxAeC5leGFtcGxlDQo=?=",
    "=?=?utf-8?q?x?=?=",
    "a\r\nBcc: evil@x.example",
    "\x01\x7f\u2028\u0085b",
    "%(name)s %s {0}",
]


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_writes_no_header_and_no_body(name: str, lang: str) -> None:
    letter = Letter(uuid4(), "mette@example.dk", name, lang)
    sent = compose(letter, "minplan@kommune.example", "https://minplan.example", AT, language.translator(lang))
    read = message_from_bytes(sent, policy=policy.SMTP)
    assert sorted(read.keys()) == sorted(HEADERS)
    assert "\n" not in read["Subject"] and read["To"] == "mette@example.dk"
    plain = compose(
        Letter(letter.id, letter.to, "Karin", lang), "minplan@kommune.example", "https://minplan.example", AT,
        language.translator(lang),
    )  # fmt: skip
    told = read.get_content().splitlines()
    assert len(told) == len(message_from_bytes(plain, policy=policy.SMTP).get_content().splitlines())  # type: ignore[attr-defined]
