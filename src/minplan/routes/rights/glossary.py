"""The words of the law, each with what it means in plain words."""

from flask import render_template

from minplan import content
from minplan.errors import NotFound
from minplan.routes.marks import open_to_all
from minplan.routes.rights.blueprint import bp

_DANISH = str.maketrans("æøå", "{|}")  # the last letters of the alphabet, in their order


@bp.get("/words")
@open_to_all
def hard_words() -> str:
    in_order = sorted(content.legal_words().values(), key=lambda word: word.word.casefold().translate(_DANISH))
    return render_template("rights/words.html", words_of_law=in_order)


@bp.get("/words/<word>")
@open_to_all
def hard_word(word: str) -> str:
    found = content.legal_words().get(word)
    if found is None:
        raise NotFound
    return render_template("rights/word.html", word=found)
