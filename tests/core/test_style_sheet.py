"""The one style sheet: small, readable in every theme, the same for both writing directions."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "engage" / "static" / "engage"
SHEET = (STATIC / "css" / "engage.css").read_text()
# Sheets that only the pages load that need them.
FURTHER = [path for path in (STATIC / "css").glob("*.css") if path.name not in ("engage.css", "admin.css")]
PUBLIC = SHEET + "".join(path.read_text() for path in FURTHER)
TEMPLATES = Path(settings.BASE_DIR) / "templates"
THEMES = ("cream", "white", "yellow", "navy")
GROUNDS = ("paper", "card", "chosen", "sky", "leaf", "sun", "lilac", "coral")
# Built from a value of the model in the template, such as ``tint--{{ priority.tint }}``.
FAMILIES = ("tint--", "badge--", "notice--", "sample--", "answers--", "paper-boxes--")


def theme_colours(theme: str) -> dict[str, str]:
    """The custom properties of a theme, those of the light one where it has none of its own."""
    colours: dict[str, str] = {}
    layer = SHEET[SHEET.index("@layer theme {") : SHEET.index("@layer base {")]
    for selector, body in re.findall(r"^([^{}@\n]*data-theme=[^{}\n]*) \{(.*?)\}", layer, re.S | re.M):
        if '"cream"' in selector or f'"{theme}"' in selector:
            colours.update(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", body))
    return colours


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_theme_is_made_of_custom_properties_and_nothing_else():
    rules = re.findall(r"([^{}]*data-theme=[^{}]*)\{([^{}]*)\}", PUBLIC)
    assert len(rules) > 4
    for _selector, body in rules:
        properties = [line.split(":")[0].strip() for line in body.split(";") if line.strip()]
        assert all(name == "color-scheme" or name.startswith("--") for name in properties), properties


def test_black_on_white_is_21_to_1():
    assert round(contrast("#000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "muted", "link", "error"])
@pytest.mark.parametrize("theme", THEMES)
def test_words_have_a_contrast_of_7_on_every_ground(theme, words, ground):
    colours = theme_colours(theme)
    assert contrast(colours[words], colours[ground]) >= 7


@pytest.mark.parametrize("words, ground", [("on-action", "action"), ("on-warm", "warm")])
@pytest.mark.parametrize("theme", THEMES)
def test_words_on_buttons_and_badges_have_a_contrast_of_7(theme, words, ground):
    colours = theme_colours(theme)
    assert contrast(colours[words], colours[ground]) >= 7


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("lines", ["line", "soft-line", "action"])
@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_marks_have_a_contrast_of_3_on_every_ground(theme, lines, ground):
    colours = theme_colours(theme)
    assert contrast(colours[lines], colours[ground]) >= 3


@pytest.mark.parametrize("ground", [*GROUNDS, "action", "warm"])
@pytest.mark.parametrize("theme", THEMES)
def test_one_tone_of_the_focus_ring_shows_on_everything(theme, ground):
    colours = theme_colours(theme)
    assert max(contrast(colours[ring], colours[ground]) for ring in ("ring", "ring-light")) >= 3
    assert contrast(colours["ring"], colours["ring-light"]) >= 3


def test_the_sheet_is_under_25_kb():
    assert len(SHEET.encode()) < 25_000


def test_the_letters_that_load_by_default_are_under_36_kb():
    files = list((STATIC / "fonts" / "atkinson-hyperlegible-next").glob("*.woff2"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 36_000


@pytest.mark.parametrize("family", ["atkinson-hyperlegible-next", "opendyslexic"])
def test_letters_come_with_their_licence(family):
    assert "SIL Open Font License" in (STATIC / "fonts" / family / "OFL.txt").read_text()


def test_the_sheet_knows_no_left_and_right():
    physical = (
        r"[\s;{](?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|float)\s*:"
    )
    assert re.findall(physical, PUBLIC.replace("(min-width:", "").replace("(max-width:", "")) == []


def test_the_sheet_asks_nobody_else_for_anything():
    assert re.findall(r"https?:|@import|//[a-z]", PUBLIC) == []


def test_no_word_is_slanted_in_capitals_or_hyphenated():
    assert re.findall(r"font-style: (?!normal)|text-transform|hyphens: auto|text-align: justify", PUBLIC) == []


def test_every_class_in_a_template_is_in_the_sheet():
    defined = set(re.findall(r"\.([a-z][\w-]*)", PUBLIC))
    missing = []
    for folder in ("components", "pages", "blocks"):
        for path in (TEMPLATES / folder).rglob("*.html"):
            for value in re.findall(r'class="([^"]*)"', path.read_text()):
                used = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", value).split()
                missing += [f"{path.name}: {name}" for name in used if name not in defined and name not in FAMILIES]
    assert missing == []


def test_templates_have_no_inline_style_or_script():
    found = []
    for folder in ("components", "pages", "blocks"):
        for path in [*(TEMPLATES / folder).rglob("*.html"), *TEMPLATES.glob("*.html")]:
            if re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", path.read_text()):
                found.append(path.name)
    assert found == []
