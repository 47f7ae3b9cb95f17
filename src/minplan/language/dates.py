"""Days as people say them: "torsdag den 3. december kl. 10.00". Latin digits everywhere; the year only when it differs.

`today` decides whether the year is said; left out, it is the clock's.
"""

from datetime import date, datetime
from functools import lru_cache

from minplan import clock
from minplan.language.languages import Language, get


def day(on: date, lang: str, today: date | None = None) -> str:
    """ "torsdag den 3. december", in the language `lang`."""
    return _said(on, lang, "day", _other_year(on, today))


def short_day(on: date, lang: str, today: date | None = None) -> str:
    """ "den 3. december", in the language `lang`."""
    return _said(on, lang, "short_day", _other_year(on, today))


def moment(at: datetime, lang: str, today: date | None = None) -> str:
    """ "torsdag den 3. december kl. 10.00" as clocks in Copenhagen show it; `at` carries its zone."""
    there = clock.local(at)
    return _said(there.replace(tzinfo=None), lang, "moment", _other_year(there.date(), today))


def _other_year(on: date, today: date | None) -> bool:
    return on.year != (today or clock.today()).year


@lru_cache(maxsize=4096)
def _said(on: date, lang: str, kind: str, with_year: bool) -> str:
    # Imported here: only the first date shown pays for the tables of names.
    from babel.dates import format_datetime

    language = get(lang)
    at = on if isinstance(on, datetime) else datetime(on.year, on.month, on.day)
    return language.frame.format(format_datetime(at, _pattern(language, kind, with_year), locale=language.locale))


def _pattern(language: Language, kind: str, with_year: bool) -> str:
    pattern = language.with_year.format(language.short_day) if with_year else language.short_day
    if kind != "short_day":
        pattern = language.day.format(pattern)
    return language.moment.format(pattern) if kind == "moment" else pattern
