"""The checker's findings as HTML, for the page editor and for records."""

from django import template
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import Page

from engage.core.easy_read import check_easy_read
from engage.core.readability import Finding, Result

register = template.Library()

SHOWN_WORDS = 160


def render_findings(result: Result) -> str:
    """Everything that was found, or that nothing was; empty for what the checker does not read."""
    return render_to_string("core/easy_read/_findings.html", {"result": result})


@register.simple_tag
def easy_read_findings(instance: Model) -> str:
    """The findings of a page or record as it stands in the editor, typed and not saved words included."""
    return render_findings(check_easy_read(instance))


@register.filter
def has_easy_read(instance: Model) -> bool:
    """Whether the checker reads such a page or record at all."""
    return hasattr(instance, "easy_read_pieces")


@register.filter
def is_stored_page(instance: Model) -> bool:
    return isinstance(instance, Page) and instance.pk is not None


@register.filter
def reason(finding: Finding) -> str:
    """Why, in the language of the person who reads it."""
    return _(finding.message) % finding.values


@register.filter
def shown_words(finding: Finding) -> str:
    """The words themselves, cut where they are very many."""
    words = " ".join(finding.words.split())
    return words if len(words) <= SHOWN_WORDS else f"{words[:SHOWN_WORDS].rstrip()}…"
