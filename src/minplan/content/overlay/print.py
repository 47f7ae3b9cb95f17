"""The print of a record: a few signs that stay the same for as long as it says the same."""

import json
from hashlib import sha256

from minplan.content.right import Right

_LAW = ("act", "paragraph", "link", "certainty", "source", "benefits")
_DAYS = ("researched", "valid_from", "valid_to", "expected_change")


def print_of(right: Right) -> str:
    """Sixteen signs for its Danish texts, its law, its days, its benefits, moments and deadline.

    Whoever signs a record signs these, so that nobody can put the day on which its source was read later afterwards.
    Its translations do not change them.
    """
    deadline = right.deadline and {each: getattr(right.deadline, each) for each in right.deadline.__slots__}
    told = {"id": right.id, "told": right.told(), "moments": dict(right.moments), "deadline": deadline}
    law = {name: getattr(right, name) for name in (*_LAW, *_DAYS)}
    return sha256(json.dumps(told | law, sort_keys=True, default=str).encode()).hexdigest()[:16]
