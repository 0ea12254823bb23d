"""After an event was published: tell those who booked what has changed, and give added places to the waiting list.

What people were last told of a session is kept with it (``EventSession.told``). So it does not matter how an event came
to be published, and saving a draft tells nobody anything.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from consultations.events.enums import CallReason
from consultations.events.models import Booking, EventSession
from engage.core.templatetags.words import day_and_time

from .places import lock_session
from .telling import tell
from .waiting import move_up


@transaction.atomic
def settle_event(*, event_pk: int) -> int:
    """Tell everybody with a booking what changed since they were last told, and move up the waiting lists.

    Goes by what is stored, and can be run again: whoever was told is not told again. Returns how many were told.
    """
    told = 0
    for pk in EventSession.objects.filter(page=event_pk).order_by("pk").values_list("pk", flat=True):
        session = lock_session(pk)
        told += _announce(session)
        move_up(session)
    return told


def facts_of(session: EventSession) -> dict[str, str | bool]:
    """What somebody who has a place must know to come."""
    page = session.page
    return {
        # To the minute, as officers type them: a row from a script may have seconds.
        "starts_at": session.starts_at.isoformat(timespec="minutes") if session.starts_at else "",
        "ends_at": session.ends_at.isoformat(timespec="minutes") if session.ends_at else "",
        "place": page.place,
        "address": page.address,
        "online": page.online,
        "join_link": page.join_link,
        "how_to_get_there": page.how_to_get_there,
        "access_facts": page.access_facts,
        "called_off": session.called_off,
    }


def changes_between(before: dict, after: dict) -> list[str]:
    """What changed, in words, a line each. Nothing where there is no before."""
    changed = {name for name in after if name in before and before[name] != after[name]}
    lines = []
    if changed & {"starts_at", "ends_at"}:
        times = {"before": _span(before), "now": _span(after)}
        lines.append(_("The time. Before: %(before)s. Now: %(now)s.") % times)
    if changed & {"place", "address"}:
        lines.append(
            _("The place. Before: %(before)s. Now: %(now)s.") % {"before": _place(before), "now": _place(after)}
        )
    if "online" in changed:
        lines.append(_("It is online now.") if after["online"] else _("It is not online any more."))
    if "join_link" in changed and after["join_link"]:
        lines.append(_("The link to join is a new one."))
    if "how_to_get_there" in changed and after["how_to_get_there"]:
        lines.append(_("How to get there: %(way)s") % {"way": " ".join(after["how_to_get_there"].split())})
    if "access_facts" in changed:
        facts = "; ".join(after["access_facts"].split("\n")).replace("\r", "") or _("not known")
        lines.append(_("What helps you to take part: %(facts)s") % {"facts": facts})
    if "called_off" in changed and not after["called_off"]:
        lines.append(_("It takes place after all."))
    return lines


def _announce(session: EventSession) -> int:
    before, after = session.told, facts_of(session)
    if before == after:
        return 0
    session.told = after
    EventSession.objects.filter(pk=session.pk).update(told=after)
    if not before or session.is_over:
        return 0
    called_off = session.called_off and not before.get("called_off")
    changes = changes_between(before, after)
    if not called_off and (session.called_off or not changes):
        return 0
    bookings = list(Booking.objects.filter(session=session).active().order_by("pk"))
    for booking in bookings:
        booking.session = session
        tell(booking, CallReason.CALLED_OFF if called_off else CallReason.EVENT_CHANGED, changes=changes)
    return len(bookings)


def _span(facts: dict) -> str:
    moments = [parse_datetime(facts.get(name) or "") for name in ("starts_at", "ends_at")]
    return _("%(start)s to %(end)s") % dict(zip(("start", "end"), map(_in_london, moments), strict=True))


def _in_london(moment: datetime | None) -> str:
    return day_and_time(timezone.localtime(moment)) if moment else ""


def _place(facts: dict) -> str:
    return ", ".join(part for part in (facts.get("place"), facts.get("address")) if part) or _("not known")
