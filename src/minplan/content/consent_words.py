"""Rule: a consent as the citizen reads it: on the page, in the row that keeps the words, and on the receipt."""

from calendar import monthrange
from datetime import date
from hashlib import sha256

from minplan.content.consenting import ConsentItem, Kind, Paper, consent_kinds, departments
from minplan.language import Language, Translator, day

Line = tuple[str, str]


def department_name(department: str, translator: Translator) -> str:
    """Who it is about; KeyError for somebody that nobody can say yes to."""
    return translator.pgettext(f"department:{department}", departments()[department])


def lines(item: ConsentItem, translator: Translator, language: Language, until: date) -> tuple[Line, ...]:
    """Everything that is said before a yes, as pairs of a label and a text."""
    kind = consent_kinds()[item.kind]
    return (
        (translator.gettext("Hvorfor"), consent_part(item, "purpose", translator)),
        (translator.gettext("Hvem"), consent_part(item, "parties", translator)),
        (translator.gettext("Hvad"), consent_part(item, "data", translator)),
        (translator.gettext("Til og med"), day(until, language.code)),
        (translator.gettext("Hvis du siger ja"), consent_part(kind, "yes", translator)),
        (translator.gettext("Hvis du siger nej"), consent_part(kind, "no", translator)),
        (translator.gettext("Loven"), consent_part(kind, "law", translator)),
    )


def words(item: ConsentItem, translator: Translator, language: Language, until: date) -> str:
    """The same as one text, as it is kept: the title, and a line for each pair."""
    said = (f"{label}: {text}" for label, text in lines(item, translator, language, until))
    return "\n".join([consent_part(item, "title", translator), *said])


def mark(said: str) -> str:
    """A short mark of the words that somebody read, for a form to bring back."""
    return sha256(said.encode()).hexdigest()[:16]


def until(item: ConsentItem, today: date) -> date:
    """The last day of a yes that is said today."""
    month = today.month - 1 + item.months
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def consent_part(of: ConsentItem | Kind | Paper, name: str, translator: Translator) -> str:
    """One of the texts of an item, a kind or a paper."""
    return translator.pgettext(of.context(name), str(getattr(of, name)))
