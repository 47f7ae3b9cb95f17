"""Languages: who reads what, in which direction, and how a day is said. Danish is the source."""

from minplan.language.dates import day, moment, short_day
from minplan.language.languages import SOURCE, Language, check, get, known, offered
from minplan.language.listing import listed
from minplan.language.messages import folder
from minplan.language.names import name_in, native_name
from minplan.language.translator import Translator, mark, translator

__all__ = [
    "SOURCE", "Language", "Translator", "check", "day", "folder", "get", "known", "listed", "mark", "moment",
    "name_in", "native_name", "offered", "short_day", "translator",
]
