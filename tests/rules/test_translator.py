"""Translators: plain look-ups, plural forms, and values that stay harmless."""

import subprocess
import sys

import pytest
from markupsafe import Markup

from minplan.language import known, offered, translator
from minplan.language.messages import Messages, read
from minplan.language.translator import Translator

ARABIC = read("ar").form


def test_the_danish_text_is_its_own_translation() -> None:
    assert translator("da").gettext("Næste skridt") == "Næste skridt"


def test_a_text_without_translation_is_shown_in_danish() -> None:
    assert translator("ar").gettext("Findes ikke i kataloget") == "Findes ikke i kataloget"


def test_the_pseudo_language_frames_every_text() -> None:
    pseudo = translator("xx")
    assert pseudo.gettext("Hej %(name)s", name="Bo") == "⟦Hej Bo⟧"
    assert pseudo.pgettext("topic:money", "penge") == "⟦penge⟧"
    assert pseudo.ngettext("%(n)s sejr", "%(n)s sejre", 2) == "⟦2 sejre⟧"


def test_danish_and_english_have_two_forms() -> None:
    assert translator("da").ngettext("%(n)s sejr", "%(n)s sejre", 1) == "1 sejr"
    assert translator("da").ngettext("%(n)s sejr", "%(n)s sejre", 0) == "0 sejre"


@pytest.mark.parametrize(
    ("n", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3), (111, 4)]
)
def test_arabic_has_six_forms(n: int, form: int) -> None:
    assert ARABIC(n) == form


def test_a_placeholder_without_a_value_is_left_for_later() -> None:
    assert translator("da").ngettext("%(n)s hos %(name)s", "%(n)s hos %(name)s", 3) == "3 hos %(name)s"


def test_markup_among_the_values_escapes_the_text_around_it() -> None:
    said = translator("da").gettext("<b> %(name)s & %(other)s", name=Markup("<bdi>Bo</bdi>"), other="<i>")
    assert said == Markup("&lt;b&gt; <bdi>Bo</bdi> &amp; &lt;i&gt;")


def test_a_text_with_a_context_is_another_text() -> None:
    one = Translator("da", Messages(texts={"ret": "right", ("form", "ret"): "correct"}))
    assert (one.gettext("ret"), one.pgettext("form", "ret"), one.pgettext("law", "ret")) == ("right", "correct", "ret")


def test_the_languages_are_offered_in_their_own_names() -> None:
    assert [(language.name, language.direction) for language in offered()] == [
        ("Dansk", "ltr"), ("English", "ltr"), ("العربية", "rtl"),
    ]
    assert known("ar") and not known("de")


def test_nothing_is_read_before_somebody_reads() -> None:
    # Start time: the catalogues and babel wait until the first text or date that needs them.
    code = "import sys, minplan.content, minplan.language as l; l.translator('da'); print('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
