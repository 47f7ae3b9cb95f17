"""Verb: fill a booklet from an opened plan, with the parts that the citizen chose."""

from collections.abc import Collection
from datetime import datetime

from minplan import clock, config, content, journal, journey, meeting, rights
from minplan.access import View
from minplan.booklet import drawing, parts as pages
from minplan.booklet.labels import labels
from minplan.booklet.shape import USUAL, Booklet, Known, Said
from minplan.booklet.tongue import Tongues, own, tongues
from minplan.language import mark


def fill(view: View, lang: str, address: str, beside: bool = False, parts: Collection[str] = USUAL) -> Booklet:
    """The booklet of an opened plan, in the language `lang`; `address` is where to sign in, and holds no secret.

    What is hidden from the viewer is not in it. It speaks to the citizen, whoever prints it. Where circles are chosen,
    they have the page on which helpers would write.
    """
    said = tongues(lang, beside, view.plan.citizen_name, clock.today())
    settings = config.settings()
    way, coming, at = journey.way(view), meeting.coming(view), changed_at(view)
    agreed = "agreements" in parts
    return Booklet(
        lang=said.first.said("").lang,
        dir=said.first.language.direction,
        at=at,
        name=own(view.plan.citizen_name, "und"),
        labels=labels(said, settings.authority, pages.with_others(way)),
        made=_made(view, at, said),
        address=address,
        token=way.token,
        contact=pages.contact(view, said),
        meeting=pages.gathering(coming, said) if coming else None,
        way=drawing.drawn(way, said, settings.authority) if "way" in parts else None,
        points=_points(view, coming, said) if "talk" in parts else None,
        mine=pages.deals(way, ("citizen", "both"), said) if agreed else None,
        theirs=pages.deals(way, ("municipality", "both", "other"), said) if agreed else None,
        wins=pages.wins(way.wins, said) if "wins" in parts else None,
        circles=pages.circles(said) if "circles" in parts else None,
        helpers=pages.helpers(said) if "helpers" in parts else None,
        rights=_rights(view, said) if "rights" in parts else (),
        help=pages.help_lines(content.help_numbers(settings), clock.today(), said),
        notes=pages.notes(said),
    )


def changed_at(view: View) -> datetime:
    """When the plan became what its viewer sees now; what is hidden from them leaves no trace here either."""
    if view.viewer.is_citizen:
        found = journal.news(view.connection, view.plan.id, view.plan.revision - 1, 1)
        return found[0].at if found else view.plan.created_at
    return journey.recent(view).moved_at or view.plan.created_at


def _made(view: View, at: datetime, said: Tongues) -> Said:
    """The day, and for the citizen the edition: to others a gap between two would tell that something is hidden."""
    day, number = clock.local(at).date(), view.plan.revision
    if not view.viewer.is_citizen:
        return said.say(lambda each: each.gettext("Sådan så vejen ud %(day)s.", day=each.day(day)))
    return said.say(
        lambda each: each.gettext("Sådan så vejen ud %(day)s. Udgave %(n)s.", day=each.day(day), n=number)
    )


def _points(view: View, coming: meeting.Coming | None, said: Tongues) -> tuple[Said, ...]:
    agenda = meeting.one(view, coming.id).agenda if coming else ()
    return tuple(said.words(point.text) for point in agenda if point.by_citizen)


def _rights(view: View, said: Tongues) -> tuple[Known, ...]:
    return tuple(pages.right(shown, said) for shown in rights.here_on(view, rights.moment_of(view, clock.today())))


def blank(lang: str, address: str, beside: bool = False) -> Booklet:
    """A booklet of nobody, to be written in by hand: for a first visit, and where there is no network."""
    said, today = tongues(lang, beside, "", clock.today()), clock.today()
    settings = config.settings()
    return Booklet(
        lang=said.first.said("").lang,
        dir=said.first.language.direction,
        at=datetime(today.year, today.month, today.day, tzinfo=clock.COPENHAGEN),
        name=said.tell(mark("Jeg hedder …")),
        labels=labels(said, settings.authority),
        made=said.tell(mark("Skriv dagen her: …")),
        address=address,
        way=drawing.blank(said),
        points=(),
        mine=(),
        theirs=(),
        wins=(),
        helpers=pages.helpers(said),
        rights=tuple(pages.right(shown, said) for shown in rights.here("first_contact")),
        help=pages.help_lines(content.help_numbers(settings), today, said),
        notes=pages.notes(said),
    )
