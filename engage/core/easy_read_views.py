"""The checker in the page editor: its findings beside the page, and the question before publishing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from engage.core.easy_read import check_easy_read
from engage.core.templatetags.easy_read import render_findings


def _page_to_edit(request: HttpRequest, pk: int) -> Page:
    """The page, for somebody who may edit it; its latest draft is what they work on."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


@never_cache
@require_safe
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """What the checker says of the latest draft, as a piece of HTML. Changes nothing."""
    draft = _page_to_edit(request, pk).get_latest_revision_as_object()
    return HttpResponse(render_findings(check_easy_read(draft)))


def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For ``before_publish_page``: a page with warnings is shown with them first.

    Wagtail has kept what was typed as a draft by now, so leaving the editor loses nothing.
    """
    if not check_easy_read(page).warnings:
        return None
    if page.live and page.first_published_at is None:
        # Wagtail stores a new page as live before it publishes it: back to a draft while we ask.
        page.live, page.has_unpublished_changes = False, True
        page.save(update_fields=["live", "has_unpublished_changes"])
    target = reverse("easy_read:publish", args=[page.pk])
    back = get_valid_next_url_from_request(request)
    return redirect(f"{target}?next={back}" if back else target)


class PublishAnywayView(WagtailAdminTemplateMixin, TemplateView):
    """The warnings of the latest draft, and two ways on: publish it anyway, or go back and mend."""

    template_name = "core/easy_read/publish.html"
    page_title = gettext_lazy("Publish with Easy Read warnings?")
    header_icon = "warning"
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = _page_to_edit(request, kwargs["pk"])
        if not page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.draft = page.get_latest_revision_as_object()
        self.revision = page.get_latest_revision()
        self.lock = self.draft.get_lock()
        self.next_url = get_valid_next_url_from_request(request)
        self.edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.draft.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": self.edit_url, "label": self.get_page_subtitle()}, here]

    def get_context_data(self, **kwargs):
        extra = {"page": self.draft, "revision": self.revision, "result": check_easy_read(self.draft)}
        return {**super().get_context_data(**kwargs), **extra, "edit_url": self.edit_url, "next_url": self.next_url}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.revision is None or request.POST.get("revision") != str(self.revision.pk):
            messages.warning(request, _("Somebody changed the page since. Please look at the warnings again."))
            return self.get(request, *args, **kwargs)
        if self.lock and self.lock.for_user(request.user):
            messages.error(request, _("The page is locked, so it is not published. Your draft is kept."))
            return redirect(self.edit_url)
        self.draft.publish(self.revision, user=request.user, looked_at_warnings=True)
        return self._published(request)

    def _published(self, request: HttpRequest) -> HttpResponseBase:
        page = self.draft.specific_class.objects.get(pk=self.draft.pk)
        for hook in hooks.get_hooks("after_publish_page"):
            response = hook(request, page)
            if isinstance(response, HttpResponse):
                return response
        title = page.get_admin_display_title()
        if page.live and not page.has_unpublished_changes:
            messages.success(request, _("“%(page)s” is published.") % {"page": title})
        else:
            messages.success(request, _("“%(page)s” will be published on the date that you set.") % {"page": title})
        return redirect(self.next_url or reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
