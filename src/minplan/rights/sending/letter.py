"""Rule: the letter as the official mailbox gets it: a Danish frame, and the citizen's own words verbatim.

It is composed once, when it is written. From then on it is a text of its own: that is sent, shown and kept.
"""

from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import UUID

from minplan import language
from minplan.words import Words

# Letters to the municipality are in Danish, whichever language their sender reads.
_ABOUT = {
    "complaint": "Klage over en afgørelse",
    "access": "Anmodning om aktindsigt",
    "insight": "Anmodning om indsigt i egne oplysninger",
    "log": "Anmodning om indsigt i loggen over opslag",
    "correction": "Anmodning om at få rettet oplysninger",
    "reasons": "Anmodning om en skriftlig begrundelse",
}
_RULE = "-" * 40
_FROM, _REACH = "Fra: ", "Borgeren kan kontaktes her: "
_CARRIED = "Borgeren har skrevet det i minplan og afleverer det selv."
# No day of an answer: it may arrive later than it was written.
_SENT = (
    "Borgeren har skrevet det i minplan og har fået en kvittering. "
    "minplan kan ikke tage imod svar: svar borgeren selv."
)
_ANY_YEAR = date.min  # other than every year, so that a letter always says it


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """What is written: by whom, when (Danish wall time), with which receipt number; `sentence` is that of its kind.

    `about` is what was decided, where it is about that; `reach` how the sender wants to be reached, where they said so;
    `by_hand` is one that they carry.
    """

    kind: str
    number: str
    name: str
    contact: str | None
    at: datetime
    sentence: str
    words: Words
    about: str | None = None
    reach: str = ""
    by_hand: bool = False


def written(letter: OfficialLetter) -> str:
    """The whole letter, its paragraphs divided by an empty line."""
    own = _own_words(letter.words) if letter.words.text else []
    last = _CARRIED if letter.by_hand else _SENT
    return "\n\n".join([_ABOUT[letter.kind], "\n".join(_facts(letter)), letter.sentence, *own, last])


def name_of(text: str) -> str:
    """From whom a written letter is, by the name that they had then."""
    return _fact(text, _FROM)


def reach_of(text: str) -> str:
    """How the sender of a written letter wants to be reached, as they put it; empty where they did not say."""
    return _fact(text, _REACH)


def compose(id: UUID, number: str, at: datetime, text: str, sender: str, to: str) -> bytes:
    """A written letter as it goes out. Sent again it is the very same one, so that no mailbox shows it twice."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = sender, to
    about, _, _ = text.partition("\n")
    message["Subject"] = f"{about} ({number})"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{id}@{sender.partition('@')[2]}>"
    message.set_content(f"{text}\n", cte="quoted-printable")
    message["Content-Language"] = language.SOURCE
    return message.as_bytes()


def _fact(text: str, begins: str) -> str:
    facts = text.split("\n\n")[1:2]
    lines = facts[0].split("\n") if facts else []
    return next((line.removeprefix(begins) for line in lines if line.startswith(begins)), "")


def _facts(letter: OfficialLetter) -> list[str]:
    return [
        f"{_FROM}{_line(letter.name)}",
        *([f"{_REACH}{_line(letter.reach)}"] if letter.reach else []),
        f"Skrevet: {language.moment(letter.at, language.SOURCE, _ANY_YEAR)}",
        f"Kvitteringsnummer: {letter.number}",
        *([f"Kontaktperson: {_line(letter.contact)}"] if letter.contact else []),
        *([f"Det handler om: {_line(letter.about)}"] if letter.about else []),
    ]


def _own_words(words: Words) -> list[str]:
    lang = language.name_in(words.lang or language.SOURCE, language.SOURCE)
    return [f"Borgerens egne ord (sprog: {lang}):", _RULE, words.text or "", _RULE]


def _line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
