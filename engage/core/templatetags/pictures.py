"""Pictures in templates: uploaded ones, and the pictograms that come with Engage."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

register = template.Library()

PICTOGRAM_SIZE = 96
WIDE_PICTOGRAMS = {"hero-people": (240, 192)}


@register.simple_tag
def picture(image: Any, size: int = 240, alt: str = "", extra: str = "", eager: bool = False) -> SafeString | str:
    """An ``<img>`` of an uploaded picture, at most ``size`` pixels wide and high.

    An SVG is shown as it is: no rendition, no query. ``alt`` is empty where the words beside the
    picture say the same. ``extra`` adds a class. No picture, or a lost file, is an empty string.
    """
    if image is None or not image.file:
        return ""
    if image.is_svg():
        return _img(image.file.url, round(image.width), round(image.height), alt, extra, eager)
    try:
        rendition = image.get_rendition(f"max-{int(size)}x{int(size)}|format-webp")
    except (SourceImageIOError, InvalidFilterSpecError, FileNotFoundError):
        return ""
    return _img(rendition.url, rendition.width, rendition.height, alt, extra, eager)


@register.simple_tag
def pictogram(slug: str, alt: str = "", extra: str = "", eager: bool = False) -> SafeString | str:
    """An ``<img>`` of one of the project's pictograms, by its file name without ``.svg``."""
    if not slug:
        return ""
    width, height = WIDE_PICTOGRAMS.get(slug, (PICTOGRAM_SIZE, PICTOGRAM_SIZE))
    return _img(static(f"engage/pictograms/{slug}.svg"), width, height, alt, extra, eager)


@register.simple_tag
def face(score: float | None, best: int = 5) -> SafeString | str:
    """The face of the step of a scale (3 or 5 faces) that is nearest to a mean score; its words stand beside it."""
    if score is None or int(best) not in (3, 5):
        return ""
    step = min(max(int(score + 0.5), 1), int(best))
    return pictogram(f"scale{int(best)}-{step}")


@register.filter
def ideas(passages: Iterable) -> list[dict]:
    """The blocks of Easy Read passages, sentences in a row with the same picture together.

    Each is ``{"picture", "texts"}`` or, for any other block, ``{"block"}``: one picture an idea.
    """
    grouped: list[dict] = []
    for block in passages:
        if block.block_type != "picture_text":
            grouped.append({"block": block})
            continue
        image, text = block.value.get("picture"), block.value.get("text")
        if grouped and "texts" in grouped[-1] and grouped[-1]["picture"] == image:
            grouped[-1]["texts"].append(text)
        else:
            grouped.append({"picture": image, "texts": [text]})
    return grouped


def _img(url: str, width: int, height: int, alt: str, extra: str, eager: bool) -> SafeString:
    """Width and height keep the place, so that nothing jumps when the picture arrives."""
    return format_html(
        '<img class="picture{}" src="{}" width="{}" height="{}" alt="{}"{}>',
        f" {extra}" if extra else "",
        url,
        width,
        height,
        alt,
        "" if eager else SafeString(' loading="lazy"'),
    )
