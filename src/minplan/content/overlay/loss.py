"""Rule: what a folder may not lose unnoticed, because half of it was copied, or a disk was full."""

from collections.abc import Collection

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.nouns import Municipal

REVIEWS = "reviews.toml"
_TAKEN = "`minplan rights accept` takes the folder as it is"


def losses(before: Collection[str], was: Municipal, after: Collection[str], now: Municipal) -> list[Fault]:
    """Every file that was there before, and more than half of the signatures. `before` and `after` are names of files.

    Somebody has to say that it is meant so.
    """
    found = [Fault(name, 1, "", f"is there no more; {_TAKEN}") for name in sorted(set(before) - set(after))]
    if REVIEWS in after and 2 * len(now.reviews) < len(was.reviews):
        found.append(Fault(REVIEWS, 1, "", f"{len(now.reviews)} of {len(was.reviews)} signatures are left; {_TAKEN}"))
    return found
