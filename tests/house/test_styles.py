"""The style sheets about themselves: small, kind in colour, and the same in both directions of writing."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import brotli
import pytest

import minplan
from minplan.routes.assets import asset

STYLES = sorted((Path(minplan.__file__).parent / "styles").rglob("*.css"), key=lambda file: file.name)
ONE_SIDED = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right|top|bottom)\s*:"
)
HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.IGNORECASE)


def _without_comments(file: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_has_no_left_and_no_right(file: Path) -> None:
    assert not ONE_SIDED.findall(_without_comments(file)), "write inline-start, block-end and their like"


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_no_colour_shouts(file: Path) -> None:
    loud = [colour for colour in HEX.findall(_without_comments(file)) if _is_red(colour)]
    assert not loud, "hue 345-15 with more than half saturation is red"


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_colours_have_meanings(file: Path) -> None:
    named = [colour for colour in HEX.findall(_without_comments(file)) if colour != "0000"]
    assert file.name in ("tokens.css", "print.css") or not named, "name the colour in tokens.css and use its meaning"


@pytest.mark.parametrize("name", ["minplan.css", "pages.css", "feelings.css"])
def test_all_styles_are_a_small_file(name: str) -> None:
    assert len(brotli.compress(asset(name).plain, quality=11)) <= 6_500


def _is_red(colour: str) -> bool:
    digits = "".join(digit * 2 for digit in colour[:3]) if len(colour) < 6 else colour[:6]
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, _lightness, saturation = rgb_to_hls(red, green, blue)
    return saturation > 0.5 and (hue * 360 >= 345 or hue * 360 <= 15)
