"""What templates say about feelings, in the reader's language."""

from minplan import content
from minplan.content import Feeling
from minplan.routes.feelings.blueprint import bp
from minplan.routes.languages import gettext, reader


@bp.app_template_global("feeling_word")
def feeling_word(feeling: str) -> str:
    """A feeling as it stands within a sentence."""
    return content.feeling_word(feeling, reader().translator)


@bp.app_template_global("feeling_help")
def feeling_help(feeling: str) -> str:
    """The sentence that helps to recognise it."""
    return content.feeling_help(feeling, reader().translator)


@bp.app_template_global("size_words")
def size_words() -> list[str]:
    """The five sizes, from the smallest: on the screen they are words and never numbers."""
    return [gettext("ikke"), gettext("lidt"), gettext("noget"), gettext("meget"), gettext("fylder det hele")]


@bp.app_template_global("feelings_on")
def feelings_on(shelf: str, extra: bool) -> list[Feeling]:
    """The feelings of a shelf, or those in the fold below it."""
    return [each for each in content.feelings().values() if each.shelf == shelf and each.extra == extra]
