"""What is to be done for those who come: what they need, and calls to those without e-mail."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from consultations.events.enums import RequirementState
from consultations.events.forms.officers import NeedForm
from consultations.events.models import BookingRequirement, CallTask, EventSession
from consultations.events.querysets import NEEDS_DUE_DAYS
from consultations.events.services.calls import reopen_call, settle_call
from consultations.events.services.needs import decide_need

from .sharing import EventPageMixin, OfficerMixin, session_title


class TaskListView(OfficerMixin, EventPageMixin, TemplateView):
    """Needs by session, those to do first; calls to make. ``?session=`` narrows both, ``?all=1`` shows all needs."""

    template_name = "events/admin/tasks.html"
    page_title = gettext_lazy("Event tasks")
    header_icon = "tasks"
    way_here: list = []

    @cached_property
    def session(self):
        number = self.request.GET.get("session", "")
        if not (number.isascii() and number.isdigit() and len(number) < 16):
            return None
        return EventSession.objects.select_related("page").filter(pk=int(number)).first()

    def get_context_data(self, **kwargs):
        needs = BookingRequirement.objects.tasks().select_related("requirement", "booking__session__page")
        calls = CallTask.objects.to_do().select_related("booking__session__page")
        if self.session:
            needs = needs.filter(booking__session=self.session)
            calls = calls.filter(booking__session=self.session)
        show_all = bool(self.request.GET.get("all"))
        shown = list(needs if show_all else needs.to_do())
        due = set(BookingRequirement.objects.due().values_list("pk", flat=True))
        for need in shown:
            need.is_late = need.pk in due
        return super().get_context_data(
            **kwargs,
            session=self.session,
            title=session_title(self.session) if self.session else "",
            needs=shown,
            show_all=show_all,
            calls=calls,
            due_days=NEEDS_DUE_DAYS,
            may_change=self.user_has_permission("change"),
        )


class NeedView(OfficerMixin, EventPageMixin, TemplateView):
    """One need: arranged or not, and what the family is told."""

    permission_required = "change"
    template_name = "events/admin/need.html"
    header_icon = "tasks"

    @cached_property
    def need(self):
        needs = BookingRequirement.objects.select_related("requirement", "booking__session__page")
        found = needs.filter(pk=self.kwargs["pk"]).first()
        if found is None or not self.user_has_permission_for_instance("change", found.booking):
            raise Http404
        return found

    @property
    def way_here(self):
        return [{"url": reverse("event_tasks:index"), "label": _("Event tasks")}]

    def get_page_title(self):
        return self.need.words

    def get(self, request, *args, **kwargs):
        initial = {"state": self.need.state, "reply": self.need.reply, "tell_family": True}
        return self._show(NeedForm(initial=initial))

    def post(self, request, *args, **kwargs):
        if not BookingRequirement.objects.tasks().filter(pk=self.need.pk).exists():
            messages.warning(request, _("Nothing was changed. The booking is cancelled, or the session is over."))
            return redirect("event_tasks:index")
        form = NeedForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        data = form.cleaned_data
        tell = data["tell_family"]
        state = RequirementState(data["state"])
        decide_need(need=self.need, state=state, reply=data["reply"], by=request.user, tell_family=tell)
        booking = self.need.booking
        if not tell:
            words = _("It is saved. The family was not told.")
        elif booking.email:
            words = _("It is saved. %(name)s gets an e-mail.") % {"name": booking.name}
        else:
            words = _("It is saved. %(name)s has no e-mail: a call to make is in the list.") % {"name": booking.name}
        messages.success(request, words)
        return redirect("event_tasks:index")

    def _show(self, form):
        booking = self.need.booking
        context = {"need": self.need, "booking": booking, "session": booking.session, "event": booking.session.page}
        words = _("Save")
        return self.render_to_response(self.get_context_data(form=form, submit_words=words, **context))


class CallView(OfficerMixin, View):
    """Somebody rang the family, or pressed wrongly."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk: int):
        call = CallTask.objects.select_related("booking").filter(pk=pk).first()
        if call is None or not self.user_has_permission_for_instance("change", call.booking):
            raise Http404
        if request.POST.get("go") == "reopen":
            reopen_call(call=call)
            messages.success(request, _("The call to %(name)s is to be made.") % {"name": call.booking.name})
        else:
            settle_call(call=call, by=request.user)
            messages.success(request, _("%(name)s was rung.") % {"name": call.booking.name})
        return redirect("event_tasks:index")
