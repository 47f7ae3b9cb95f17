"""Rule: the way as it is drawn on paper, from the way as it is drawn on the screen."""

from collections.abc import Iterator
from itertools import chain

from minplan.booklet.shape import Drawn, Lane, Said, Stop
from minplan.booklet.tongue import Tongue, Tongues
from minplan.journey import TRACKS, BallView, MilestoneView, StepView, Way
from minplan.language import mark

_TO_WRITE = "…" * 12
_NAMES = {
    "work": mark("Arbejde & læring"),
    "health": mark("Helbred"),
    "family": mark("Familie & hjem"),
    "economy": mark("Økonomi & bolig"),
    "community": mark("Fællesskab"),
}


def drawn(way: Way, tongues: Tongues, authority: str) -> Drawn:
    """The lanes that somebody goes on, what lies on them from behind to ahead, and the horizon."""
    steps = (*way.behind, *way.ahead)
    used = [track for track in TRACKS if any(track in step.tracks for step in steps)] or [TRACKS[0]]
    lanes = tuple(Lane(track, tongues.tell(_NAMES[track])) for track in used)
    stops = tuple(chain.from_iterable(_stops(step, used, tongues, authority) for step in steps))
    return Drawn(lanes, stops, summary(way, tongues), tongues.words(way.horizon) if way.horizon else None)


def blank(tongues: Tongues) -> Drawn:
    """A way on which nobody has gone yet: every track, and steps to write down."""
    lanes = tuple(Lane(track, tongues.tell(name)) for track, name in _NAMES.items())
    line = tongues.first.said(_TO_WRITE)
    stops = (Stop("later", lane, line, line) for lane in (0, 1, 0, 2, 3, 4, 0, 1))
    return Drawn(lanes, tuple(stops), tongues.tell(mark("Skriv dine skridt ved vejen.")), None)


def summary(way: Way, tongues: Tongues) -> Said:
    """The way in a line: how much is done, on now, and to come."""
    n = way.counts

    def told(each: Tongue) -> str:
        parts = (
            each.ngettext("%(n)s klaret", "%(n)s klaret", n.done),
            each.ngettext("%(n)s nu", "%(n)s nu", n.now) if n.now else "",
            each.ngettext("%(n)s venter", "%(n)s venter", n.waiting) if n.waiting else "",
            each.ngettext("%(n)s hviler", "%(n)s hviler", n.resting) if n.resting else "",
            each.ngettext("%(n)s senere", "%(n)s senere", n.later) if n.later else "",
        )
        return " · ".join(filter(None, parts))

    return tongues.say(told)


def turn(ball: BallView, tongues: Tongues, authority: str) -> Said:
    """Whose turn it is, as the citizen reads it."""
    name = ball.name

    def told(each: Tongue) -> str:
        if ball.holder == "citizen":
            return each.gettext("Bolden ligger hos <b>dig</b>.")
        if ball.holder == "both":
            return each.gettext("Bolden ligger hos jer begge.")
        if ball.holder == "other" and not name:
            return each.gettext("Bolden ligger hos en anden.")
        who = f"\u2068{name}\u2069" if name else each.gettext(authority)
        return each.gettext("Bolden ligger hos %(name)s.", name=who)

    return tongues.say(told)


def when(step: StepView, tongues: Tongues) -> Said | None:
    """The day that an open step speaks of."""
    if step.when_at:
        return tongues.moment(step.when_at)
    day = step.until if step.state in ("waiting", "resting") else step.when_on
    return tongues.day(day) if day else None


def _stops(step: StepView, lanes: list[str], tongues: Tongues, authority: str) -> Iterator[Stop]:
    lane = lanes.index(step.track)
    yield Stop(
        step.state,
        lane,
        tongues.words(step.title),
        _status(step, tongues),
        turn(step.ball, tongues, authority) if step.ball else None,
        when(step, tongues) if step.ball else None,
        tongues.words(step.why) if step.why and step.is_next else None,
        tuple(lanes.index(track) for track in step.tracks if track != step.track),
        step.is_next,
        min(len(step.wins), 3),
    )
    yield from (_landmark(each, lanes, lane, tongues) for each in step.arrives)


def _landmark(found: MilestoneView, lanes: list[str], lane: int, tongues: Tongues) -> Stop:
    where = lanes.index(found.track) if found.track in lanes else lane
    return Stop("landmark", where, tongues.words(found.title), reached=found.reached)


def _status(step: StepView, tongues: Tongues) -> Said | None:
    done = step.done_on
    if step.state == "done" and done:
        return tongues.say(lambda each: _plain(each.gettext("Klaret %(day)s.", day=each.short_day(done))))
    words = {
        "done": mark("Klaret."),
        "detour": mark("Ny vej."),
        "waiting": mark("Venter."),
        "resting": mark("Hviler."),
        "later": mark("Senere."),
        "active": mark("I gang."),
    }
    word = mark("Næste skridt") if step.is_next and step.state in ("active", "later") else words[step.state]
    return tongues.say(lambda each: _plain(each.gettext(word)))


def _plain(sentence: str) -> str:
    """A short sentence as a line has it, where a day stands behind it."""
    return sentence.rstrip(".")
