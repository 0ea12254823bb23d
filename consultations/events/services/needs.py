"""What a booking needs, and what it answered to the officer's questions."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from consultations.events.enums import CallReason, RequirementState
from consultations.events.models import AccessRequirement, Booking, BookingAnswer, BookingRequirement, EventQuestion
from engage.users.models import User

from .telling import tell


def set_needs(
    *, booking: Booking, requirements: Sequence[AccessRequirement], own_words: str, is_new: bool = False
) -> None:
    """Store what a booking needs. What stays keeps what the organiser did about it; other own words are a new task."""
    held = {} if is_new else {need.requirement_id: need for need in booking.requirements.all()}
    wanted = {requirement.pk for requirement in requirements}
    gone = [need.pk for key, need in held.items() if key is not None and key not in wanted]
    own = held.get(None)
    if own is not None and own.own_words != own_words:
        gone.append(own.pk)
    if gone:
        BookingRequirement.objects.filter(pk__in=gone).delete()
    new = [BookingRequirement(booking=booking, requirement=one) for one in requirements if one.pk not in held]
    if own_words and (own is None or own.own_words != own_words):
        new.append(BookingRequirement(booking=booking, own_words=own_words))
    if new:
        BookingRequirement.objects.bulk_create(new)


def set_answers(*, booking: Booking, answers: Mapping[EventQuestion, str | bool | None], is_new: bool = False) -> None:
    """Store the answers to the officer's questions; one that is empty is no answer."""
    rows = [
        BookingAnswer(
            booking=booking,
            question=question,
            text=answer if isinstance(answer, str) else "",
            yes=answer if isinstance(answer, bool) else None,
        )
        for question, answer in answers.items()
        if answer is not None and answer != ""
    ]
    if not is_new:
        booking.answers.filter(question__in=list(answers)).delete()
    if rows:
        BookingAnswer.objects.bulk_create(rows)


@transaction.atomic
def decide_need(
    *, need: BookingRequirement, state: RequirementState, reply: str = "", by: User, tell_family: bool = False
) -> BookingRequirement:
    """Write down what the organiser did about a need; with ``tell_family`` the family hears it."""
    locked = BookingRequirement.objects.select_for_update(of=("self",)).get(pk=need.pk)
    locked.state, locked.reply, locked.changed_by, locked.changed_at = state, reply, by, timezone.now()
    locked.save(update_fields=["state", "reply", "changed_by", "changed_at"])
    if tell_family:
        tell(locked.booking, CallReason.NEEDS, need=locked)
    return locked
