"""What people who booked are told, for each reason: a subject and a text with names in braces.

Officers change the words in the admin; the names are the ones of ``PLACEHOLDERS``.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.events.enums import CallReason
from engage.core.wordings import PLACEHOLDER, register

PLACEHOLDERS = {
    "name": _("the name of the person who booked"),
    "event": _("the title of the event"),
    "details": _("day, time, place, how to join, how many places, what they need"),
    "link": _("the private link to the booking"),
    "queue": _("the place on the waiting list"),
    "reply_before": _("until when offered places are kept"),
    "changes": _("what has changed, one line each"),
    "needs": _("what was arranged, and what not"),
}
ENDING = (
    "\n\nSee, change or cancel your booking here:\n{link}\n"
    "This link is only for you. Please do not pass it on.\n\nThank you."
)


SAMPLES = {
    "name": "Sam Baker",
    "event": "Tea and talk",
    "details": "Day: Monday 14 December 2026\nTime: 10 am to midday\nPlace: Community Hall\nBooked: 1 place: 1 adult",
    "link": "https://have-your-say.example.gov.uk/events/booking/...",
    "queue": "3",
    "reply_before": "Friday 11 December 2026, 5 pm",
    "changes": "The place. Before: Library. Now: Community Hall.",
    "needs": "I need a hearing loop: It will be there.",
}


THANKS = "events.thanks"
LINKS = "events.links"


class Wording(NamedTuple):
    label: str | Promise
    subject: str
    body: str

    @property
    def names(self) -> tuple[str, ...]:
        """What may stand in these words: what its first words hold, and what is known for every booking."""
        held = set(PLACEHOLDER.findall(self.subject + self.body)) | {"name", "event", "details"}
        return tuple(name for name in PLACEHOLDERS if name in held)


WORDINGS: dict[str, Wording] = {
    CallReason.BOOKED: Wording(
        _("Places are booked"),
        "You have booked: {event}",
        "Hello {name},\n\nYou have places at this event. We look forward to seeing you.\n\n{event}\n{details}\n\n"
        "A calendar file comes with this e-mail. You can add it to your calendar." + ENDING,
    ),
    CallReason.WAITING: Wording(
        _("On the waiting list"),
        "You are on the waiting list: {event}",
        "Hello {name},\n\nThis event is full now. You are number {queue} on the waiting list.\n"
        "We write to you when there are places for your whole group.\nPlease do not come without a place.\n\n"
        "{event}\n{details}" + ENDING,
    ),
    CallReason.OFFERED: Wording(
        _("Places are offered, a reply is needed"),
        "There are places for you: {event}",
        "Hello {name},\n\nThere are places for your whole group now.\nDo you want them?\n"
        "Please tell us before {reply_before}. After that we offer them to somebody else.\n\n"
        "Press this link. Then press “Yes, we want the places”.\n{link}\n\n{event}\n{details}\n\n"
        "This link is only for you. Please do not pass it on.\n\nThank you.",
    ),
    CallReason.MOVED_UP: Wording(
        _("Moved up from the waiting list"),
        "You have places now: {event}",
        "Hello {name},\n\nGood news. There are places for your whole group now. You have them.\n\n{event}\n"
        "{details}\n\n"
        "Can you not come any more? Please cancel, so that somebody else can come." + ENDING,
    ),
    CallReason.CHANGED: Wording(
        _("The booking was changed"),
        "Your booking has changed: {event}",
        "Hello {name},\n\nYour booking has changed. This is how it is now.\n\n{event}\n{details}" + ENDING,
    ),
    CallReason.CANCELLED: Wording(
        _("The booking is cancelled"),
        "Your booking is cancelled: {event}",
        "Hello {name},\n\nYour booking is cancelled. You do not have to do anything.\n\n{event}\n\nThank you.",
    ),
    CallReason.LAPSED: Wording(
        _("Nobody replied to offered places"),
        "We did not keep the places: {event}",
        "Hello {name},\n\nWe offered you places and did not hear from you.\nSo we gave them to somebody else.\n"
        "You can book again on our website.\n\n{event}\n\nThank you.",
    ),
    CallReason.EVENT_CHANGED: Wording(
        _("The event has changed"),
        "This has changed: {event}",
        "Hello {name},\n\nSomething has changed at an event that you booked.\n\n{changes}\n\nThis is how it is now.\n\n"
        "{event}\n{details}\n\nCan you not come any more? Please cancel, so that somebody else can come." + ENDING,
    ),
    CallReason.CALLED_OFF: Wording(
        _("The event does not take place"),
        "It does not take place: {event}",
        "Hello {name},\n\nWe are sorry. This event does not take place.\nPlease do not come.\n\n{event}\n{details}\n\n"
        "Thank you.",
    ),
    CallReason.REMINDER: Wording(
        _("Reminder before the event"),
        "Soon: {event}",
        "Hello {name},\n\nYou have places at this event. It is soon.\n\n{event}\n{details}\n\n"
        "Can you not come any more? Please cancel, so that somebody else can come." + ENDING,
    ),
    CallReason.NEEDS: Wording(
        _("What somebody needs was arranged, or not"),
        "What you need at: {event}",
        "Hello {name},\n\nYou told us what you need to take part.\n\n{needs}\n\n{event}\n{details}" + ENDING,
    ),
    "link": Wording(
        _("The link to a booking is sent again"),
        "Your booking: {event}",
        "Hello {name},\n\nYou asked for the link to your booking.\n\n{event}\n{details}" + ENDING,
    ),
}


def register_wordings() -> None:
    """Let officers change the words (``AppConfig.ready``)."""
    for reason, wording in WORDINGS.items():
        register(
            kind=f"events.{reason}",
            label=wording.label,
            placeholders={name: PLACEHOLDERS[name] for name in wording.names},
            subject=wording.subject,
            body=wording.body,
            samples={name: SAMPLES[name] for name in wording.names},
        )
    register(
        kind=LINKS,
        label=_("The links to several bookings are sent again"),
        placeholders={"bookings": _("each booking with its day, time, place and private link")},
        subject="Your bookings",
        body="Hello,\n\nYou asked for the links to your bookings.\n\n{bookings}\n\n"
        "These links are only for you. Please do not pass them on.\n\nThank you.",
        samples={"bookings": "\n".join(SAMPLES[name] for name in ("event", "details", "link"))},
    )
    register(
        kind=THANKS,
        label=_("Thank you after an event"),
        placeholders={
            "name": PLACEHOLDERS["name"],
            "event": PLACEHOLDERS["event"],
            "page": _("the address of the event's page, where “what we heard” stands"),
            "feedback": _("the invitation to the survey about the event; empty without one"),
        },
        subject="Thank you for coming: {event}",
        body="Hello {name},\n\nThank you for coming to “{event}”. What you said helps us.\n\n"
        "You can read here what we heard and what we do:\n{page}\n\n{feedback}\n\n"
        "You said that we may tell you what comes of it. We send this e-mail once.",
        samples={
            "name": SAMPLES["name"],
            "event": SAMPLES["event"],
            "page": "https://have-your-say.example.gov.uk/events/tea-and-talk/",
            "feedback": "Please tell us how it was:\nhttps://have-your-say.example.gov.uk/how-was-it/",
        },
    )
