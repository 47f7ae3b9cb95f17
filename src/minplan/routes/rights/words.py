"""What templates say about rights, in the reader's language; where there is no translation, in Danish and marked so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from minplan import content, language
from minplan.content import AnswerDeadline, Benefit, LegalWord, Review, Right, ShownRight
from minplan.language import SOURCE
from minplan.routes.languages import gettext, pgettext, reader
from minplan.routes.rights.blueprint import bp

_OWN_DEADLINES = "svarfrist"
_ASKING = ("?", "؟")
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
_BRACKETS = re.compile(r"\((?!<bdi)([^()]*[a-zæøå][^()]*)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A text as this reader reads it: the words, and the language that they are in."""

    text: str
    lang: str
    dir: str

    @property
    def brief(self) -> str:
        """Its first sentence, and the next where that is a question; in the frame that a language puts around it."""
        before, after = (found := language.get(self.lang)).frame.split("{}")
        whole = self.text.removeprefix(before).removesuffix(after)
        first, *others = _SENTENCE.split(whole)
        return found.frame.format(" ".join([first, *others[: first.endswith(_ASKING)]]))


def told_in(context: str, danish: str) -> Told:
    """A text of the content as this reader reads it; in the municipality's own words where it has some."""
    found = reader().language
    own = content.own_text(context, found.code)
    if own:
        return _told(*own)
    said = pgettext(context, danish)
    return _told(said, SOURCE if said == danish else found.code)


@bp.app_template_global("right_says")
def right_says(right: Right, part: str) -> Told:
    """One of its texts: `name`, `fact`, `action` or `deadline`."""
    lang = reader().language.code
    theirs = right.own.get(lang, {}).get(part)
    return _told(theirs, lang) if theirs else told_in(right.context(part), right.told().get(part, ""))


@bp.app_template_global("right_review")
def right_review(right: Right) -> Review | None:
    """Who has signed what it says now, None where nobody has."""
    return content.review_of(right)


@bp.app_template_global("unsigned")
def unsigned(shown: list[ShownRight]) -> bool:
    """Whether nobody has signed one of these."""
    return any(content.review_of(each.right) is None for each in shown)


@bp.app_template_global("own_deadlines")
def own_deadlines(right: Right) -> list[AnswerDeadline]:
    """How soon this municipality answers, at the right that says that it has to say so."""
    return content.answer_deadlines() if right.id == _OWN_DEADLINES else []


@bp.app_template_global("benefit_name")
def benefit_name(benefit: Benefit) -> str:
    return pgettext(benefit.context, benefit.name)


@bp.app_template_global("word_means")
def word_means(word: LegalWord) -> Told:
    """What a word of the law means."""
    return told_in(word.context(), word.meaning)


@bp.app_template_global("word_in_danish")
def word_in_danish(word: LegalWord) -> str:
    """The same in Danish, which is what counts."""
    own = content.own_text(word.context(), SOURCE)
    return own[0] if own else word.meaning


@bp.app_template_global("explained_by_us")
def explained_by_us(words: Iterable[LegalWord]) -> bool:
    """Whether the product explains one of these, and no municipality in its own words."""
    return any(content.own_text(word.context(), SOURCE) is None for word in words)


@bp.app_template_global("word_name")
def word_name(word: LegalWord) -> str:
    """The word in the reader's language; on paper and in letters it is the Danish one."""
    return pgettext(word.context("name"), word.word)


@bp.app_template_global("legal")
def legal(text: str, here: bool = False) -> Markup:
    """A text in which the first of each word of the law is a link to what it means.

    With `here` that stands on the same page, and nobody loses the letter or the right that they read.
    """
    seen: set[str] = set()
    parts, end, means = [Markup("")], 0, "#meaning-" if here else "/words/"
    for found in _pattern().finditer(text):
        word = _forms()[found.group().casefold()]
        if word not in seen:
            seen.add(word)
            parts += [Markup.escape(text[end : found.start()]), _link(means + word, found.group())]
            end = found.end()
    return danish_apart(Markup("").join([*parts, Markup.escape(text[end:])]))


@bp.app_template_global("danish_apart")
def danish_apart(text: str) -> Markup:
    """A translation in which the Danish stands by itself: in the right order over two lines, and spoken as Danish.

    What stands in brackets in a translation is the Danish word.
    """
    safe = Markup.escape(text)
    if reader().language.code == SOURCE:
        return safe
    return Markup(_BRACKETS.sub(r'(<bdi lang="da">\1</bdi>)', str(safe)))  # nosec B704: escaped


@bp.app_template_global("legal_words_in")
def legal_words_in(*texts: str) -> list[LegalWord]:
    """The words of the law that stand in these texts, each once."""
    found = dict.fromkeys(_forms()[each.casefold()] for text in texts for each in _pattern().findall(text))
    return [content.legal_words()[word] for word in found]


@bp.app_template_global("situation_name")
def situation_name(name: str) -> str:
    return gettext(name)


def _told(said: str, lang: str) -> Told:
    return Told(said, lang, language.get(lang).direction)


def _link(address: str, said: str) -> Markup:
    return Markup('<a class="legal" href="{}" lang="da">{}</a>').format(address, said)


@cache
def _forms() -> dict[str, str]:
    """Each form of each word, and which word it is of."""
    return {form.casefold(): word.id for word in content.legal_words().values() for form in (word.word, *word.forms)}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_forms(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
