"""The texts of the product that a municipality can reword: letters, the welcome, who helps, hard words."""

from itertools import chain

from minplan.content.lettering import letter_kinds
from minplan.content.rights_shelf import legal_words
from minplan.content.welcoming import Told, welcome
from minplan.content.who_helps import Elsewhere, HelpTopic, who_helps


def own_words() -> dict[str, str]:
    """The Danish text of each by its message context."""
    topics = who_helps().topics
    told: list[Told | HelpTopic | Elsewhere] = [*chain.from_iterable(welcome().values()), *topics]
    told += chain.from_iterable(topic.elsewhere for topic in topics)
    letters = {kind.context(part): text for kind in letter_kinds().values() for part, text in kind.told().items()}
    words = {word.context(): word.meaning for word in legal_words().values()}
    return letters | words | {each.context(what): getattr(each, what) for each in told for what in ("name", "text")}
