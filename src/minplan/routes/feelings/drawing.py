"""What templates draw: the picture of a check-in, and its words within a sentence, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from minplan import feelings
from minplan.feelings import CheckIn, Named, Picture
from minplan.language import listed
from minplan.routes.feelings.blueprint import bp
from minplan.routes.languages import reader

OWN = Markup('<bdi lang="{}" dir="auto">{}</bdi>')


@bp.app_template_global()
def picture_of(told: CheckIn | Mapping[str, Any]) -> Picture:
    """The picture of a check-in, or of what was kept of one."""
    checkin = told if isinstance(told, CheckIn) else CheckIn.from_content(told)
    return feelings.draw(checkin, reader().translator)


@bp.app_template_global()
def named_together(named: Sequence[Named], begins: bool = False) -> str:
    """ "bekymret, træt og bange"; with `begins` as a sentence begins. Own words stay as they were written."""
    words = [_word(each, begins and n == 0) for n, each in enumerate(named)]
    return Markup(escape(listed(len(words), reader().language.code))).format(*words)  # nosec B704: escaped


def _word(named: Named, begins: bool) -> str:
    if named.lang:
        return OWN.format(named.lang, named.word)
    return escape(named.word[:1].upper() + named.word[1:] if begins else named.word)
