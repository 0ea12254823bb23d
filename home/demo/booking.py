"""Bookings of the demo's listening events, made through the services as families make them."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from consultations.events.enums import RequirementState
from consultations.events.forms.booking import KEEP_IN_TOUCH, new_key
from consultations.events.models import AccessRequirement, Booking, BookingRequirement, EventSession
from consultations.events.services.booking import book_places
from consultations.events.services.needs import decide_need
from consultations.events.services.places import Wanted
from home.demo.content.bookings import BOOKINGS, PAST_BOOKED_DAYS, YES_AND_WORDS

NO_NUMBER = "01632 960 {number:03d}"
ARRANGED = "I need large print"


def load_bookings(officer: AbstractBaseUser) -> None:
    """An event that is full with a waiting list, one with free places, and one that is over."""
    needs = {one.text: one for one in AccessRequirement.objects.all()}
    for slug, families in BOOKINGS.items():
        session = EventSession.objects.select_related("page").get(page__slug=slug)
        past = session.ends_at <= timezone.now()
        at = session.starts_at - timedelta(days=PAST_BOOKED_DAYS) if past else timezone.now()
        questions = session.page.asked_questions()
        for number, (name, email, adults, children, needed, own_words) in enumerate(families):
            wanted = Wanted(
                name=name,
                email=email,
                phone="" if email else NO_NUMBER.format(number=100 + number),
                adults=adults,
                children=children,
                requirements=[needs[text] for text in needed],
                own_words=own_words,
                keep_in_touch_words=str(KEEP_IN_TOUCH) if number % 2 else "",
                answers=dict(zip(questions, YES_AND_WORDS, strict=False)) if number % 3 == 0 else {},
            )
            booking = book_places(session=session, key=new_key(), wanted=wanted, at=at)
            if past:
                Booking.objects.filter(pk=booking.pk).update(made_at=at)
    _arrange(officer)


def _arrange(officer: AbstractBaseUser) -> None:
    """One need that the organiser has seen to already; the family was told."""
    need = BookingRequirement.objects.tasks().filter(requirement__text=ARRANGED).first()
    if need is not None:
        decide_need(
            need=need,
            state=RequirementState.ARRANGED,
            reply="All papers are there in 18 point letters.",
            by=officer,
            tell_family=True,
        )
