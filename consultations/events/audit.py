"""What is written into the log about bookings: who did what, never a family's name or needs."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from consultations.events.services.after import THANK_ACTION
from consultations.events.services.attendance import WALK_IN_ACTION
from consultations.events.services.booking import ADD_ACTION, CANCEL_ACTION, CHANGE_ACTION
from consultations.events.services.erasing import ERASE_ACTION
from consultations.events.services.waiting import MOVE_UP_ACTION

EXPORT_ACTION = "events.booking.export"


class _ReasonFormatter(LogFormatter):
    """An action for which the officer gave a reason."""

    def format_message(self, log_entry) -> str:
        reason = log_entry.data.get("reason", "")
        return f"{self.message}: {reason}" if reason else str(self.message)


def register_actions(actions) -> None:
    for action, label, message in (
        (CANCEL_ACTION, _("Cancel a booking"), _("Cancelled a booking")),
        (MOVE_UP_ACTION, _("Move up a booking"), _("Gave a group its places out of order")),
    ):
        formatter = type("Formatter", (_ReasonFormatter,), {"label": label, "message": message})
        actions.register_action(action)(formatter)
    actions.register_action(ADD_ACTION, _("Book for somebody"), _("Booked for somebody"))
    actions.register_action(CHANGE_ACTION, _("Change a booking"), _("Changed a booking"))
    actions.register_action(ERASE_ACTION, _("Erase a booking"), _("Deleted a booking for somebody who asked"))
    actions.register_action(WALK_IN_ACTION, _("Let somebody in"), _("Let in somebody without a booking"))
    actions.register_action(THANK_ACTION, _("Thank families"), _("Thanked those who came"))
    actions.register_action(EXPORT_ACTION, _("Export bookings"), _("Exported bookings"))
