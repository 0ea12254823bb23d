"""Sessions and questions keep faith with bookings, as questions do with answers (``consultations.surveys.faith``).

A booking points at its session with PROTECT, an answer at its question. So an event, before it is saved, puts those
that are missing back as retired, and holds on to what belongs to the stored row alone.
"""

from django.db.models import Exists, OuterRef

from engage.core.revisions import recognise

ROWS = ("sessions", "booking_questions")


def recognise_rows(event) -> dict[str, dict]:
    """Give the sessions and questions of an unsaved ``ListeningEventPage`` the numbers of its stored ones.

    Rows that are already retired and not stored are left out: a copy of an event has them. Returns the stored rows
    by number, for each relation.
    """
    stored = {"sessions": _stored_sessions(event), "booking_questions": _stored_questions(event)}
    likenesses = {
        "sessions": lambda row: (row.starts_at, row.ends_at, row.name),
        "booking_questions": lambda row: (row.kind, row.text),
    }
    for name in ROWS:
        rows = getattr(event, name).get_object_list()
        recognise(rows, stored[name].values(), _uid, likenesses[name])
        rows[:] = [row for row in rows if row.pk or not row.retired]
    return stored


def _uid(row):
    return row.uid


def keep_faith_with_bookings(event) -> None:
    """Make an unsaved ``ListeningEventPage`` that holds its rows safe to save. In the caller's transaction.

    - a booked session or an answered question that is missing comes back, retired;
    - a session never gets fewer places than are taken, whatever was typed meanwhile;
    - what people were told stays with the stored session, and an answered question keeps its kind.
    """
    _lock_sessions(event)
    stored = recognise_rows(event)
    for row in event.sessions.get_object_list():
        known = stored["sessions"].get(row.pk)
        row.told = known.told if known else {}
        row.uid = known.uid if known else row.uid
        if known and known.places_taken:
            row.capacity = max(row.capacity, known.places_taken)
    for row in event.booking_questions.get_object_list():
        known = stored["booking_questions"].get(row.pk)
        if known:
            row.uid = known.uid
            row.kind = known.kind if known.is_held else row.kind
    for name in ROWS:
        rows = getattr(event, name)
        held = {row.pk for row in rows.get_object_list()}
        missing = [known for known in stored[name].values() if known.is_held and known.pk not in held]
        for known in missing:
            known.retired = True
        rows.add(*missing)


def _lock_sessions(event) -> None:
    """Somebody who books while the event is saved waits, and cannot meet a session that goes."""
    from consultations.events.models import EventSession

    rows = EventSession.objects.filter(page_id=event.pk).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk"))


def _stored_sessions(event) -> dict:
    from consultations.events.models import Booking, EventSession

    if event.pk is None:
        return {}
    booked = Exists(Booking.objects.filter(session=OuterRef("pk")))
    rows = EventSession.objects.filter(page_id=event.pk).with_taken().annotate(is_held=booked)
    return {row.pk: row for row in rows}


def _stored_questions(event) -> dict:
    from consultations.events.models import BookingAnswer, EventQuestion

    if event.pk is None:
        return {}
    answered = Exists(BookingAnswer.objects.filter(question=OuterRef("pk")))
    return {row.pk: row for row in EventQuestion.objects.filter(page_id=event.pk).annotate(is_held=answered)}
