"""The words of the rights: one list each, read by the tables and by the rules."""

SENSES = ("yes", "a_bit", "no", "explain")
REACHED = ("spoke", "tried")
# A choice is open until the citizen has chosen; what was not chosen stays for later.
CHOICE_STATES = ("open", "chosen", "closed")
OPTION_STATES = ("open", "chosen", "later")
LEANINGS = ("gladly", "maybe", "not_me")
# What leaves for the municipality's official mailbox.
DISPATCHES = ("complaint", "access", "insight", "log", "correction", "reasons")
# `by_hand` is where there is no mailbox: the citizen carries it, and the page says so. `unsure` went out, and nobody
# heard that it arrived.
DISPATCH_STATES = ("waiting", "handing_over", "sent", "unsure", "given_up", "by_hand")


def one_of(column: str, words: tuple[str, ...]) -> str:
    """That a column holds one of these words, as a check of the table."""
    return f"{column} IN ({', '.join(map(repr, words))})"
