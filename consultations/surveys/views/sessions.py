"""Group sessions in the admin: the list, opening one, and the facilitator's page with its live count."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.surveys.models import GroupSession
from consultations.surveys.services.sessions import (
    correct_session,
    counts_of,
    end_session,
    open_session,
    reopen_session,
)
from engage.core.qr import qr_svg

from .sharing import passages_for_poster, public_address, spoken_address


class SessionListView(generic.IndexView):
    """All sessions, the newest day first."""

    page_title = gettext_lazy("Group sessions")

    def get_list_more_buttons(self, instance):
        """The place leads to the session, where all there is to do stands."""
        return []

    def get_base_queryset(self):
        return GroupSession.objects.select_related("survey")


class OpenSessionView(generic.CreateView):
    """Open a session, and go to its page with the code."""

    page_title = gettext_lazy("Open a group session")
    submit_button_label = gettext_lazy("Open the session")

    def save_instance(self):
        return open_session(session=self.form.save(commit=False), by=self.request.user)

    def get_success_url(self):
        return reverse("sessions:inspect", args=[self.object.pk])

    def get_success_buttons(self):
        return []


class EditSessionView(generic.EditView):
    """Correct the place, the day, the end, the group or the note."""

    def save_instance(self):
        return correct_session(session=self.form.save(commit=False))

    def get_success_url(self):
        return reverse("sessions:inspect", args=[self.object.pk])

    def get_success_buttons(self):
        return []


class SessionMixin(PermissionCheckedMixin):
    """One session, for those who may see it."""

    model = GroupSession
    permission_required = "view"

    @cached_property
    def session(self) -> GroupSession:
        sessions = GroupSession.objects.select_related("survey__picture", "opened_by")
        session = get_object_or_404(sessions, pk=self.kwargs["pk"])
        if not self.user_has_permission_for_instance(self.permission_required, session):
            raise Http404
        return session

    @property
    def address(self) -> str:
        """Where the square leads: straight into the session."""
        return public_address(self.request, "join_session", self.session.code)

    @property
    def typed_address(self) -> str:
        """What people type, and then the code."""
        return spoken_address(self.request.build_absolute_uri(reverse("join")))


class SessionView(SessionMixin, WagtailAdminTemplateMixin, TemplateView):
    """The facilitator's page: the code, how many have sent, what to do next. Numbers only, never words."""

    template_name = "surveys/admin/session.html"
    header_icon = "group"

    def get_page_title(self):
        return self.session.place

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("sessions:index"), "label": _("Group sessions")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        session = self.session
        return super().get_context_data(
            **kwargs,
            session=session,
            survey=session.survey,
            counts=counts_of(session),
            square=qr_svg(self.address),
            typed_address=self.typed_address,
            may_change=self.user_has_permission_for_instance("change", session),
        )


class SessionCountsView(SessionMixin, View):
    """The live count alone, for the script that refreshes it."""

    def get(self, request, pk: int):
        reply = render(request, "surveys/admin/_session_counts.html", {"counts": counts_of(self.session)})
        reply["Cache-Control"] = "private, no-store"
        return reply


class SwitchSessionView(SessionMixin, View):
    """End the session early, or take that back."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk: int):
        if request.POST.get("go") == "reopen":
            reopen_session(session=self.session)
            messages.success(request, _("The session goes on until its time is over."))
        else:
            end_session(session=self.session)
            messages.success(request, _("The session is over. People who have begun can still send."))
        return redirect("sessions:inspect", pk)


class SessionPosterView(SessionMixin, TemplateView):
    """An A4 page to print: where the session is, the square and the code."""

    template_name = "surveys/admin/session_poster.html"

    def get_context_data(self, **kwargs):
        survey = self.session.survey
        return super().get_context_data(
            **kwargs,
            session=self.session,
            survey=survey,
            passages=passages_for_poster(survey),
            square=qr_svg(self.address),
            address=self.typed_address,
        )
