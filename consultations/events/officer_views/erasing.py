"""Forgetting a family that asks for it: first it is said what goes."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from consultations.events.models import Booking
from consultations.events.services.erasing import erase_booking
from consultations.events.services.places import BookingGone

from .sharing import BookingPageMixin


class EraseBookingView(BookingPageMixin, TemplateView):
    """Ask, and delete a booking for good. The page names others of the same address."""

    permission_required = "erase"
    template_name = "events/admin/erase.html"

    def get_page_title(self):
        return _("Forget %(name)s") % {"name": self.booking.name}

    def post(self, request, *args, **kwargs):
        try:
            erase_booking(booking=self.booking, by=request.user)
        except BookingGone:
            raise Http404 from None
        messages.success(request, _("The booking is deleted."))
        return redirect("bookings:index")

    def get_context_data(self, **kwargs):
        same = Booking.objects.of_contact(self.booking.email).exclude(pk=self.booking.pk)
        others = same.select_related("session__page").order_by("pk")
        return super().get_context_data(**kwargs, others=others)
