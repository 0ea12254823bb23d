"""Forgetting a family that asks for it."""

from django.db import transaction
from wagtail.log_actions import log

from consultations.events.models import Booking
from engage.core.mail.care import forget_mail_to
from engage.users.models import User

from .places import BookingGone, lock_session
from .waiting import move_up

ERASE_ACTION = "events.booking.erase"


@transaction.atomic
def erase_booking(*, booking: Booking, by: User) -> None:
    """Delete a booking with all that hangs on it, and empty all e-mails to its address. Tells nobody.

    Free places go to the waiting list. Works at any time, also after the session. The log keeps the number, who and
    when. Raises ``BookingGone`` for one that is deleted already.
    """
    session = lock_session(booking.session_id)
    locked = Booking.objects.filter(pk=booking.pk).first()
    if locked is None:
        raise BookingGone
    log(instance=locked, action=ERASE_ACTION, user=by)
    if locked.email:
        forget_mail_to(address=locked.email, by=by)
    locked.delete()
    move_up(session)
