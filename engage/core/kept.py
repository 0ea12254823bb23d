"""What a process keeps of the published content, so that it need not be read and rendered for everybody anew.

Everything kept is valid for one *stamp* of the content: officers' every change (publish, unpublish, edit,
delete, settings, pictures) writes a line into one of Wagtail's logs (of pages, of other rows, of translations),
in the same transaction or after it, and the stamp is taken from those. One small query a request, so a change
shows at once in all processes. What reaches the database past the logs (a script) shows within twice ``OLDEST``
seconds: a page may be made of what was kept before.

Nothing here belongs to one person: no words, no tokens, no answers. ``kept_page`` puts what is a
person's own (the form's token, a receipt code, answers in words) into the page afterwards.
"""

import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail_localize.models import TranslationLog

Stamp = tuple[int | None, ...]
Value = TypeVar("Value")

OLDEST = 60.0
MOST_PAGES = 500
# So many of a log's last lines are counted: a line that commits after one with a higher number is seen as well.
LAST_LINES = 200

# Stands in a kept page where something of one person belongs. Nobody can know it and type it.
PLACE = f"place-{secrets.token_hex(16)}-"
_PLACES = re.compile(re.escape(PLACE).encode() + rb"([a-z_0-9]+);")

_STAMP_SQL = " UNION ALL ".join(
    f"SELECT MAX(id), COUNT(*) FROM {table} WHERE id > (SELECT COALESCE(MAX(id), 0) - {LAST_LINES} FROM {table})"  # noqa: S608 (names of tables)
    for table in (log._meta.db_table for log in (PageLogEntry, ModelLogEntry, TranslationLog))
)


def content_stamp() -> Stamp:
    """A value that is another one after each change of the content that Wagtail logs. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMP_SQL)
        return tuple(value for row in cursor.fetchall() for value in row)


class Store(Generic[Value]):
    """Values of this process by key, the least used ones dropped first. Safe for threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Stamp, float, Value]] = OrderedDict()
        _stores.append(self)

    def get(self, key: Hashable, stamp: Stamp, make: Callable[[], Value]) -> Value:
        """The value of the key; made when there is none of this stamp, or it is too old.

        ``stamp`` must have been taken before anything that ``make`` reads.
        """
        now = time.monotonic()
        with self._lock:
            found = self._kept.get(key)
            if found and found[0] == stamp and now - found[1] < OLDEST:
                self._kept.move_to_end(key)
                return found[2]
        value = make()
        with self._lock:
            self._kept[key] = (stamp, now, value)
            self._kept.move_to_end(key)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return value

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()


_stores: list[Store] = []


def forget_kept() -> None:
    """Drop everything that this process keeps."""
    for store in _stores:
        store.clear()


# A kept page in pieces: words, and between them the names of what is put in.
Pieces = list[bytes]
_pages: Store[Pieces] = Store(MOST_PAGES)


def kept_page(
    request: HttpRequest,
    *,
    stamp: Stamp,
    key: Hashable,
    render: Callable[[dict[str, SafeString]], HttpResponse],
    own: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A page that is the same for everybody with the same preferences, but for what is a person's own.

    ``key`` says what the page shows beside its address. ``own`` are values of this person's page by name: they
    are escaped and put in afterwards, and not kept. ``render`` gets the places where they belong, by the same
    names, as HTML, and gives the response. The form's token is always such a value (``csrf_token``).
    """
    own = {"csrf_token": get_token(request), **(own or {})}
    whole_key = (
        request.scheme,
        request.get_host(),
        request.get_full_path(),
        getattr(request, "display", None),
        get_language(),
        key,
        tuple(own),
    )

    def make() -> Pieces:
        places = {name: mark_safe(f"{PLACE}{name};") for name in own}  # noqa: S308 (our own random sign)
        return _PLACES.split(render(places).content)

    pieces = _pages.get(whole_key, stamp, make).copy()
    for at in range(1, len(pieces), 2):
        pieces[at] = str(conditional_escape(own[pieces[at].decode()])).encode()
    return HttpResponse(b"".join(pieces))
