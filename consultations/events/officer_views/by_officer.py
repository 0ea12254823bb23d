"""What an officer does with bookings by hand: book, change, cancel, say yes for a family, move up."""

from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from consultations.events.forms.booking import change_form
from consultations.events.forms.officers import ByOfficerForm, ReasonForm
from consultations.events.models import Booking
from consultations.events.services.booking import book_places, cancel_booking, change_booking
from consultations.events.services.places import BookingClosed, BookingGone, NoRoom, PartyTooLarge
from consultations.events.services.waiting import accept_offer, move_up_by_hand

from .sharing import BookingPageMixin, OneBookingMixin, SessionPageMixin


def no_room_words(no_room: NoRoom):
    """What an officer reads when too few places are free for a group."""
    words = ngettext("Only %(most)d place is free for them.", "Only %(most)d places are free for them.", no_room.most)
    return words % {"most": no_room.most}


def too_large_words(too_large: PartyTooLarge):
    return _("The session has %(capacity)d places. The group is larger.") % {"capacity": too_large.capacity}


class BookForSomebodyView(SessionPageMixin, TemplateView):
    """Book on the telephone. Full: the family gets its place on the waiting list."""

    permission_required = "add"
    template_name = "events/admin/book.html"

    def get_page_title(self):
        return _("Book for somebody")

    def get(self, request, *args, **kwargs):
        return self._show(ByOfficerForm(questions=self.questions, initial={"adults": 1, "children": 0}))

    def post(self, request, *args, **kwargs):
        form = ByOfficerForm(request.POST, questions=self.questions)
        if not form.is_valid():
            return self._show(form)
        try:
            booking = book_places(
                session=self.session, key=form.cleaned_data["key"], wanted=form.wanted(), by=request.user
            )
        except PartyTooLarge as too_large:
            form.add_error("adults", too_large_words(too_large))
            return self._show(form)
        except BookingClosed as closed:
            messages.warning(request, _("Nobody can book here: %(why)s.") % {"why": closed.state.label})
            return redirect("event_sessions:inspect", self.session.pk)
        if booking.is_waiting:
            words = _("The session is full. %(name)s is number %(place)d on the waiting list. Tell them.")
            messages.warning(request, words % {"name": booking.name, "place": booking.place_in_queue or 1})
        else:
            messages.success(request, _("%(name)s has places.") % {"name": booking.name})
        return redirect("bookings:inspect", booking.pk)

    @cached_property
    def questions(self) -> list:
        return self.session.page.asked_questions()

    def _show(self, form):
        words = _("Book the places")
        return self.render_to_response(self.get_context_data(form=form, submit_words=words))


class ChangeBookingView(BookingPageMixin, TemplateView):
    """Change a booking as the family asks on the telephone."""

    permission_required = "change"
    template_name = "events/admin/book.html"

    def get_page_title(self):
        return _("Change the booking of %(name)s") % {"name": self.booking.name}

    def get(self, request, *args, **kwargs):
        return self._show(self._form())

    def post(self, request, *args, **kwargs):
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        try:
            change_booking(booking=self.booking, wanted=form.wanted(), by=request.user)
        except PartyTooLarge as too_large:
            form.add_error("adults", too_large_words(too_large))
            return self._show(form)
        except NoRoom as no_room:
            form.add_error("adults", no_room_words(no_room))
            return self._show(form)
        except BookingGone:
            return gone(request, self.booking)
        messages.success(request, _("The booking is changed."))
        return redirect("bookings:inspect", self.booking.pk)

    def _form(self, data=None):
        questions = self.booking.session.page.asked_questions()
        stored = change_form(self.booking, questions).initial
        return ByOfficerForm(data, questions=questions, chosen=map(int, stored["needs"]), initial=stored)

    def _show(self, form):
        words = _("Save the booking")
        return self.render_to_response(self.get_context_data(form=form, submit_words=words))


class _WithReasonView(BookingPageMixin, TemplateView):
    """A page that asks why before something is done."""

    permission_required = "change"
    template_name = "events/admin/reason.html"
    submit_words = ""
    explanation = ""

    def get(self, request, *args, **kwargs):
        return self.show(ReasonForm())

    def post(self, request, *args, **kwargs):
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            self.act(form.cleaned_data["reason"])
        except NoRoom as no_room:
            form.add_error(None, no_room_words(no_room))
            return self.show(form)
        except BookingGone:
            return gone(request, self.booking)
        return redirect("bookings:inspect", self.booking.pk)

    def act(self, reason):
        """Do it. May raise ``NoRoom`` and ``BookingGone``."""
        raise NotImplementedError

    def show(self, form):
        context = {"submit_words": self.get_submit_words(), "explanation": self.get_explanation()}
        return self.render_to_response(self.get_context_data(form=form, **context))

    def get_submit_words(self):
        raise NotImplementedError

    def get_explanation(self):
        raise NotImplementedError


class CancelBookingView(_WithReasonView):
    """Cancel for a family, or for a reason of ours."""

    def get_page_title(self):
        return _("Cancel the booking of %(name)s") % {"name": self.booking.name}

    def get_submit_words(self):
        return _("Cancel the booking")

    def get_explanation(self):
        return _("The family is told. Their places go to the waiting list at once.")

    def act(self, reason):
        cancel_booking(booking=self.booking, by=self.request.user, reason=reason)
        messages.success(self.request, _("The booking is cancelled."))


class MoveUpView(_WithReasonView):
    """Give a group its places now, out of order."""

    def get_page_title(self):
        return _("Move up %(name)s") % {"name": self.booking.name}

    def get_submit_words(self):
        return _("Give them the places")

    def get_explanation(self):
        return _("They get their places before those who have waited longer. They are told. Never more than are free.")

    def act(self, reason):
        moved = move_up_by_hand(booking=self.booking, by=self.request.user, reason=reason)
        messages.success(self.request, _("%(name)s has places.") % {"name": moved.name})


class AcceptOfferView(OneBookingMixin, View):
    """The family says yes on the telephone to places that are kept for them."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk: int):
        try:
            accepted = accept_offer(booking=self.booking, by=request.user)
        except BookingGone:
            return gone(request, self.booking)
        messages.success(request, _("%(name)s has places.") % {"name": accepted.name})
        return redirect("bookings:inspect", accepted.pk)


def gone(request, booking: Booking):
    """Back to a booking that does not change any more."""
    messages.warning(request, _("Nothing was changed. The booking is cancelled, or the session is over."))
    return redirect("bookings:inspect", booking.pk)
