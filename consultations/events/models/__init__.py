"""Listening events, their sessions, and who comes."""

from .bookings import Booking, ManageLink
from .calls import CallTask, Reminder
from .index_page import EventIndexPage
from .pages import ListeningEventPage
from .questions import BookingAnswer, EventQuestion
from .requirements import AccessRequirement, BookingRequirement
from .sessions import EventSession

__all__ = [
    "AccessRequirement",
    "Booking",
    "BookingAnswer",
    "BookingRequirement",
    "CallTask",
    "EventIndexPage",
    "EventQuestion",
    "EventSession",
    "ListeningEventPage",
    "ManageLink",
    "Reminder",
]
