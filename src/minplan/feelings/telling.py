"""Rule: from the fields of a form to what fills somebody, or to what is to be put right in which field."""

from collections.abc import Mapping

from pydantic import ValidationError

from minplan.content import SHELVES, feelings
from minplan.errors import Invalid
from minplan.feelings.checkin import DAYS, OWN, SIZES, CheckIn, OwnWord
from minplan.words import NewText, line_fault

LONGEST = 40  # characters of an own word: more does not fit into a bubble
_SIZES = {str(size): size for size in SIZES}


def parse_checkin(form: Mapping[str, str], lang: str) -> CheckIn:
    """What the fields say: `day`, `size.<feeling>` 0 to 4, `own.<shelf>.<place>.text` with `.size` and `.lang`; words
    without a language are in `lang`.

    Every field may be missing. Raises Invalid with a code for each field: `unknown`, and the codes of `words.fault`.
    """
    faults: dict[str, str] = {}
    day = form.get("day") or None
    if day is not None and day not in DAYS:
        faults["day"] = "unknown"
    sizes = {name: _size(form, f"size.{name}", 0, faults) for name in feelings()}
    places = [(shelf, f"own.{shelf}.{place}") for shelf in SHELVES for place in OWN]
    own = [_own(form, shelf, at, lang, faults) for shelf, at in places]
    if faults:
        raise Invalid(faults)
    named = {name: size for name, size in sizes.items() if size}
    return CheckIn(day, named, tuple(word for word in own if word and word.size))


def _size(form: Mapping[str, str], name: str, otherwise: int, faults: dict[str, str]) -> int:
    value = form.get(name)
    if value and value not in _SIZES:
        faults[name] = "unknown"
    return _SIZES.get(value or "", otherwise)


def _own(form: Mapping[str, str], shelf: str, at: str, lang: str, faults: dict[str, str]) -> OwnWord | None:
    """The word at one place; whoever wrote it and chose no size has said at least a little."""
    text = " ".join(form.get(f"{at}.text", "").split())
    code = line_fault(text) or ("too_long" if len(text) > LONGEST else None)
    size = _size(form, f"{at}.size", 1, faults)
    if code:
        faults[f"{at}.text"] = code
    if code or not text:
        return None
    said = _words(form, text, f"{at}.lang", lang, faults)
    return OwnWord(shelf, text, said.lang or lang, size) if said else None


def _words(form: Mapping[str, str], text: str, name: str, lang: str, faults: dict[str, str]) -> NewText | None:
    try:
        return NewText(text=text, lang=form.get(name) or form.get("lang") or lang)
    except ValidationError:
        faults[name] = "unknown"
        return None
