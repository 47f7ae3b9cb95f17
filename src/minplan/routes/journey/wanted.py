"""What somebody wanted with a form that met a newer change: their days and words again, to be shown beside it."""

from typing import Any

from minplan.routes import fields, forms

_DAYS = {"waiting": ("since", "until"), "rest": ("until",), "ball": ("promised",), "promise": ("promised",)}


def wanted(noun: str) -> dict[str, Any]:
    """The form of `noun` as days (`since`, `until`, `promised`), `when`, and the `words` of a ready sentence."""
    found: dict[str, Any] = {name: fields.day(name) for name in _DAYS.get(noun, ())}
    if noun == "date":
        found["when"] = forms.when()
    if noun in ("title", "why"):
        words = forms.words(noun, forms.KINDS[noun])
        found["words"] = words.as_words() if words.phrase else None
    return found
