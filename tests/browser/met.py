"""The meetings of the demo that people have lived in: one of every state, on Yusuf's plan with Lars."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from minplan import access, clock, meeting
from minplan.meeting import NewAgreement, NewClosing, NewConfirmation, NewGuest, NewMeeting, NewNeeds
from minplan.words import NewText

Ids = dict[str, UUID]


def meet(people: Ids, ids: Ids) -> None:
    """Let them propose, agree, meet, miss and call off; adds the ids of the meetings by their state."""
    yusuf, lars, plan = people["Yusuf"], people["Lars Holm"], ids["plan"]
    with _days_ago(6):
        ids["closed meeting"] = _agreed(yusuf, lars, plan, timedelta(minutes=5))
        _sit_down(yusuf, lars, plan, ids["closed meeting"])
    with _days_ago(3):
        ids["missed meeting"] = _agreed(yusuf, lars, plan, timedelta(hours=1))
        ids["cancelled meeting"] = _agreed(yusuf, lars, plan, timedelta(days=20))
    ids["offered meeting"] = _proposed(lars, plan, timedelta(days=8))
    ids["asked meeting"] = _proposed(yusuf, plan, timedelta(days=9))
    ids["agreed meeting"] = _agreed(yusuf, lars, plan, timedelta(hours=5))
    ids["meeting"] = _agreed(yusuf, lars, plan, timedelta(minutes=1))
    _before(yusuf, lars, plan, ids)
    meeting.open_meeting(lars, plan, ids["meeting"])
    _write(yusuf, lars, plan, ids["meeting"])


@contextmanager
def _days_ago(days: int) -> Iterator[None]:
    now = clock.now()
    clock.start(now - timedelta(days=days))
    yield
    clock.start(now)


def _proposed(by: UUID, plan: UUID, ahead: timedelta) -> UUID:
    purpose = NewText(text="Vi ser, hvordan det går med køkkenet", lang="da")
    first = _time(ahead)
    times = (first, first + timedelta(days=1))
    new = NewMeeting(mode="library", place="Biblioteket", door="Ind ad døren mod åen", times=times, purpose=purpose)
    found = meeting.propose(by, plan, new).subject_id
    assert found
    return found


def _agreed(yusuf: UUID, lars: UUID, plan: UUID, ahead: timedelta) -> UUID:
    found = _proposed(lars, plan, ahead)
    meeting.accept(yusuf, plan, found, _time(ahead))
    return found


def _time(ahead: timedelta) -> datetime:
    return (clock.now() + ahead).replace(second=0, microsecond=0)


def _before(yusuf: UUID, lars: UUID, plan: UUID, ids: Ids) -> None:
    for here in (ids["meeting"], ids["agreed meeting"]):
        meeting.add_point(yusuf, plan, here, NewText(text="هل أستطيع أن أعمل أربع ساعات؟", lang="ar"))
        meeting.add_point(lars, plan, here, NewText(text="Hvordan var den første dag?", lang="da"))
        meeting.say_needs(yusuf, plan, here, NewNeeds(kinds=("interpreter", "quiet"), language="ar"))
        why = NewText(text="Hun kender reglerne om løn", lang="da")
        guest = NewGuest(kind="other", name="Pia Friis", role="Økonomi", why=why)
        ids["attendee"] = meeting.invite(lars, plan, here, guest).subject_id or ids["plan"]


def _sit_down(yusuf: UUID, lars: UUID, plan: UUID, here: UUID) -> None:
    """An hour from its beginning to its end, with both sides' words and one thing that is seen differently."""
    meeting.open_meeting(lars, plan, here)
    _write(yusuf, lars, plan, here)
    with access.view(lars, plan) as view:
        digest = meeting.outcome(view, here).digest
    hers = NewText(text="أريد وقتًا أطول قبل العمل.", lang="ar")
    own = {"how": "own", "digest": digest}
    meeting.confirm(yusuf, plan, here, NewConfirmation(side="citizen", says="agree", words=hers, **own))
    meeting.confirm(lars, plan, here, NewConfirmation(side="municipality", says="agree", **own))
    meeting.close_meeting(lars, plan, here, NewClosing())


def _write(yusuf: UUID, lars: UUID, plan: UUID, here: UUID) -> None:
    """What both expect, and what they agree on."""
    meeting.expect(yusuf, plan, here, "citizen", NewText(text="اتصل بي قبل أن ترسل رسالة", lang="ar"))
    meeting.expect(lars, plan, here, "municipality", NewText(text="Sig til, når noget er for svært", lang="da"))
    meeting.agree_ready(lars, plan, here, "call_and_ask")
    chef = NewText(text="Yusuf taler med kokken om fire timer", lang="da")
    meeting.agree(yusuf, plan, here, NewAgreement(what=chef, why=NewText(text="Så ved vi det", lang="da"), kind="own"))
