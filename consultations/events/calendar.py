"""Calendar files (iCalendar, RFC 5545) of sessions. Times stand in UTC, so they are right across both clock changes."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Alarm, Calendar, Event

from consultations.events.models import EventSession

PRODUCT = "-//Engage//Listening events//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_text(sessions: Iterable[EventSession], *, with_join_link: bool = False, remind: bool = False) -> str:
    """A calendar of sessions, each with its ``page``, as the text of an .ics file.

    ``with_join_link`` only for somebody who has a place. ``remind`` rings a day before. A session that does not take
    place is in it as cancelled, so that calendars which have it take it out. Sessions without times are left out.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for session in sessions:
        if session.starts_at and session.ends_at:
            calendar.add_component(_entry(session, with_join_link, remind))
    return calendar.to_ical().decode()


def _entry(session: EventSession, with_join_link: bool, remind: bool) -> Event:
    page = session.page
    changed_at = page.last_published_at or page.latest_revision_created_at or timezone.now()
    entry = Event()
    # A copied event keeps the uid of its sessions, never their numbers.
    entry.add("uid", f"session-{session.pk}@{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}")
    entry.add("dtstamp", _utc(changed_at))
    # Grows with each publication: calendars take the later one.
    entry.add("sequence", int(changed_at.timestamp()) // 60 % 2**31)
    entry.add("dtstart", _utc(session.starts_at))
    entry.add("dtend", _utc(session.ends_at))
    entry.add("summary", f"{page.title}: {session.name}" if session.name else page.title)
    entry.add("status", "CANCELLED" if session.called_off else "CONFIRMED")
    where = ", ".join(part for part in (page.place, page.address) if part)
    if with_join_link and page.join_link:
        where = where or page.join_link
    if where:
        entry.add("location", where)
    words = [page.summary, page.how_to_get_there]
    if with_join_link and page.join_link:
        words.append(page.join_link)
    description = "\n".join(part for part in words if part)
    if description:
        entry.add("description", description)
    url = page.full_url or settings.WAGTAILADMIN_BASE_URL
    entry.add("url", url)
    if remind and not session.called_off:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", page.title)
        alarm.add("trigger", timedelta(days=-1))
        entry.add_component(alarm)
    return entry


def _utc(moment: datetime | None) -> datetime:
    assert moment is not None  # noqa: S101 (sessions without times are left out)
    return moment.astimezone(UTC).replace(microsecond=0)
