"""What of a page or a record is Easy Read, for the checker, and who published in spite of its warnings.

A page says its pieces by ``easy_read_pieces()``. Somebody's own words (quotes, transcripts) and
the longer versions are no Easy Read, and are not among them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from engage.core.glossary import Term
from engage.core.readability import Piece, Result, Vocabulary, check, read_markup

LOOKED_ACTION = "engage.easy_read.published_anyway"
UNSEEN_ACTION = "engage.easy_read.published_unseen"

# What of each block people read as Easy Read: the name of the field, "" for the block itself.
WORDS_OF_BLOCKS = {"heading": "", "picture_text": "text", "voice": "title", "video": "title", "download": "label"}


def field_piece(instance: models.Model, name: str, *, where: str = "", **options: Any) -> Piece:
    """The words of a field as one piece; rich text without its markup."""
    field = instance._meta.get_field(name)
    value = str(getattr(instance, name) or "")
    label = where or capfirst(str(getattr(field, "verbose_name", name)))
    if isinstance(field, RichTextField):
        value, options["italics"] = read_markup(value)
    return Piece(value, where=label, **options)


def stream_pieces(stream: StreamValue | None, where: str) -> Iterator[Piece]:
    """The pieces of Easy Read passages. Reads the raw values, so that no picture is fetched."""
    for number, block in enumerate(stream.raw_data if stream else [], start=1):
        kind, value = block["type"], block["value"]
        place = _("%(field)s, block %(number)d") % {"field": where, "number": number}
        if kind == "key_facts":
            for fact in value.get("facts", []):
                # A list holds its values inside items that have a number of their own.
                yield Piece(fact.get("value", fact).get("label") or "", where=place)
        elif kind in WORDS_OF_BLOCKS:
            words = value.get(WORDS_OF_BLOCKS[kind]) if isinstance(value, dict) else value
            limits: dict[str, Any] = (
                {"sentences_at_most": 1, "picture": bool(value.get("picture"))} if kind == "picture_text" else {}
            )
            yield Piece(words or "", where=place, **limits)


def page_pieces(page: Page, *, fields: Iterable[str]) -> Iterator[Piece]:
    """Title, summary, every StreamField, and the other fields that are named."""
    yield field_piece(page, "title")
    yield field_piece(page, "summary", sentences_at_most=1)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from stream_pieces(getattr(page, field.name), capfirst(str(field.verbose_name)))
    for name in fields:
        yield field_piece(page, name)


def language_of(instance: models.Model) -> str:
    """The language that the words are in; what has no language is in the site's own."""
    locale = getattr(instance, "locale", None)
    return locale.language_code if locale else settings.LANGUAGE_CODE


def check_easy_read(instance: Any, vocabulary: Vocabulary | None = None) -> Result:
    """Check a page or record that has ``easy_read_pieces()``; one without gives an empty result.

    Give the ``vocabulary`` when you check many: without it each check asks for the list of words.
    """
    pieces = getattr(instance, "easy_read_pieces", None)
    if pieces is None:
        return Result(checked=False)
    if vocabulary is None:
        vocabulary = Term.objects.all().vocabulary()
    return check(pieces(), language=language_of(instance), vocabulary=vocabulary)


def log_warnings(page: Page, revision: Revision, *, user: Any, looked: bool) -> None:
    """Write into the page's history that it was published with warnings, if it has any.

    ``looked`` is whether the person was shown them first. A scheduled revision that somebody looked
    at when the date was set is not called unseen when the date comes.
    """
    warnings = check_easy_read(page).warnings
    if not warnings:
        return
    if not looked and PageLogEntry.objects.filter(action=LOOKED_ACTION, revision=revision).exists():
        return
    log(
        instance=page,
        action=LOOKED_ACTION if looked else UNSEEN_ACTION,
        user=user,
        revision=revision,
        data={"warnings": len(warnings), "rules": dict(Counter(str(one.rule) for one in warnings))},
    )
