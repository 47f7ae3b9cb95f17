"""Rule: what stands on the pages beside the way, from what the plan, its meeting and the content say."""

from collections.abc import Collection, Iterable
from datetime import date

from minplan import content, handover, meeting
from minplan.access import View
from minplan.booklet.drawing import when
from minplan.booklet.shape import Circle, Contact, Deal, Gathering, Instead, Known, Line, Said, Won
from minplan.booklet.tongue import Tongue, Tongues, own
from minplan.content import HelpLine, HelpNumbers, ShownRight
from minplan.handover import Reached
from minplan.journey import StepView, Way, WinView
from minplan.language import mark

MOST_WINS = 30  # three times what the largest page has room for
_AGREED = ("agreed", "law")
_HELPERS = (mark("Min læge skriver"), mark("Min mentor skriver"), mark("Arbejdsstedet skriver"))
_CARE = mark("Reglen kan være ændret i 2026. Spørg kommunen.")
_WHEN = {
    "doctor": mark("Brug for læge i aften eller weekend?"),
    "psychiatry": mark("Brug for hjælp fra psykiatrien nu?"),
    "life": mark("Tanker om ikke at ville leve?"),
}


def contact(view: View, said: Tongues) -> Contact | None:
    """Whom the citizen can turn to, as that person tells of themselves, else as the plan does; None without anybody."""
    found, reached = view.contact, handover.reach(view)
    if found is None or reached is None:
        return None
    role, hours = (own(each, "da") if each else None for each in (found.role, reached.hours))
    return Contact(own(found.name, "und"), role, reached.phone, hours, _instead(found.name, reached, said))


def gathering(coming: meeting.Coming, said: Tongues) -> Gathering:
    """The next meeting, or the one that somebody suggests."""
    label = mark("Forslag til møde") if coming.state == "offered" else mark("Næste møde")
    place = own(coming.place, "da") if coming.place else None
    return Gathering(said.tell(label), said.moment(coming.starts), place)


def deals(way: Way, holders: Collection[str], said: Tongues) -> tuple[Deal, ...]:
    """What is agreed, and lies with one of these."""

    def held(step: StepView) -> bool:
        return step.kind in _AGREED and step.ball is not None and step.ball.holder in holders

    return tuple(_deal(step, said) for step in way.open if held(step))


def with_others(way: Way) -> bool:
    """Whether something that is agreed lies with somebody outside the municipality."""
    return any(step.kind in _AGREED and step.ball is not None and step.ball.holder == "other" for step in way.open)


def wins(found: Iterable[WinView], said: Tongues) -> tuple[Won, ...]:
    """The newest first, and no more than can be laid out soon: of so many the page says that there are more."""
    newest = sorted(found, key=lambda win: win.on, reverse=True)[:MOST_WINS]
    return tuple(
        Won(said.words(win.text), own(win.by, "und") if win.by else None, said.short_day(win.on)) for win in newest
    )


def circles(said: Tongues) -> tuple[Circle, ...]:
    """The feelings that lie on the two shelves, to be coloured; nobody's own."""
    return tuple(Circle(name, _feeling(name, said)) for name, each in content.feelings().items() if not each.extra)


def helpers(said: Tongues) -> tuple[Said, ...]:
    """Who else may write in the booklet, each in a place of their own."""
    return tuple(said.tell(each) for each in _HELPERS)


def right(shown: ShownRight, said: Tongues) -> Known:
    """A right, with a word of care where it may have changed."""

    def told(part: str) -> Said:
        return said.say(lambda each: shown.right.said(part, each.translator))

    return Known(told("name"), told("fact"), said.tell(_CARE) if shown.standing == "with_care" else None)


def help_lines(found: HelpNumbers | None, today: date, said: Tongues) -> tuple[Line, ...]:
    """Whom one can call now: 112, and the numbers that somebody has checked lately."""
    danger = Line(said.tell(mark("I fare nu? Ring 112.")), None, "112")
    lines = found.lines if found and found.fresh(today) else ()
    return (danger, *(_line(each, said) for each in lines))


def notes(said: Tongues) -> tuple[Said, ...]:
    """What has to be said of the words themselves."""
    if said.first.language.status != "draft":
        return ()
    draft = mark("Oversættelsen er et udkast. Den er ikke læst af en person, der har sproget som modersmål.")
    return (said.first.said(said.first.gettext(draft)),)


def _instead(name: str, reached: Reached, said: Tongues) -> Instead | None:
    if not reached.stand_in:
        return None
    when = said.say(lambda each: each.gettext("Når %(name)s ikke er der:", name=f"\u2068{name}\u2069"))
    return Instead(when, own(reached.stand_in, "und"), reached.stand_in_phone)


def _deal(step: StepView, said: Tongues) -> Deal:
    shared = step.ball is not None and step.ball.holder == "both"
    return Deal(said.words(step.title), when(step, said), shared)


def _feeling(name: str, said: Tongues) -> Said:
    return said.say(lambda each: content.feeling_word(name, each.translator))


def _line(line: HelpLine, said: Tongues) -> Line:
    def asked(each: Tongue) -> str:
        if line.when:
            return line.when.get(each.language.code, line.when["da"])
        return each.gettext(_WHEN[line.kind])

    return Line(said.say(asked), own(line.name, "da"), line.phone)
