"""What officers take away as spreadsheets: bookings with what people need and answered."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from consultations.events.models import Booking, EventQuestion
from consultations.events.querysets import BookingQuerySet
from engage.core.exports import Cell

CHUNK = 200


def booking_rows(bookings: BookingQuerySet) -> Iterator[Sequence[Cell]]:
    """One row for each of these bookings; a column for each question that officers asked at their events."""
    pages = bookings.order_by().values("session__page")
    questions = list(EventQuestion.objects.filter(page__in=pages).order_by("page", "sort_order", "pk"))
    yield [*_headings(), *(question.text for question in questions)]
    rows = bookings.select_related("session__page").prefetch_related("requirements__requirement", "answers")
    for booking in rows.order_by("session__starts_at", "pk").iterator(chunk_size=CHUNK):
        answers = {answer.question_id: answer.words for answer in booking.answers.all()}
        yield [*_cells(booking), *(answers.get(question.pk) for question in questions)]


def _headings() -> list[str]:
    return [
        _("booking"),
        _("event"),
        _("session"),
        _("starts"),
        _("status"),
        _("name"),
        _("e-mail"),
        _("telephone"),
        _("adults"),
        _("children and young people"),
        _("places"),
        _("what they need"),
        _("we may keep in touch"),
        _("booked"),
        _("how many came"),
        _("came without booking"),
    ]


def _cells(booking: Booking) -> list[Cell]:
    needs = (f"{need.words} ({need.get_state_display()})" for need in booking.requirements.all())
    return [
        booking.pk,
        booking.session.page.title,
        booking.session.name,
        _moment(booking.session.starts_at),
        str(booking.get_status_display()),
        booking.name,
        booking.email,
        booking.phone,
        booking.adults,
        booking.children,
        booking.places,
        "; ".join(needs),
        _("yes") if booking.keep_in_touch else _("no"),
        _moment(booking.made_at),
        booking.came,
        _("yes") if booking.walk_in else _("no"),
    ]


def _moment(moment: datetime | None) -> str:
    return localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""
