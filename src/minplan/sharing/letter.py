"""Rule: the letter that says there is something new. It says whose plan and nothing of what is in it."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import UUID

from minplan.language import Translator


@dataclass(frozen=True, slots=True)
class Letter:
    """Who gets it, and about whose plan: a first name, or None where it is the reader's own."""

    id: UUID
    to: str
    name: str | None
    lang: str


def compose(letter: Letter, sender: str, public_url: str, at: datetime, translator: Translator) -> bytes:
    """The letter as it goes out. Sent again it would be the very same one, so that no mailbox shows it twice."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = sender, letter.to
    message["Subject"] = _news(letter.name, translator)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.id}@{sender.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_body(letter.name, public_url, translator), cte="quoted-printable")
    message["Content-Language"] = letter.lang
    return message.as_bytes()


def _news(name: str | None, translator: Translator) -> str:
    if name is None:
        return translator.gettext("Der er nyt i din plan")
    return translator.gettext("Der er nyt i planen for %(name)s", name=_in_a_header(name))


def _in_a_header(name: str) -> str:
    """A name as it may stand in a subject. The library would take `=?…?=` for something already encoded and undo it,
    line breaks and all: whoever is called that would write headers of their own."""
    seen = "".join(sign for sign in name if sign.isprintable())
    return seen.replace("=?", "= ?").replace("?=", "? =")


def _body(name: str | None, public_url: str, translator: Translator) -> str:
    said = (
        f"{_news(name, translator)}.",
        translator.gettext("Log ind for at se det:") + f"\n{public_url}/notices",
        translator.gettext("Mere står der ikke i en mail. Du får ingen ny, før du har set det."),
    )
    return "\n\n".join(said) + "\n"
