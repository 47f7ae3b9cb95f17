"""Every page there is, and who opens it: made from the application's own addresses, so that none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from werkzeug.routing import Rule

from minplan import create_app
from minplan.access import SUPPORTERS
from minplan.routes.marks import SEAT, mark_of

# Files, machines' answers, and addresses that only send on.
NO_PAGES = {"assets", "health", "issuer", "sign_out", "well_known"}
FILES = {
    *("stay.left", "stay.say", "supporting.about_me_as_file"),
    *("own_data.as_file", "own_data.openings_as_csv", "own_data.openings_as_json"),
    *("meeting.as_file", "meeting.fetch_calendar", "meeting.live"),
    *("booklet.page", "booklet.file", "booklet.leaf", "booklet.blank", "booklet.cards", "meeting.summary_file"),
}
SENDS_ON = {
    *("sign_in.home", "sign_in.start", "sign_in.back", "sign_in.why"),
    *("supporting.read", "supporting.code"),  # where there is a code to show, which is shown once
    *("meeting.calendar_address", "meeting.show_code"),
}
WHO = {
    "citizen": "Yusuf", "contact": "Lars Holm", "team": "Jens Bo", "anybody": "nobody",
    "leader": "Inger Dahl", "administrator": "Birgit Sand", "editor": "Kasper Lind", "staff": "Lars Holm",
    **dict.fromkeys(SUPPORTERS, "Amal Rahim"),
}
LANGUAGES = ("da", "en", "ar")
# Where a page needs a step in a certain state.
MEANS = {
    "journey.celebration": {"step": "done"},
    "rights.disagreement_on": {"step": "law"},
    **dict.fromkeys(("meeting.absence", "meeting.cancellation", "meeting.move_page"), {"meeting": "agreed_meeting"}),
    "meeting.summary": {"meeting": "closed_meeting"},
    "feelings.afterwards": {"meeting": "closed_meeting"},
    "meeting.times": {"meeting": "offered_meeting"},
}
# Something of the content, for an address that names it.
NAMED = {
    "item": "fetching.from_doctor", "right": "klage_4_uger", "word": "afgoerelse", "situation": "letter",
    "letter": "decision", "sentence": "see_my_case",
}  # fmt: skip
# A screen that is handed to the citizen speaks to them.
SPEAKS = {"meeting.hand_over": "ar"}
# Pages that only somebody in particular finds: who, and on whose plan.
IN_PARTICULAR = {
    "handover.to_write": ("Mette Krog", "Viggo"),
    "handover.to_me": ("Lars Holm", "Viggo"),
    "handover.my_page": ("Viggo", "Viggo"),
    "handover.petition": ("Inger Dahl", "Samira"),
    "office.emergency": ("Hanne Bruun", "Karin"),
    "supporting.one": ("Samira", "Samira"),
    "supporting.look": ("Amal Rahim", "Samira"),
}


@dataclass(frozen=True)
class Page:
    """A page: who opens it, where, on whose plan."""

    who: str
    pattern: str
    plan: str = "Yusuf"
    speaks: str | None = None  # a language of its own, whoever's sign-in it is

    def address(self, ids: dict[str, dict[str, UUID]]) -> str:
        """The address with this day's ids in it."""
        return self.pattern.format_map({name.replace(" ", "_"): each for name, each in ids.get(self.plan, {}).items()})

    @property
    def of_a_meeting(self) -> bool:
        """Whether it lies below a plan's meetings."""
        return "/meetings" in self.pattern

    @property
    def title(self) -> str:
        """What a test and a picture are called."""
        place = self.pattern.replace("/plans/{plan}", f"/{self.plan}").strip("/")
        return f"{self.who}: {place or 'front'}"


def is_seen_elsewhere(page: Page) -> bool:
    """The team sees the contact's pages with fewer forms: one language, and no pictures, are enough."""
    return page.who == WHO["team"]


def every_page() -> list[Page]:
    """All of them, and the same page again where it looks another way."""
    return [*_by_address(), *_more()]


def _by_address() -> Iterator[Page]:
    app = create_app()
    for rule in sorted(app.url_map.iter_rules(), key=str):
        room = rule.endpoint.partition(".")[0]
        if "GET" not in (rule.methods or ()) or room in NO_PAGES or rule.endpoint in SENDS_ON | FILES:
            continue
        if rule.endpoint in IN_PARTICULAR:
            who, plan = IN_PARTICULAR[rule.endpoint]
            yield Page(who, _pattern(rule), plan)
            continue
        # Of several who find the same page one looks at it, but for those whose page is another one.
        people = {WHO[relation]: relation for relation in sorted((mark_of(app, rule.endpoint) or set()) - {SEAT})}
        for who in people if "plan" in rule.arguments else sorted(people)[:1]:
            yield Page(who, _pattern(rule), speaks=SPEAKS.get(rule.endpoint))


def _pattern(rule: Rule) -> str:
    means = MEANS.get(rule.endpoint, {})
    pattern = rule.rule.replace("<int:number>", "3")  # the page of paper with the most to fill in
    for name, value in NAMED.items():
        pattern = pattern.replace(f"<{name}>", value)
    for name in rule.arguments:
        pattern = pattern.replace(f"<uuid:{name}>", f"{{{means.get(name, name)}}}")
    return pattern


def _more() -> Iterator[Page]:
    yield Page("nobody", "/there-is-nothing-here")
    for reason in ("elsewhere", "unknown"):
        yield Page("nobody", f"/sign-in/demo/why/{reason}")
    yield Page("Lars Holm", "/waiting")
    for name in ("Karin", "Samira", "Dorte", "Viggo"):
        yield Page(name, "/plan", name)
    for name in ("Dorte", "Viggo"):
        yield Page("Mette Krog", "/plans/{plan}", name)
    yield Page("Dorte", "/plans/{plan}/steps/new", "Dorte")
    yield Page("Dorte", "/plans/{plan}/wins", "Dorte")
    yield Page("Mette Krog", "/citizens", "")
    for state in ("law", "active", "waiting", "done", "detour"):
        yield Page("Yusuf", f"/plans/{{plan}}/steps/{{{state}}}")
    for state in ("resting", "suggested"):
        yield Page("Samira", f"/plans/{{plan}}/steps/{{{state}}}", "Samira")
    yield Page("Lars Holm", "/plans/{plan}/steps/{active}")
    yield Page("Yusuf", "/plans/{plan}/proposals/{new_step}")
    for state in ("offered", "asked", "agreed", "missed", "cancelled"):
        for who in ("Yusuf", "Lars Holm"):
            yield Page(who, f"/plans/{{plan}}/meetings/{{{state}_meeting}}")
    for who in ("Yusuf", "Lars Holm"):
        yield Page(who, "/plans/{plan}/calls/{open_thread}")
    yield Page("Yusuf", "/plans/{plan}/steps/new?" + urlencode({"phrase": "step.visit_workplace"}))
    yield Page("Yusuf", "/plans/{plan}/calls/new?topic=idea&step={next}")
    yield Page("Yusuf", "/feelings/album/beside?a={earlier_checkin}&b={checkin}")
    for mine in ("/rights", "/rights/samtykke", "/who-can-help", "/toolbox"):
        yield Page("Yusuf", mine)
    yield Page("Yusuf", "/plans/{plan}/choices/{chosen_choice}")
    for empty in ("/feelings/album", "/mine/people", "/mine/strengths"):
        yield Page("Dorte", empty, "Dorte")
