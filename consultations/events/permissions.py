"""Who may do what with bookings.

A booking is cancelled, and goes when its time is over. To erase one is for families who ask to be forgotten.
"""

from wagtail.permissions import register_permission_policy

from consultations.events.models import Booking
from engage.core.permissions import AllowedActionsPolicy

booking_policy = AllowedActionsPolicy(Booking, {"view", "add", "change", "export", "erase"})
# For the menu.
VIEW_PERMISSION = "events.view_booking"


def register_policies() -> None:
    """Before any viewset looks for a policy, so that Wagtail makes none of its own."""
    register_permission_policy(Booking, booking_policy)
