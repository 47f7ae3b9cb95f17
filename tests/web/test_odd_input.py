"""Odd words in every field of every form: kept to the letter, shown harmlessly, and the same in the plan's document."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from markupsafe import escape
from web.deeds import DEEDS, WRITTEN
from web.inspection import Page
from web.stage import Stage, stage

from minplan import exchange

__all__ = ["stage"]

ODD = {
    "emoji": "👩🏽‍🦽‍➡️ ❤️‍🩹 🇩🇰 \U0001faf6🏿",
    "overrides": "\u202egnirts desrever\u202c \u2068x\u2069 \u202a\u202b\u202d end",
    "zero width": "\u200ba\u200bb\u200c\u200d\u2060\ufeffc\u00ad",
    "combining": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334 e\u0301 é ﷽",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)> </textarea></span></title><!-- ]]> &amp; &#60;",
    "templates": "{{ 7*7 }} {% raw %} %(name)s %s {who} {0} ${x} [ senest {date}] ⟦⟧ \\n \\u0041",
    "quotes": '" \' ` = ; \'; DROP TABLE plan; -- " onfocus=alert(1) autofocus x="',
    "links": "javascript:alert(1) data:text/html,<b>x</b> http://evil.example/?a=1&b=2",
    "directions": "Ring til العيادة i morgen kl. 10.00 עברית (abc) זה",
    "lines": "først\nså\n\n\ttil\u2028sidst\u0085ja\x0bnej\x1b[31m\x7f",
    "no characters": "\ufffd\ufffe\uffff\U0010ffff\ue000",
}
SELDOM = sorted(ODD.keys() - {"markup"})
LONG = "æ🌳" * 950
# A name has room for a line, not for a letter.
NAMES = {"ball_name", "law", "slot_who", "slot_place"}
LAST = ("waiting", "detour")


def words(kind: str, name: str, field: str) -> str:
    odd = LONG if kind == "long" else ODD[kind]
    return f"{name} {field}: {odd if kind != 'long' or field not in NAMES else odd[:70]}"[
        : 100 if field == "law" else 2000
    ]


def write_everything(stage: Stage, kind: str) -> None:
    """Every form that holds words, filled with odd ones; those that change a step's state come last."""
    for name in (*(name for name in DEEDS if name not in LAST), *LAST):
        deed = DEEDS[name]
        if deed.words:
            answer = deed.do(stage, **{field: words(kind, name, field) for field in deed.words})
            assert answer.status_code == 303, name


def pages(stage: Stage) -> Iterator[str]:
    """Everything that shows words, to Amira and to Bo."""
    amira, bo, plan = stage.browser("amira"), stage.browser("bo"), stage.address
    threads = [f"{plan}/calls/{stage.amira[key]}" for key in ("thread", "plan_thread")]
    steps = [stage.step(key) for key in ("step", "other", "owed", "agreed", "law")]
    forms = [f"{plan}/{form}" for form in ("wins", "horizon", "steps/new", f"goals/{stage.amira['goal']}")]
    for page in ("/plan", "/plan?lang=ar", "/plan/history", "/plan?lang=da", *threads, *steps, *forms):
        yield amira.get(page).text
    for page in ("/citizens", plan, f"{plan}/history", *threads, *steps, f"{plan}/praise"):
        yield bo.get(page).text
    yield from (bo.get(f"{plan}/proposals/{proposal}").text for proposal in _proposals(bo.get(plan).text))


def _proposals(page: str) -> set[str]:
    return {part.partition('"')[0].partition("/")[0] for part in page.split("/proposals/")[1:]}


# What a plan's document holds; calls and answers are not part of it.
IN_DOCUMENT = ("title", "why", "ball", "waiting", "detour", "goal title", "milestone title", "parts", "step", "horizon")


@pytest.mark.parametrize("kind", ["markup", "long", *(pytest.param(k, marks=pytest.mark.slow) for k in SELDOM)])
def test_odd_words_are_shown_harmlessly_and_exported_to_the_letter(stage: Stage, kind: str) -> None:
    write_everything(stage, kind)
    shown = "\n".join(pages(stage))
    document, _ = exchange.take_out(stage.cast.id)
    kept = set(strings(json.loads(json.dumps(document))))
    for name, place in WRITTEN:
        said = words(kind, name, place)
        assert str(escape(said)) in shown, f"{place} of {name} is lost"
        assert said in kept or name not in IN_DOCUMENT, f"{place} of {name} is another in the document"
    assert "<script>alert" not in shown and "<img src=x" not in shown


@dataclass
class Leaking(Page):
    """A page that notes which words could turn the sentence around them."""

    leaks: list[str] = field(default_factory=list)

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        tag, theirs = self.open[-1] if self.open else ("", False)
        depth = 0
        for char in data if tag != "title" and not theirs else "":  # a title is a line of its own
            depth += (char == "\u2068") - (char == "\u2069")
            if char == "\u202e" and not depth:
                self.leaks.append(data)


def test_words_that_turn_the_direction_turn_only_themselves(stage: Stage) -> None:
    write_everything(stage, "overrides")
    for page in pages(stage):
        assert not Leaking(page).leaks, "put somebody's words in an element with dir or in <bdi>"


def strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from strings(each)
