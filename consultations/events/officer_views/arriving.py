"""The day of the event: checking people in on a phone or tablet, people at the door, the sheet to print."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from consultations.events.forms.officers import WalkInForm
from consultations.events.models import Booking
from consultations.events.services.attendance import (
    MoreThanBooked,
    NotTheDay,
    check_in,
    let_in,
    mark_absent,
    undo_check_in,
)
from consultations.events.services.places import BookingGone, NoRoom

from .by_officer import no_room_words
from .sharing import OneSessionMixin, SessionPageMixin

# Lines on the sheet for people without a booking.
EMPTY_LINES = 6


class CheckInView(SessionPageMixin, TemplateView):
    """Everybody with places, by name. One press a group; each press can be taken back."""

    permission_required = "change"
    template_name = "events/admin/check_in.html"

    def get_page_title(self):
        return _("Check-in")

    def post(self, request, *args, **kwargs):
        action, pk = self._pressed(request.POST)
        booking = Booking.objects.filter(session=self.session, pk=pk).first()
        if booking is None or not self.user_has_permission_for_instance("change", booking):
            raise Http404
        try:
            self._act(action, booking)
        except NotTheDay:
            messages.warning(request, _("You can check people in on the day of the event."))
        except MoreThanBooked as more:
            messages.warning(request, _("At most %(most)d people of this group can come in.") % {"most": more.most})
        except NoRoom as no_room:
            messages.warning(request, no_room_words(no_room))
        except BookingGone:
            words = _("Nothing was changed. %(name)s has no places, or is here already.")
            messages.warning(request, words % {"name": booking.name})
        return redirect(f"{reverse('event_sessions:check_in', args=[self.session.pk])}?last={booking.pk}")

    def _act(self, action, booking):
        if action == "undo":
            undo_check_in(booking=booking)
        elif action == "absent":
            mark_absent(booking=booking)
        elif action == "count":
            typed = self.request.POST.get(f"came-{booking.pk}", "")
            number = int(typed) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 4 else 0
            if not number:
                messages.warning(self.request, _("Please write a number, such as 2."))
                return
            check_in(booking=booking, by=self.request.user, came=number)
        else:
            check_in(booking=booking, by=self.request.user)

    @staticmethod
    def _pressed(posted):
        """The button that was pressed: what to do, and with which booking."""
        for action in ("in", "undo", "absent", "count"):
            number = posted.get(action, "")
            if number.isascii() and number.isdigit() and len(number) < 16:
                return action, int(number)
        raise Http404

    @cached_property
    def expected(self):
        bookings = Booking.objects.filter(session=self.session).expected()
        return list(bookings.prefetch_related("requirements__requirement"))

    def get_context_data(self, **kwargs):
        typed = self.request.GET.get("q", "").strip()
        shown = [booking for booking in self.expected if typed.casefold() in booking.name.casefold()]
        last = self.request.GET.get("last", "")
        return super().get_context_data(
            **kwargs,
            typed=typed,
            to_come=[booking for booking in shown if booking.is_confirmed and not booking.is_here],
            here=[booking for booking in shown if booking.is_here],
            absent=[booking for booking in shown if booking.is_absent],
            people_here=sum(booking.came or 0 for booking in self.expected),
            people_to_come=sum(one.places for one in self.expected if one.is_confirmed and not one.is_here),
            last=next((booking for booking in self.expected if str(booking.pk) == last), None),
        )


class WalkInView(SessionPageMixin, TemplateView):
    """Somebody at the door without a booking."""

    permission_required = "change"
    template_name = "events/admin/walk_in.html"

    def get_page_title(self):
        return _("Somebody without a booking")

    def get(self, request, *args, **kwargs):
        return self._show(WalkInForm())

    def post(self, request, *args, **kwargs):
        form = WalkInForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        data = form.cleaned_data
        try:
            booking = let_in(
                session=self.session,
                key=data["key"],
                name=data["name"] or _("Somebody without a booking"),
                adults=data["adults"] or 0,
                children=data["children"] or 0,
                by=request.user,
            )
        except NotTheDay:
            form.add_error(None, _("You can check people in on the day of the event."))
            return self._show(form)
        except NoRoom as no_room:
            words = _("All places are taken. Press “Not coming” for those who stay away: that makes places free.")
            form.add_error(None, f"{no_room_words(no_room)} {words}" if no_room.most else words)
            return self._show(form)
        words = ngettext("%(name)s is here: %(count)d person.", "%(name)s is here: %(count)d people.", booking.places)
        messages.success(request, words % {"name": booking.name, "count": booking.places})
        return redirect("event_sessions:check_in", self.session.pk)

    def _show(self, form):
        return self.render_to_response(self.get_context_data(form=form, submit_words=_("Let them in")))


class SignInSheetView(OneSessionMixin, TemplateView):
    """An A4 page to print: names and numbers, never what people need, because it lies on a table."""

    template_name = "events/admin/sign_in_sheet.html"

    def get_context_data(self, **kwargs):
        bookings = Booking.objects.filter(session=self.session).expected()
        return super().get_context_data(
            **kwargs,
            session=self.session,
            event=self.session.page,
            bookings=bookings.filter(walk_in=False),
            empty_lines=range(EMPTY_LINES),
        )
