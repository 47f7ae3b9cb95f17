"""Rule: what came of a meeting, from what its page shows the same reader, said to the citizen."""

from collections.abc import Callable, Iterable
from datetime import date

from minplan.booklet.drawing import turn, when
from minplan.booklet.minutes import Agreed, Half, Onward, Told
from minplan.booklet.shape import Said
from minplan.booklet.tongue import Tongues, own
from minplan.journey import BallView, StepView
from minplan.language import mark
from minplan.meeting import AgreementView, ConfirmationView, MeetingView, NoteView, OutcomeView

_FITS = {"much": mark("For meget"), "right": mark("Passende"), "little": mark("For lidt")}
_POINTS = {"carried": mark("Det kommer med næste gang."), None: mark("Det nåede I ikke.")}
_EXPECTED = (("citizen", mark("Det forventer jeg af jer")), ("municipality", mark("Det kan I forvente af mig")))


def halves(found: Iterable[AgreementView], contact: str | None, said: Tongues, authority: str) -> tuple[Half, ...]:
    """Who does what, in two equal halves; what both do stands in each. Nothing where nothing was agreed."""
    each = [(agreement, _agreed(agreement, contact, said, authority)) for agreement in found]
    if not each:
        return ()
    mine = tuple(line for agreement, line in each if agreement.ball in ("citizen", "both"))
    theirs = tuple(line for agreement, line in each if agreement.ball != "citizen")
    others = any(agreement.ball == "other" for agreement, _ in each)
    title = mark("Det gør %(name)s og andre") if others else mark("Det gør %(name)s")
    named = said.say(lambda tongue: tongue.gettext(title, name=tongue.gettext(authority)))
    return Half(said.tell(mark("Det gør jeg")), mine), Half(named, theirs)


def expected(found: OutcomeView, said: Tongues) -> tuple[Half, ...]:
    """What each expects of the other, or nothing."""
    if not found.expectations:
        return ()

    def told(side: str) -> tuple[Told, ...]:
        lines = found.expected_by(side)
        return tuple(Told(said.words(line.text), said.tell(_FITS[line.fits]) if line.fits else None) for line in lines)

    return tuple(Half(said.tell(title), told(side)) for side, title in _EXPECTED)


def lacks(found: OutcomeView) -> str:
    """Why some of it is not on the way, as the citizen reads it."""
    two = (*found.said_by("citizen"), *found.said_by("municipality"))
    if any(each.says == "differently" and each.stands for each in two):
        return mark("Det er I ikke enige om endnu")
    word = found.citizen_says
    return mark("Det er ikke på vejen endnu") if word and word.agrees else mark("Det mangler dit ja")


def onward(step: StepView, said: Tongues, authority: str) -> Onward:
    """The step with which everybody went home, as it lies on the way now."""
    ball = turn(step.ball, said, authority) if step.ball else None
    return Onward(said.words(step.title), said.words(step.why) if step.why else None, ball, when(step, said))


def talked(found: MeetingView, said: Tongues) -> tuple[Told, ...]:
    """The points, and what became of those that were not talked about."""
    return tuple(
        Told(said.words(point.text), said.tell(_POINTS[point.outcome]) if point.outcome in _POINTS else None)
        for point in found.agenda
    )


def written(found: Iterable[NoteView], reader: str, said: Tongues, authority: str) -> tuple[Told, ...]:
    """What was written down and shared, with who wrote it; `reader` is whoever prints."""

    def by(note: NoteView) -> Said:
        name = reader if note.own else note.by
        return own(name, "und") if name else said.tell(authority)

    return tuple(Told(said.words(note.words), by(note)) for note in found)


def answers(found: Iterable[ConfirmationView], said: Tongues) -> tuple[Told, ...]:
    """Who has said what: the name, and below it the answer, with the words that came with it."""
    return tuple(
        Told(own(each.name, "und"), said.tell(_word_of(each)), said.words(each.words) if each.words else None)
        for each in found
    )


def _word_of(found: ConfirmationView) -> str:
    if not found.stands:
        return mark("Ordene er ændret siden. Læs dem, og svar igen.")
    if found.says != "agree":
        return mark("Ser det anderledes")
    if found.waits:
        return mark("Har sagt ja ved bordet. Det venter på eget login eller papir.")
    return mark("Er enig, på papir") if found.how == "paper" else mark("Er enig")


def _agreed(found: AgreementView, contact: str | None, said: Tongues, authority: str) -> Agreed:
    name = found.ball_name or (contact if found.ball == "municipality" else None)
    ball = BallView(found.ball, name, False, None, None, False)
    return Agreed(
        said.words(found.what),
        said.words(found.why) if found.why else None,
        own(found.law, "da") if found.law else None,
        turn(ball, said, authority),
        said.say(_until(found.when_on)) if found.when_on else None,
    )


def _until(on: date) -> Callable[..., str]:
    return lambda tongue: tongue.gettext("Senest %(day)s.", day=tongue.day(on))
