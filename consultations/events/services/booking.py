"""Booking places, changing and cancelling a booking. Each locks the session before it counts."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.log_actions import log

from consultations.events.enums import BookingState, BookingStatus, CallReason, CancelledBy
from consultations.events.models import Booking, EventSession
from engage.users.models import User

from .links import forget_links
from .needs import set_answers, set_needs
from .places import (
    AlreadyHere,
    BookingClosed,
    BookingGone,
    NoRoom,
    PartyTooLarge,
    Wanted,
    count_places,
    end_booking,
    lock_booking,
    lock_session,
)
from .telling import tell
from .waiting import move_up

ADD_ACTION = "events.booking.add"
CHANGE_ACTION = "events.booking.change"
CANCEL_ACTION = "events.booking.cancel"


def book_places(
    *, session: EventSession, key: str, wanted: Wanted, by: User | None = None, at: datetime | None = None
) -> Booking:
    """Book places, or a place on the waiting list where they are not free. Tells the family.

    ``key`` is the form's: the same key again gives the booking that it made. ``by`` is the officer who books for
    somebody; an officer may also book before it opens, after it closes, and for people at the door. Raises
    ``BookingClosed`` and ``PartyTooLarge``.
    """
    made = Booking.objects.filter(submission_key=key).first()
    if made is not None:
        return made
    try:
        with transaction.atomic():
            return _book(session, key, wanted, by, at or timezone.now())
    except IntegrityError:
        # The same form was sent twice at once: the other one has made the booking.
        made = Booking.objects.filter(submission_key=key).first()
        if made is None:
            raise
        return made


def _book(session: EventSession, key: str, wanted: Wanted, by: User | None, at: datetime) -> Booking:
    locked = lock_session(session.pk)
    state = locked.state_by_the_clock(at)
    if state is not None and (by is None or state in {BookingState.CALLED_OFF, BookingState.OVER}):
        raise BookingClosed(state)
    if wanted.places > locked.capacity:
        raise PartyTooLarge(locked.capacity)
    stands = count_places(locked)
    fits = wanted.places <= locked.capacity - stands.taken
    may_pass = not stands.waiting or locked.page.smaller_pass
    booking = Booking(
        session=locked,
        submission_key=key,
        status=BookingStatus.CONFIRMED if fits and may_pass else BookingStatus.WAITING,
        confirmed_at=at if fits and may_pass else None,
        language=get_language() or "",
        made_by=by,
    )
    _fill(booking, wanted, at)
    booking.save(force_insert=True)
    set_needs(booking=booking, requirements=wanted.requirements, own_words=wanted.own_words, is_new=True)
    set_answers(booking=booking, answers=wanted.answers, is_new=True)
    if by is not None:
        log(instance=booking, action=ADD_ACTION, user=by)
    reason = CallReason.BOOKED if booking.is_confirmed else CallReason.WAITING
    tell(booking, reason, place=stands.waiting + 1, by_officer=by is not None, by_visitor=by is None)
    return booking


@transaction.atomic
def change_booking(*, booking: Booking, wanted: Wanted, by: User | None = None, token: str = "") -> Booking:
    """Change numbers, needs, answers or how to reach the family. Places that become free go to the waiting list.

    Nothing is told where nothing changed. With another e-mail address the links sent to the one before open
    nothing any more: it may have been a stranger's. ``token`` is the one that the family has in its
    hands; it stays good.

    A group on the waiting list keeps its place in the queue. Raises ``BookingGone``, ``PartyTooLarge``, and
    ``NoRoom`` where a booking that has places wants more than are free for it, and ``AlreadyHere`` where a group
    that was checked in wants fewer.
    """
    now = timezone.now()
    locked = lock_booking(booking)
    session = locked.session
    if locked.is_here and wanted.places < locked.places:
        raise AlreadyHere
    if wanted.places > session.capacity:
        raise PartyTooLarge(session.capacity)
    if locked.holds_places and wanted.places > locked.places:
        stands = count_places(session)
        free = 0 if stands.waiting and not session.page.smaller_pass else session.capacity - stands.taken
        if wanted.places - locked.places > free:
            raise NoRoom(locked.places + max(0, free))
    if locked.email and wanted.email.lower() != locked.email.lower():
        forget_links(booking=locked, but=token)
    before = _facts(locked)
    _fill(locked, wanted, now)
    locked.save()
    set_needs(booking=locked, requirements=wanted.requirements, own_words=wanted.own_words)
    set_answers(booking=locked, answers=wanted.answers)
    if by is not None:
        log(instance=locked, action=CHANGE_ACTION, user=by)
    moved = next((one for one in move_up(session) if one.pk == locked.pk), None)
    if moved is not None:
        # They were told that they have places, with all that the booking holds now.
        return moved
    if _facts(locked) != before:
        tell(locked, CallReason.CHANGED, by_officer=by is not None, by_visitor=by is None)
    return locked


@transaction.atomic
def cancel_booking(*, booking: Booking, by: User | None = None, reason: str = "") -> Booking:
    """Cancel a booking; its places go to the waiting list at once. One that is cancelled stays as it is.

    ``by`` is the officer who cancels, with a ``reason`` for the log. Raises ``BookingGone`` after the session, and
    ``AlreadyHere``.
    """
    try:
        locked = lock_booking(booking)
    except BookingGone:
        booking.refresh_from_db()
        if booking.is_cancelled:
            return booking
        raise
    if locked.is_here:
        raise AlreadyHere
    end_booking(locked, CancelledBy.FAMILY if by is None else CancelledBy.OFFICER)
    if by is not None:
        log(instance=locked, action=CANCEL_ACTION, user=by, data={"reason": reason})
    tell(locked, CallReason.CANCELLED, by_officer=by is not None, by_visitor=by is None)
    move_up(locked.session)
    return locked


def _facts(booking: Booking) -> list:
    """All that a family can change, to see whether anything is other than before. 2 queries."""
    needs = booking.requirements.order_by("requirement", "own_words").values_list("requirement", "own_words")
    answers = booking.answers.order_by("question").values_list("question", "text", "yes")
    own = [booking.name, booking.email, booking.phone, booking.adults, booking.children, booking.keep_in_touch]
    return [*own, list(needs), list(answers)]


def _fill(booking: Booking, wanted: Wanted, at: datetime) -> None:
    for name in ("name", "email", "phone", "adults", "children"):
        setattr(booking, name, getattr(wanted, name))
    agrees = bool(wanted.keep_in_touch_words)
    if agrees != booking.keep_in_touch:
        booking.keep_in_touch, booking.keep_in_touch_words = agrees, wanted.keep_in_touch_words
        booking.keep_in_touch_at = at
