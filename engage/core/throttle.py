"""Slowing down whoever guesses codes: kind to people, and the same in every process.

A client (an address, kept as a keyed hash for a day) may try a code ``OF_ONE.tries`` times in a row and
then once every ``OF_ONE.every``; all clients together as ``OF_ALL`` says. A right code costs nothing.
When all together have tried too often, those who made no mistake lately may still try. So nobody
waits longer than ``OF_ONE.tries * OF_ONE.every``: 5 minutes.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from engage.core.models import TryCounter


class TryLater(Exception):
    """Too many wrong tries. ``at`` is when the next one is taken."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


@dataclass(frozen=True)
class Allowance:
    """So many tries in a row, and one more each time that ``every`` has gone by."""

    tries: int
    every: timedelta

    def spent(self, spent: float, at: datetime, now: datetime) -> float:
        """How many of the tries are spent now, when ``spent`` were at a moment ``at``."""
        return max(0.0, spent - max(timedelta(0), now - at) / self.every)

    def wait(self, spent: float, *, until: float | None = None) -> timedelta:
        """How long it takes until only ``until`` tries are spent (default: until one is free)."""
        return max(0.0, spent - (self.tries - 1 if until is None else until)) * self.every


OF_ONE = Allowance(tries=10, every=timedelta(seconds=30))
OF_ALL = Allowance(tries=300, every=timedelta(seconds=1))
# Messages that one person may ask for: 3, and one more every 5 minutes.
MAILS = Allowance(tries=3, every=timedelta(minutes=5))


def client_of(request: HttpRequest) -> str:
    """A keyed hash of the client's address, another one each day; "" where no address is known.

    Behind a proxy the address is in the header of ``CLIENT_ADDRESS_HEADER``. An IPv6 client has
    a network of its own, so its network counts.
    """
    try:
        address = ipaddress.ip_address(request.META.get(settings.CLIENT_ADDRESS_HEADER, "").strip())
    except ValueError:
        return ""
    if address.version == 6:
        address = ipaddress.ip_network((address, 64), strict=False).network_address
    return _key("client", timezone.now().date().isoformat(), str(address))


def spend_try(*, kind: str, client: str, of_one: Allowance = OF_ONE, now: datetime | None = None) -> None:
    """Take one try at a kind of code, before looking whether it is right. Raises ``TryLater``.

    Give it back with ``give_back`` when the code is right.
    """
    now = now or timezone.now()
    keys = _keys(kind, client)
    with transaction.atomic():
        for key in keys:
            TryCounter.objects.get_or_create(key=key, defaults={"at": now})
        # Always in the same order, so that two who try at once wait for each other.
        locked = {row.key: row for row in TryCounter.objects.select_for_update().filter(key__in=keys).order_by("key")}
        rules = dict(zip(keys, (OF_ALL, of_one), strict=False))
        spent = {key: rules[key].spent(row.spent, row.at, now) for key, row in locked.items()}
        wait = waiting_time(of_all=spent[keys[0]], of_one=spent[keys[1]] if client else None, rule=of_one)
        if wait:
            raise TryLater(now + wait)
        for key, row in locked.items():
            row.spent, row.at = spent[key] + 1, now
            row.save(update_fields=["spent", "at"])


def spend_own_try(
    *, kind: str, client: str, allowance: Allowance, cost: float = 1, now: datetime | None = None
) -> None:
    """Take one of a client's own tries at something that is no code, such as a booking. Raises ``TryLater``.

    ``cost`` is for an amount of something: how many tries it takes, once a whole one is free.

    What others do does not count: when hundreds book in the same minute, each of them may. A client without
    a known address is not held up.
    """
    if not client:
        return
    now = now or timezone.now()
    key = _key("one", kind, client)
    with transaction.atomic():
        row = TryCounter.objects.select_for_update().filter(key=key).first()
        if row is None:
            row, _made = TryCounter.objects.get_or_create(key=key, defaults={"at": now})
        spent = allowance.spent(row.spent, row.at, now)
        wait = allowance.wait(spent)
        if wait:
            raise TryLater(now + wait)
        TryCounter.objects.filter(key=key).update(spent=spent + cost, at=now)


def waiting_time(*, of_all: float, of_one: float | None, rule: Allowance = OF_ONE) -> timedelta:
    """How long somebody waits for the next try. ``of_all`` and ``of_one`` are the tries spent by now.

    ``of_one`` is None for a client without a known address: then only the rule for all holds.
    """
    own = rule.wait(of_one or 0)
    together = OF_ALL.wait(of_all)
    if of_one is None or not together or not of_one:
        return own if of_one is not None else together
    return max(own, min(together, rule.wait(of_one, until=0)))


def give_back(*, kind: str, client: str) -> None:
    """The code was right: the try costs nothing."""
    with transaction.atomic():
        keys = _keys(kind, client)
        for row in TryCounter.objects.select_for_update().filter(key__in=keys).order_by("key"):
            row.spent = max(0.0, row.spent - 1)
            row.save(update_fields=["spent"])


def forget_tries(*, before: datetime) -> int:
    """Delete the counters that nobody used since then. Returns how many."""
    return TryCounter.objects.filter(at__lt=before).delete()[0]


def _keys(kind: str, client: str) -> list[str]:
    return [_key("all", kind), _key("one", kind, client)] if client else [_key("all", kind)]


def _key(*parts: str) -> str:
    return salted_hmac("engage.throttle", ":".join(parts), algorithm="sha256").hexdigest()
