"""Refusing kindly to delete pages that people have answered.

The database refuses as well (PROTECT), but an officer would see an error page. Wagtail runs
``before_delete_page`` for one page and ``before_bulk_action`` for many, never both.
"""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from consultations.surveys.models import Answer, SurveyPage
from engage.core.languages import in_first_language

NAMED_SURVEYS = 3


def keep_answered_page(request, page: Page):
    """For ``before_delete_page``."""
    return _refuse(request, [page])


def keep_answered_pages(request, action_type: str, objects, action):
    """For ``before_bulk_action``. One answered survey keeps all the chosen pages: nothing half done."""
    if action_type != "delete" or not objects or not isinstance(objects[0], Page):
        return None
    return _refuse(request, objects)


def _refuse(request, pages):
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    # A response that is only begun counts: somebody is answering now.
    used = Q(responses__isnull=False) | Q(sessions__tallies__isnull=False) | Q(pk__in=_asked_in_their_words(below))
    answered = SurveyPage.objects.filter(below, used).distinct()
    titles = list(answered.values_list("title", flat=True)[: NAMED_SURVEYS + 1])
    if not titles:
        return None
    names = ", ".join(f"“{title}”" for title in titles[:NAMED_SURVEYS])
    names += "…" if len(titles) > NAMED_SURVEYS else ""
    messages.error(
        request,
        _("People have answered %(surveys)s. Nothing was deleted, so that no answer is lost. Unpublish it instead.")
        % {"surveys": names},
    )
    return redirect(get_valid_next_url_from_request(request) or _explorer(pages[0]))


def _asked_in_their_words(below: Q) -> list[int]:
    """The translations among these that somebody was asked in: nobody answers their rows, but their words are kept."""
    translations = SurveyPage.objects.filter(below).exclude(in_first_language())
    return [page.pk for page in translations if Answer.objects.filter(asked_revision__in=page.revisions.all()).exists()]


def _explorer(page: Page) -> str:
    parent = page.get_parent()
    return reverse("wagtailadmin_explore", args=[parent.pk]) if parent else reverse("wagtailadmin_explore_root")
