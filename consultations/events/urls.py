"""The addresses of booking, below /events/ in every language. Where nothing fits, Wagtail's pages come."""

from django.urls import path, re_path, register_converter

from consultations.events.views import booking, calendars, finding, managing
from engage.core.converters import RowNumber

register_converter(RowNumber, "number")

app_name = "events"

# 22 letters hold 128 bits.
BOOKING = r"booking/(?P<token>[A-Za-z0-9_-]{22})/"

urlpatterns = [
    path("book/<number:session_pk>/", booking.book, name="book"),
    path("find-my-booking/", finding.find, name="find"),
    path("calendar.ics", calendars.all_events, name="all_calendar"),
    path("<number:event_pk>/event.ics", calendars.one_event, name="event_calendar"),
    re_path(rf"^{BOOKING}$", managing.show, name="manage"),
    re_path(rf"^{BOOKING}change/$", managing.change, name="change"),
    re_path(rf"^{BOOKING}cancel/$", managing.cancel, name="cancel"),
    re_path(rf"^{BOOKING}accept/$", managing.accept, name="accept"),
    re_path(rf"^{BOOKING}send-again/$", managing.send_link_again, name="send_again"),
    re_path(rf"^{BOOKING}event\.ics$", managing.calendar, name="calendar"),
]
