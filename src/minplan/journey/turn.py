"""Rule: whether a ball lies with whoever looks. The way and the desk ask here, so that they never disagree."""

from collections.abc import Collection

from minplan.access import Viewer


def is_mine(holder: str | None, name: str | None, viewer: Viewer, names: Collection[str]) -> bool:
    """Whether it is this viewer's turn; `names` are the plan's professionals.

    What lies with the municipality under the name of none of them waits for the contact person.
    """
    if holder == "both":
        return viewer.relation in ("citizen", "contact")
    if viewer.is_citizen or holder != "municipality":
        return viewer.is_citizen and holder == "citizen"
    return name == viewer.name if name in names else viewer.relation == "contact"
