"""Refusing kindly to delete or unpublish pages of events that people have booked.

The database refuses as well (PROTECT), but an officer would see an error page. Wagtail runs
``before_delete_page`` and ``before_unpublish_page`` for one page and ``before_bulk_action`` for many, never both.
"""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from consultations.events.models import Booking, EventSession, ListeningEventPage

NAMED_EVENTS = 3


def keep_booked_page(request, page: Page):
    """For ``before_delete_page``."""
    return _refuse(request, [page])


def keep_booked_page_live(request, page: Page):
    """For ``before_unpublish_page``: families with places would hear nothing, and find nothing."""
    return _refuse_unpublishing(request, [page])


def keep_booked_pages(request, action_type: str, objects, action):
    """For ``before_bulk_action``. One booked event keeps all the chosen pages: nothing half done."""
    if action_type not in ("delete", "unpublish") or not objects or not isinstance(objects[0], Page):
        return None
    return _refuse(request, objects) if action_type == "delete" else _refuse_unpublishing(request, objects)


def _refuse_unpublishing(request, pages):
    coming = EventSession.objects.coming().filter(pk__in=Booking.objects.active().values("session"))
    words = _(
        "People have booked %(events)s. Nothing was unpublished. Tick “it does not take place” and publish first."
    )
    return _refuse_if(request, pages, Q(pk__in=coming.values("page")), words)


def _refuse(request, pages):
    words = _("People have booked %(events)s. Nothing was deleted. Tick “it does not take place” and publish instead.")
    return _refuse_if(request, pages, Q(sessions__bookings__isnull=False), words)


def _refuse_if(request, pages, booked: Q, words: str):
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    found = ListeningEventPage.objects.filter(below, booked).distinct()
    titles = list(found.values_list("title", flat=True)[: NAMED_EVENTS + 1])
    if not titles:
        return None
    names = ", ".join(f"“{title}”" for title in titles[:NAMED_EVENTS])
    names += "…" if len(titles) > NAMED_EVENTS else ""
    messages.error(request, words % {"events": names})
    parent = pages[0].get_parent()
    explorer = reverse("wagtailadmin_explore", args=[parent.pk]) if parent else reverse("wagtailadmin_explore_root")
    return redirect(get_valid_next_url_from_request(request) or explorer)
