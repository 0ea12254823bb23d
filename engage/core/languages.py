"""Languages: which one a page is in, and which rows are the source of the others.

The address decides: ``/ur/...`` is Urdu, an address without a language is the first of ``LANGUAGES``. So
a page between us and the person can be kept by its address alone, and a link to a language is a plain link.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import translation
from wagtail.models import TranslatableMixin

Rows = TypeVar("Rows", bound=QuerySet)
Row = TypeVar("Row", bound=TranslatableMixin)


def source_language() -> str:
    """The language that everything is written in first."""
    return settings.LANGUAGE_CODE


def language_choices() -> list[tuple[str, str]]:
    """The languages of this site with their names, for forms. A function, so that a new one needs no migration."""
    return [(code, str(name)) for code, name in settings.LANGUAGES]


def is_source_language(language: str | None = None) -> bool:
    """Whether a language (the active one unless told) is the one that everything is written in first."""
    return (language or translation.get_language() or source_language()) == source_language()


def own_name(language: str) -> str:
    """The name of a language in itself and its own script."""
    return str(translation.get_language_info(language.split("-")[0])["name_local"])


def address_in(language: str, path: str) -> str:
    """The same address in another language; the same one where the address has no language."""
    # Django's function knows prefixes, but reads the address in the active language.
    return translate_url(path, language)


class LanguageMiddleware:
    """Speaks the language of the address while a page is made. Cookies and the browser's wishes change nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or source_language()
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def in_first_language() -> Q:
    """For ``limit_choices_to``: rows of the source language."""
    return Q(locale__language_code=source_language())


def sources(rows: Rows) -> Rows:
    """Without the translations of other rows: what officers list, and what is counted, once each."""
    same = rows.model._default_manager.filter(in_first_language(), translation_key=OuterRef("translation_key"))
    return rows.filter(in_first_language() | ~Exists(same))


def lend_words(rows: Iterable[TranslatableMixin], *names: str) -> None:
    """Give these rows of one model the words (fields ``names``) of their translation in the active language, to show.

    Never save them. What has no translation stays as it was written. No query in the first language, one in others.
    """
    rows = list(rows)
    if is_source_language() or not rows:
        return
    keys = {row.translation_key for row in rows}
    same = type(rows[0])._default_manager.filter(translation_key__in=keys)
    lent = {one.translation_key: one for one in same.filter(locale__language_code=translation.get_language())}
    for row in rows:
        words = lent.get(row.translation_key)
        for name in names if words else ():
            setattr(row, name, getattr(words, name))


def source_of(row: Row) -> Row:
    """The row of the source language that this is a translation of; itself where it is none. One query."""
    model = type(row)
    same = model._default_manager.filter(translation_key=row.translation_key)
    return same.filter(in_first_language()).exclude(pk=row.pk).first() or row
