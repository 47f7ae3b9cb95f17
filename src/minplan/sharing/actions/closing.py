"""The end of everything that a citizen lets others see, when the citizen comes in no more."""

from minplan.access import Change, end_consent
from minplan.sharing.store import consents, supporters


def end_everything(change: Change) -> bool:
    """Each yes that runs, each supporter's place and each code that opens something; False where there was none.

    The caller's change says why, to the citizen alone: who stood by them is nobody else's business.
    """
    session, plan = change.session, change.plan.id
    given, places = consents.not_withdrawn(session, plan), supporters.all_places(session, plan)
    codes = supporters.unused(session, plan)
    for place in places:
        session.delete(place)
    for code in codes:
        code.taken_back_at = change.at
    for row in given:
        end_consent(session, row)
    return bool(given or places or codes)
