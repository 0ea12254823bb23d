"""The past event of the demo as its day went: who came, what was said, and who was thanked."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser

from consultations.analysis.note_services import Note, questions_for_notes, record_note
from consultations.events.models import Booking, EventSession
from consultations.events.services.after import thank_families
from consultations.events.services.attendance import check_in, let_in
from home.demo.content.bookings import PAST_NOTES, STAYED_AWAY, WALK_IN

EVENT = "coffee-morning-for-carers"
SURVEY, QUESTION = "parents-and-carers", "what-to-change"


def load_past_event(officer: AbstractBaseUser) -> None:
    """Check in all families but one and somebody at the door, store the notes of two tables, and thank people."""
    session = EventSession.objects.select_related("page").get(page__slug=EVENT)
    for number, booking in enumerate(Booking.objects.filter(session=session).expected()):
        if booking.name != STAYED_AWAY:
            check_in(booking=booking, by=officer, at=session.starts_at + timedelta(minutes=number))
    name, adults, children = WALK_IN
    later = session.starts_at + timedelta(minutes=20)
    let_in(session=session, key=f"demo {EVENT}", name=name, adults=adults, children=children, by=officer, at=later)
    question = questions_for_notes(session.page).filter(page__slug=SURVEY, key=QUESTION).first()
    if question is not None:
        for number, (table, words) in enumerate(PAST_NOTES):
            note = Note(question=question, words=words, table=table)
            record_note(event=session.page, note=note, by=officer, key=f"demo {number}")
    thank_families(session=session, by=officer)
