"""Identity: who is here. Sign-ins and their ends, who somebody is at a provider, how often something may be tried."""

from minplan.identity.actions import (
    begin,
    end,
    end_all,
    end_at_provider,
    end_by_word,
    end_one,
    forget,
    hashed,
    leave_seats,
    stay,
    take_seat,
    unlink,
    visit,
)
from minplan.identity.age import born, is_minor
from minplan.identity.arrival import arrive, was_here, welcome
from minplan.identity.attempts import not_counted, within
from minplan.identity.claimed import Claimed
from minplan.identity.same import to_people
from minplan.identity.sign_in import Attempt, Device, Ended, Identity, SignIn
from minplan.identity.still_in import still_in
from minplan.identity.store import by_email, by_number, is_linked, known, number_hash, sign_ins
from minplan.identity.visit import ContactCard, Visit

__all__ = [
    "Attempt",
    "Claimed",
    "ContactCard",
    "Device",
    "Ended",
    "Identity",
    "SignIn",
    "Visit",
    "arrive",
    "begin",
    "born",
    "by_email",
    "by_number",
    "end",
    "end_all",
    "end_at_provider",
    "end_by_word",
    "end_one",
    "forget",
    "hashed",
    "is_linked",
    "is_minor",
    "known",
    "leave_seats",
    "not_counted",
    "number_hash",
    "sign_ins",
    "stay",
    "still_in",
    "take_seat",
    "to_people",
    "unlink",
    "visit",
    "was_here",
    "welcome",
    "within",
]
