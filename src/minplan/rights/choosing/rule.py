"""Rule: what is offered can be told apart, or it is no choice; and nothing is tried again without a word."""

from collections.abc import Collection, Sequence

from minplan.errors import Invalid
from minplan.rights.choosing.commands import NewOption
from minplan.rights.meaning.likeness import Tried, alike, plain


def check_apart(options: Sequence[NewOption]) -> None:
    """No two say the same, whatever else differs. Raises Invalid for the later one, by the number of its field."""
    said: set[tuple[str, ...]] = set()
    for number, option in enumerate(options, 1):
        title = plain(option.title.as_words())
        if title in said:
            raise Invalid({f"title_{number}": "same_option"})
        said.add(title)


def check_new(options: Sequence[NewOption], track: str, tried: Collection[Tried]) -> None:
    """What is like something that was tried says what is new this time. Raises Invalid by the number of its field."""
    for number, option in enumerate(options, 1):
        if option.new is None and alike(option.title.as_words(), (track,), tried):
            raise Invalid({f"new_{number}": "say_what_is_new"})
