"""Rule: every table of the house, whose it is, what of it a citizen takes home, how long it is kept and by which law.

One table to be read by a data protection officer. What is not in it is not stored: a test compares.
"""

from dataclasses import dataclass, field
from typing import Literal

Whose = Literal["mine", "shared", "house"]
Erase = Literal["citizen", "time", "kept", "never"]


@dataclass(frozen=True, slots=True)
class Kept:
    """How long, by which rule, and how sure we are: `confirmed`, `known` or `unsure` (ask the municipality)."""

    long: str
    law: str
    certainty: str


# No lawyer and no data protection officer has reviewed these.
KEPT = {
    "case": Kept(
        "as long as the case; the municipality's number for the subject decides (KLE), MINPLAN_KEEP_ENDED months "
        "(kept) after the citizen left",
        "Offentlighedsloven §§ 13 and 15; arkivbekendtgørelsen § 5",
        "confirmed that nothing is deleted silently, unsure for how long",
    ),
    "own": Kept("until the citizen deletes it", "Databeskyttelsesforordningen articles 5 and 17", "our assessment"),
    "person": Kept(
        "as long as the person has a plan or a place here; a supporter's name and sign-in go "
        "MINPLAN_KEEP_SUPPORTERS months (6) after they last stood by somebody",
        "Databeskyttelsesforordningen article 5",
        "known for citizens, our assessment for supporters",
    ),
    "place": Kept(
        "as long as the case; a supporter's MINPLAN_KEEP_SUPPORTERS months (6) after its last day",
        "Offentlighedsloven §§ 13 and 15; article 5",
        "unsure for how long, our assessment for supporters",
    ),
    "openings": Kept(
        "MINPLAN_KEEP_OPENINGS months (24)",
        "Databeskyttelsesforordningen articles 5, 15 and 32; no fixed time was found",
        "confirmed that the citizen may see it, unsure for how long",
    ),
    "notices": Kept("MINPLAN_KEEP_NOTICES months (6) after it was read", "Article 5", "our assessment"),
    "note": Kept(
        "a citizen's until they remove it; a professional's draft that was not shared MINPLAN_KEEP_NOTICES months (6) "
        "after it was last written; what was shared as the case",
        "Article 5; offentlighedsloven § 23 (internal working documents)",
        "our assessment, unsure for how long",
    ),
    "keepsake": Kept(
        "as long as the citizen says: 1, 3, 6 (unless they choose) or 12 months; what they are good at until they "
        "delete it",
        "Databeskyttelsesforordningen articles 5, 9 (2) a and 17",
        "our assessment",
    ),
    "feed": Kept("MINPLAN_KEEP_CHANGES days (90)", "Article 5", "our assessment"),
    "inbox": Kept(
        "what it says until it is done or let go of, that it came MINPLAN_KEEP_CHANGES days (90)",
        "Article 5; offentlighedsloven § 13 for what it has led to, which is the case",
        "our assessment",
    ),
    "short": Kept("until its time is over, minutes to hours", "Article 5", "our assessment"),
    "offer": Kept(
        "until its time is over; where it was used, MINPLAN_KEEP_SUPPORTERS months (6) after the last day that it gave",
        "Article 5",
        "our assessment",
    ),
    "house": Kept("as long as the house stands", "says nothing of a person", "confirmed"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for one table.

    `reach` is how its rows belong to a person: the column that names the person or the plan, or `table.column` of a
    row that is reached; None is not handed out, and `because` says why. `leave_out` are columns that stay here: keys,
    and what is about somebody else. `erase`: the citizen may, time does, the case keeps it, or nothing to erase.
    """

    whose: Whose
    reach: str | None
    kept: str
    erase: Erase
    leave_out: frozenset[str] = field(default=frozenset())
    because: str = ""


def _rule(whose: Whose, reach: str | None, kept: str, erase: Erase, leave_out: str = "", because: str = "") -> Rule:
    return Rule(whose, reach, kept, erase, frozenset(leave_out.split()), because)


RULES: dict[str, Rule] = {
    "person": _rule("mine", "id", "person", "kept", "number_hash stand_in_id"),
    "identity": _rule("mine", "person_id", "person", "kept", "subject"),
    "sign_in": _rule("mine", "person_id", "short", "time", "key subject sid hint"),
    "plan": _rule("mine", "citizen_id", "case", "citizen"),
    "membership": _rule("shared", "plan_id", "place", "kept", "seen_revision"),
    "text": _rule("shared", "plan_id", "case", "citizen"),
    "entry": _rule("shared", "plan_id", "case", "kept"),
    "goal": _rule("shared", "plan_id", "case", "kept"),
    "milestone": _rule("shared", "plan_id", "case", "kept"),
    "step": _rule("shared", "plan_id", "case", "citizen"),
    "win": _rule("shared", "plan_id", "own", "citizen"),
    "proposal": _rule("shared", "plan_id", "case", "kept"),
    "thread": _rule("shared", "plan_id", "case", "kept"),
    "message": _rule("shared", "thread.thread_id", "case", "kept"),
    "meeting": _rule("shared", "plan_id", "case", "kept"),
    "agenda_point": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "time_offer": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "need": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "attendance": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "expectation": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "agreement": _rule("shared", "plan_id", "case", "kept"),
    "confirmation": _rule("shared", "meeting.meeting_id", "case", "kept"),
    "join_code": _rule("shared", "plan_id", "short", "time", "code_hash device"),
    "presence": _rule("mine", "person_id", "short", "time", "screen"),
    "note": _rule("mine", "by_id", "note", "citizen", "seat"),
    "calendar_feed": _rule("mine", "person_id", "own", "citizen", "key_hash"),
    "keepsake": _rule("mine", "citizen_id", "keepsake", "citizen", "slot"),
    "showing": _rule("mine", "keepsake.keepsake_id", "keepsake", "citizen"),
    "shown_to": _rule("mine", "showing.showing_id", "keepsake", "citizen"),
    "builds_on": _rule("mine", "keepsake.keepsake_id", "keepsake", "citizen"),
    "plan_benefit": _rule("mine", "plan_id", "case", "kept"),
    "prospect": _rule("shared", "plan_id", "case", "kept"),
    "sense": _rule("mine", "plan_id", "case", "kept"),
    "decision": _rule("shared", "plan_id", "case", "kept"),
    "choice": _rule("shared", "plan_id", "case", "kept"),
    "choice_option": _rule("shared", "plan_id", "case", "kept"),
    "dispatch": _rule("mine", "plan_id", "case", "kept", "mailbox"),
    "leaning": _rule("mine", "plan_id", "case", "kept"),
    "consent": _rule("mine", "plan_id", "case", "kept"),
    "invitation": _rule("mine", "plan_id", "offer", "time", "code_hash"),
    "handover": _rule("shared", "plan_id", "case", "kept"),
    "petition": _rule("mine", "plan_id", "case", "kept"),
    "opening": _rule("shared", "plan_id", "openings", "time", "checked_at checked_by"),
    "emergency": _rule("shared", "plan_id", "openings", "time", "person_id"),
    "notice": _rule("mine", "person_id", "notices", "time"),
    "mail": _rule("mine", "notice.notice_id", "notices", "time"),
    "document": _rule("mine", "plan_id", "case", "kept"),
    "in_case": _rule("mine", "plan_id", "case", "citizen"),
    "feed_item": _rule("house", None, "feed", "time", because="numbers of changes that the journal tells in full"),
    "pending": _rule("house", None, "short", "time", because="numbers of changes that the journal tells in full"),
    "inbox_message": _rule("mine", "plan_id", "inbox", "time", "system_id body"),
    "external_ref": _rule("house", None, "case", "kept", because="what other systems call what is told above"),
    "system": _rule("house", None, "house", "never", because="is about no person"),
    "webhook": _rule("house", None, "house", "never", because="is about no person"),
    "delivery": _rule("house", None, "feed", "time", because="numbers of changes, and whether a system heard of them"),
    "answered": _rule("house", None, "short", "time", because="hashes from which nobody can be found"),
    "ref": _rule("house", None, "case", "kept", because="names of the parts of the plan document, which hold them"),
    "municipality": _rule("house", None, "house", "never", because="is about no person"),
    "attempt": _rule("house", None, "short", "time", because="hashes from which nobody can be found"),
    "one_time": _rule("house", None, "short", "time", because="hashed keys of a sign-in under way"),
}


def explained() -> dict[str, dict[str, str]]:
    """For each table how long it is kept, by which law and how sure that is; what is not handed out says why."""
    found: dict[str, dict[str, str]] = {}
    for name, rule in RULES.items():
        kept = KEPT[rule.kept]
        found[name] = {"kept": kept.long, "law": kept.law, "certainty": kept.certainty, "erased": _ERASED[rule.erase]}
        if rule.because:
            found[name]["not_here"] = rule.because
    return found


def table() -> str:
    """The rules as a Markdown table, for the impact assessment."""
    head = "| table | whose | handed out | kept | by | certainty | erased |\n|---|---|---|---|---|---|---|"
    return "\n".join([head, *(_line(name, rule) for name, rule in sorted(RULES.items()))])


def _line(name: str, rule: Rule) -> str:
    out = ", ".join(sorted(rule.leave_out))
    given = f"no: {rule.because}" if rule.reach is None else f"yes, without {out}" if out else "yes"
    kept = KEPT[rule.kept]
    cells = (f"`{name}`", rule.whose, given, kept.long, kept.law, kept.certainty, _ERASED[rule.erase])
    return f"| {' | '.join(cells)} |"


_ERASED = {
    "citizen": "the citizen empties their own",
    "time": "when its time is over",
    "kept": "kept with the case",
    "never": "nothing to erase",
}
