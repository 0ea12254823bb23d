"""Telling families what became of their booking: by e-mail, else by a call that an officer makes.

Everything is written down in the transaction of what it is about. Nothing here waits for a mail server.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.template.defaultfilters import capfirst
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.events.calendar import CONTENT_TYPE, calendar_text
from consultations.events.enums import CallReason, RequirementState
from consultations.events.models import Booking, BookingRequirement, CallTask, EventSession
from consultations.events.wordings import LINKS, WORDINGS
from engage.core.mail import post_wording
from engage.core.templatetags.words import clock, day, day_and_time
from engage.core.throttle import MAILS, TryLater, spend_own_try

from .links import manage_url, new_token

# With them comes the calendar file.
WITH_CALENDAR = frozenset({CallReason.BOOKED, CallReason.MOVED_UP, CallReason.EVENT_CHANGED, CallReason.CALLED_OFF})
# Who did it on the page, or with the officer on the telephone, need not be rung.
KNOWN_ALREADY = frozenset({CallReason.CHANGED})
KNOWN_WHEN_BY_OFFICER = frozenset({CallReason.BOOKED, CallReason.WAITING})


def tell(
    booking: Booking,
    reason: str,
    *,
    place: int | None = None,
    changes: Iterable[str] = (),
    need: BookingRequirement | None = None,
    by_officer: bool = False,
    by_visitor: bool = False,
    key: str = "",
) -> None:
    """Tell a family. ``booking.session`` and its ``page`` are those of now. In the caller's transaction.

    ``place`` is the place on the waiting list where the caller knows it; ``key`` lets it be told only once.
    ``by_visitor``: somebody on the public page did it, who may have typed a stranger's address. So few of these
    e-mails go to one address; ``booking.mail_held_back`` says that this one does not.
    """
    with translation.override(booking.language or settings.LANGUAGE_CODE):
        if booking.email:
            if by_visitor and not may_write_to(booking.email):
                booking.mail_held_back = True
                return
            _mail(booking, reason, place=place, changes=changes, need=need, key=key)
        elif booking.phone and _must_ring(booking, reason, by_officer):
            words = "\n".join([*changes, *([need_words(need)] if need else [])])
            CallTask.objects.create(booking=booking, reason=reason, words=words)


def tell_links(bookings: Sequence[Booking]) -> None:
    """Send one e-mail with the links to several bookings of one address. In the caller's transaction."""
    with translation.override(bookings[0].language or settings.LANGUAGE_CODE):
        entries = [
            "\n".join(
                [
                    _title(booking.session),
                    *session_lines(booking.session, with_join_link=booking.is_confirmed),
                    manage_url(new_token(booking=booking)),
                ]
            )
            for booking in bookings
        ]
        values = {"bookings": "\n\n".join(entries)}
        post_wording(kind=LINKS, recipients=[bookings[0].email], values=values, secret=True)


def may_write_to(email: str) -> bool:
    """Take one of the few e-mails that visitors may have sent to an address. False: none is left for some minutes."""
    try:
        spend_own_try(kind="events.mail-to", client=email.strip().casefold(), allowance=MAILS)
    except TryLater:
        return False
    return True


def _must_ring(booking: Booking, reason: str, by_officer: bool) -> bool:
    if reason in KNOWN_ALREADY or (by_officer and reason in KNOWN_WHEN_BY_OFFICER):
        return False
    return by_officer or reason != CallReason.CANCELLED


def session_lines(session: EventSession, *, with_join_link: bool) -> list[str]:
    """When and where, a line each, as an e-mail says it."""
    page = session.page
    starts_at, ends_at = (timezone.localtime(moment) for moment in (session.starts_at, session.ends_at))
    lines = [
        _("Day: %(day)s") % {"day": day(starts_at)},
        _("Time: %(start)s to %(end)s") % {"start": clock(starts_at), "end": clock(ends_at)},
    ]
    where = ", ".join(part for part in (page.place, page.address) if part)
    if where:
        lines.append(_("Place: %(place)s") % {"place": where})
    if page.online and with_join_link and page.join_link:
        lines.append(_("Join here: %(link)s") % {"link": page.join_link})
    elif page.online:
        lines.append(_("Online: we send you a link when you have places."))
    return lines


def places_words(booking: Booking) -> str:
    """How many people in words: "3 places: 1 adult, 2 children or young people"."""
    total = ngettext("%(count)d place", "%(count)d places", booking.places) % {"count": booking.places}
    parts = []
    if booking.adults:
        parts.append(ngettext("%(count)d adult", "%(count)d adults", booking.adults) % {"count": booking.adults})
    if booking.children:
        words = ngettext("%(count)d child or young person", "%(count)d children or young people", booking.children)
        parts.append(words % {"count": booking.children})
    return f"{total}: {', '.join(parts)}"


def need_words(need: BookingRequirement, *, in_mail: bool = False) -> str:
    """What was needed and what became of it, in one line. ``in_mail``: without the family's own words."""
    answers = {
        RequirementState.TO_DO: _("We are looking into it."),
        RequirementState.ARRANGED: _("It will be there."),
        RequirementState.CANNOT: _("We are sorry. We cannot do this."),
    }
    # Own words only on the page: whoever books can type somebody else's address.
    what = need.words if need.requirement_id or not in_mail else _("what you wrote to us")
    return " ".join(part for part in (f"{what}:", str(answers[RequirementState(need.state)]), need.reply) if part)


def values_of(
    booking: Booking,
    reason: str,
    *,
    place: int | None = None,
    changes: Iterable[str] = (),
    need: BookingRequirement | None = None,
) -> dict[str, str]:
    """What stands for the names in the words for a reason (``consultations.events.wordings``). No other names."""
    known: dict[str, Callable[[], str]] = {
        "name": lambda: booking.name,
        "event": lambda: _title(booking.session),
        "details": lambda: "\n".join(_details(booking)),
        "link": lambda: manage_url(new_token(booking=booking)),
        "queue": lambda: str(place or booking.place_in_queue or ""),
        "reply_before": lambda: day_and_time(timezone.localtime(booking.offered_until)),
        "changes": lambda: "\n".join(changes),
        "needs": lambda: capfirst(need_words(need, in_mail=True)) if need else "",
    }
    return {name: known[name]() for name in WORDINGS[reason].names}


def _title(session: EventSession) -> str:
    title = f"{session.page.title}, {session.name}" if session.name else session.page.title
    return capfirst(title)


def _details(booking: Booking) -> list[str]:
    lines = session_lines(booking.session, with_join_link=booking.is_confirmed)
    lines.append(_("Booked: %(places)s") % {"places": places_words(booking)})
    needs = booking.requirements.select_related("requirement").order_by("pk")
    # Without own words, as in need_words.
    wanted = [need.words if need.requirement_id else _("what you wrote to us") for need in needs]
    if wanted:
        lines.append(_("What you need: %(needs)s") % {"needs": "; ".join(wanted)})
    return lines


def _mail(booking: Booking, reason: str, *, key: str, **known: Any) -> None:
    attachments: tuple[tuple[str, str, str], ...] = ()
    if reason in WITH_CALENDAR:
        text = calendar_text([booking.session], with_join_link=booking.is_confirmed, remind=True)
        attachments = (("event.ics", CONTENT_TYPE, text),)
    post_wording(
        kind=f"events.{reason}",
        recipients=[booking.email],
        values=values_of(booking, reason, **known),
        attachments=attachments,
        key=key,
        secret="link" in WORDINGS[reason].names,
    )
