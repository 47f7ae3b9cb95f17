"""What the page says happened: one short sentence for each verb, in the reader's language."""

from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes.languages import day, gettext, say
from minplan.words import NewText

LONGEST = 80  # what is said once travels in a cookie

_DONE = {
    "completion": mark("Det er klaret."),
    "reopening": mark("Skridtet er åbent igen. Alt er, som det var."),
    "start": mark("Skridtet er i gang."),
    "postponement": mark("Skridtet kommer senere."),
    "waiting": mark("Skridtet venter nu."),
    "rest": mark("Skridtet hviler. Det er en del af vejen."),
    "detour": mark("Ny vej. Det, du lærte, er med."),
    "title": mark("Ordene er ændret."),
    "why": mark("Ordene er ændret."),
    "date": mark("Datoen er ændret."),
    "ball": mark("Bolden er givet videre."),
    "promise": mark("Den nye dag er lovet."),
    "next": mark("Det er nu næste skridt."),
    "place": mark("Rækkefølgen er ændret."),
    "parts": mark("Skridtet er delt i mindre skridt."),
    "first": mark("Det her kommer først. Resten hviler så længe."),
    "add_goal": mark("Målet står ved horisonten."),
    "add_milestone": mark("Delmålet er på vejen."),
    "horizon": mark("Horisonten er gemt."),
    "token": mark("Dit tegn er valgt."),
    "sharing": mark("Det er gemt. Ingen andre kan se, hvad du har valgt."),
    "wins": mark("Sejren er gemt."),
    "praise": mark("Din ros er sendt."),
    "answer_yes": mark("Svaret er ja."),
    "answer_adjust": mark("Det er rettet, og svaret er ja."),
    "answer_no": mark("Svaret er nej tak."),
    "answer_talk": mark("I taler om det."),
    "withdrawal": mark("Forslaget er trukket tilbage."),
}
_ADDED = mark("“%(title)s” ligger nu på vejen.")
_REPLACED = {
    "wished": mark("Det nye ønske står i stedet for det gamle."),
    "proposed": mark("Det nye forslag står i stedet for det gamle."),
}
_SENTENCES = {
    "unchanged": mark("Sådan var det allerede."),
    "proposed_to_citizen": mark("Det ligger som et forslag, indtil borgeren svarer."),
    "proposed": mark("Det ligger som et forslag. Du får svar senest %(day)s."),
    "wished": mark("Dit ønske er sendt. Aftalen gælder, indtil du får svar senest %(day)s."),
}


def outcome(noun: str, came_of_it: Outcome) -> str:
    """The sentence for what came of a verb; where it took the place of what waited already, a second one says so."""
    told = _outcome(noun, came_of_it)
    return f"{told} {gettext(_REPLACED[came_of_it.kind])}" if came_of_it.replaced else told


def added(title: NewText, came_of_it: Outcome) -> str:
    """The sentence for a new step, which names it; its words are kept apart from those around them."""
    if came_of_it.kind != "done":
        return _outcome("add_step", came_of_it)
    named = say(title)
    short = named if len(named) <= LONGEST else f"{named[: LONGEST - 1]}…"
    return gettext(_ADDED, title=f"\u2068{short}\u2069")


def _outcome(noun: str, came_of_it: Outcome) -> str:
    if came_of_it.kind == "done":
        return gettext(_DONE[noun])
    if came_of_it.promised is None:
        return sentence("unchanged" if came_of_it.kind == "unchanged" else "proposed_to_citizen")
    return gettext(_SENTENCES[came_of_it.kind], day=day(came_of_it.promised))


def sentence(key: str) -> str:
    """A sentence that needs no outcome."""
    return gettext(_SENTENCES[key])
