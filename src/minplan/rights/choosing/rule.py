"""Rule: what is offered can be told apart, or it is no choice."""

from collections.abc import Sequence

from minplan.errors import Invalid
from minplan.rights.choosing.commands import NewOption
from minplan.rights.meaning.likeness import plain


def check_apart(options: Sequence[NewOption]) -> None:
    """No two say the same, whatever else differs. Raises Invalid for the later one, by the number of its field."""
    said: set[tuple[str, ...]] = set()
    for number, option in enumerate(options, 1):
        title = plain(option.title.as_words())
        if title in said:
            raise Invalid({f"title_{number}": "same_option"})
        said.add(title)
