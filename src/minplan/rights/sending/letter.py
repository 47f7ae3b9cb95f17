"""Rule: the letter as the official mailbox gets it: a Danish frame, and the citizen's own words verbatim."""

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
_ANY_YEAR = date.min  # other than every year, so that a letter always says it


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """What is sent: by whom, when, with which receipt number; `about` is what was decided, where it is about that.

    `by_hand` is one that its sender carries: it is theirs to say when it was given, and no day runs before.
    """

    id: UUID
    kind: str
    number: str
    name: str
    contact: str | None
    at: datetime
    answer_by: date | None
    sentence: str
    words: Words
    about: str | None = None
    by_hand: bool = False


def compose(letter: OfficialLetter, sender: str, to: str) -> bytes:
    """The letter as it goes out. Sent again it would be the very same one, so that no mailbox shows it twice."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = sender, to
    message["Subject"] = f"{_ABOUT[letter.kind]} ({letter.number})"
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.id}@{sender.partition('@')[2]}>"
    message.set_content("\n\n".join(parts(letter)) + "\n", cte="quoted-printable")
    message["Content-Language"] = language.SOURCE
    return message.as_bytes()


def parts(letter: OfficialLetter) -> list[str]:
    """The paragraphs of the letter, as its sender may read them before."""
    own = _own_words(letter.words) if letter.words.text else []
    return [_ABOUT[letter.kind], "\n".join(_facts(letter)), letter.sentence, *own, *_last(letter)]


def _facts(letter: OfficialLetter) -> list[str]:
    return [
        f"Fra: {_line(letter.name)}",
        f"{'Skrevet' if letter.by_hand else 'Sendt'}: {language.moment(letter.at, language.SOURCE, _ANY_YEAR)}",
        f"Kvitteringsnummer: {letter.number}",
        *([f"Kontaktperson: {_line(letter.contact)}"] if letter.contact else []),
        *([f"Det handler om: {_line(letter.about)}"] if letter.about else []),
    ]


def _own_words(words: Words) -> list[str]:
    lang = language.name_in(words.lang or language.SOURCE, language.SOURCE)
    return [f"Borgerens egne ord (sprog: {lang}):", _RULE, words.text or "", _RULE]


def _last(letter: OfficialLetter) -> list[str]:
    if letter.by_hand:
        return ["Borgeren har skrevet det i minplan og afleverer det selv."]
    return [
        *([_told(letter.kind, letter.answer_by)] if letter.answer_by else []),
        "Borgeren har skrevet det i minplan og har fået en kvittering. Mailen kan ikke besvares: svar borgeren selv.",
    ]


def _told(kind: str, by: date) -> str:
    day = language.day(by, language.SOURCE, _ANY_YEAR)
    if kind == "complaint":  # what the law gives it weeks for: no answer, but a second look
        return f"Borgeren har fået at vide, at kommunen ser på sagen igen senest {day}."
    return f"Borgeren har fået at vide, at der normalt kommer svar senest {day}."


def _line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
