"""After the event: the numbers, the thank-you, and the way to "what we heard"."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from consultations.events.models import Booking
from consultations.events.services.after import (
    NotOver,
    PageIsBeingChanged,
    attendance_of,
    counted_people,
    put_attendance,
    thank_families,
)
from consultations.events.wordings import THANKS

from .sharing import OneSessionMixin, SessionPageMixin


class AfterView(SessionPageMixin, TemplateView):
    """Exact numbers for officers, and what is left to do."""

    template_name = "events/admin/after.html"

    def get_page_title(self):
        return _("After the event")

    def get_context_data(self, **kwargs):
        session, event = self.session, self.session.page
        bookings = Booking.objects.filter(session=session)
        may = event.permissions_for_user(self.request.user)
        return super().get_context_data(
            **kwargs,
            attendance=attendance_of(session),
            counted=counted_people(event),
            to_thank=bookings.to_thank().count(),
            thanked=bookings.filter(thanked_at__isnull=False).count(),
            thanks_kind=THANKS,
            may_change=self.user_has_permission("change"),
            may_publish=may.can_publish(),
            may_edit=may.can_edit(),
        )


class _AfterActionView(OneSessionMixin, View):
    """Something that is done once the session is over."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk: int):
        try:
            self.act()
        except NotOver:
            messages.warning(request, _("The event is not over yet."))
        except PageIsBeingChanged:
            messages.warning(request, _("The page has changes that are not published. Publish them first."))
        return redirect(reverse("event_sessions:after", args=[self.session.pk]))

    def act(self):
        raise NotImplementedError


class ThankView(_AfterActionView):
    """Thank those who came and agreed, each once."""

    def act(self):
        number = thank_families(session=self.session, by=self.request.user)
        words = ngettext("%(count)d family is thanked.", "%(count)d families are thanked.", number)
        messages.success(self.request, words % {"count": number})


class PutAttendanceView(_AfterActionView):
    """Put the number of those who came on the event's page."""

    def act(self):
        event = self.session.page
        if not event.permissions_for_user(self.request.user).can_publish():
            raise PermissionDenied
        number = put_attendance(event=event, by=self.request.user)
        messages.success(self.request, _("The page knows now that %(count)d people came.") % {"count": number})
