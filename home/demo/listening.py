"""The listening events of the demo: some are part of a consultation, some stand in the list of events."""

from collections.abc import Mapping
from datetime import time, timedelta

from consultations.events.models import EventIndexPage, EventQuestion, EventSession, ListeningEventPage
from consultations.models import Area, ConsultationPage
from home.demo.content.bookings import QUESTIONS
from home.demo.content.events import EVENTS
from home.demo.content.events_by_themselves import AREA_OF, EVENTS_BY_THEMSELVES
from home.demo.moments import london
from home.demo.passages import passages, sentences
from home.installation import publish

NINE = time(9, 0)


def load_events(consultations: Mapping[str, ConsultationPage], pictures) -> None:
    """Make and publish all events."""
    areas = {area.name: area for area in Area.objects.sources()}
    index = EventIndexPage.objects.get()
    for row in [*EVENTS, *EVENTS_BY_THEMSELVES]:
        parent = consultations[row["consultation"]] if "consultation" in row else index
        event = _event(row, pictures, areas.get(AREA_OF.get(row["place"], "")))
        parent.add_child(instance=event)
        publish(event)


def _event(row: dict, pictures, area: Area | None) -> ListeningEventPage:
    booking = row.get("booking", {})
    event = ListeningEventPage(
        title=row["title"],
        slug=row["slug"],
        summary=row["summary"],
        picture=pictures[row["picture"]],
        takes_bookings="booking" in row,
        hold_hours=booking.get("hold_hours", 0),
        booking_opens_at=london(booking["opens_days"], NINE) if "opens_days" in booking else None,
        audience=row.get("audience", ["everyone"]),
        area=area,
        place=row["place"],
        address=row["address"],
        how_to_get_there=row["how_to_get_there"],
        access_facts="\n".join(row["access"]),
        online="join_link" in row,
        join_link=row.get("join_link", ""),
        how_to_join=row.get("how_to_join", ""),
        passages=passages(row["passages"], pictures),
        attended=row["attended"],
        heard=sentences(row["heard"], pictures),
    )
    when = row["when"]
    for name, at in row.get("sessions", [("", when["time"])]):
        starts_at = london(when["days"], time.fromisoformat(at))
        ends_at = starts_at + timedelta(minutes=when["minutes"])
        capacity = booking.get("capacity", 20)
        event.sessions.add(EventSession(name=name, starts_at=starts_at, ends_at=ends_at, capacity=capacity))
    for order, (kind, text, why) in enumerate(QUESTIONS.get(row["slug"], [])):
        event.booking_questions.add(EventQuestion(sort_order=order, kind=kind, text=text, why=why))
    return event
