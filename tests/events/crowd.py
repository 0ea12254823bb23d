"""Many families who book at once, over HTTP, each from an address of its own."""

import http.client
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.harness.client import HIDDEN_INPUT

# Longer than a form must be open (engage.core.unhurried), with room for a clock that ticks in seconds.
SECONDS_TO_TYPE = 3.2
PATIENCE = 120
TEXT = {"You have places": "confirmed", "You are on the waiting list": "waiting", "is cancelled": "cancelled"}

STANDING = """
SELECT s.capacity, COALESCE(SUM(b.adults + b.children), 0) FROM events_eventsession s
LEFT JOIN events_booking b ON b.session_id = s.id AND b.status IN ('confirmed', 'offered')
WHERE s.id = ? GROUP BY s.id, s.capacity
"""
BOOKED = "SELECT id, status, adults + children FROM events_booking WHERE session_id = ? ORDER BY id"


class Visitor:
    """One family's browser: one connection, from one of the machine's own addresses."""

    def __init__(self, url: str, number: int) -> None:
        self.address, self.cookies = urlsplit(url), {}
        # All of 127.0.0.0/8 is this machine.
        self.source = f"127.{1 + number // 60_000}.{number // 250 % 240 + 1}.{number % 250 + 1}"
        self.statuses: list[int] = []

    def ask(self, method: str, path: str, fields: Sequence[tuple] = ()) -> tuple[str, str]:
        """The body and the place it leads to ("" for none)."""
        host, port = self.address.hostname or "", self.address.port or 80
        line = http.client.HTTPConnection(host, port, timeout=PATIENCE, source_address=(self.source, 0))
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers |= {"Origin": f"http://{self.address.netloc}", "Content-Type": "application/x-www-form-urlencoded"}
        try:
            line.request(method, path, urlencode(fields), headers)
            reply = line.getresponse()
            body = reply.read().decode()
        finally:
            line.close()
        self.statuses.append(reply.status)
        for cookie in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return body, reply.headers.get("Location", "")

    def open_form(self, path: str) -> list[tuple]:
        """The hidden fields of the form at a place."""
        return HIDDEN_INPUT.findall(self.ask("GET", path)[0])


@dataclass
class Tally:
    """What came of a round."""

    tried: int = 0
    answers: Counter = field(default_factory=Counter)
    statuses: Counter = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    seconds: float = 0.0
    over: int = 0

    @property
    def server_errors(self) -> int:
        return sum(count for status, count in self.statuses.items() if status >= 500)

    def add(self, other: "Tally") -> None:
        self.tried += other.tried
        self.answers += other.answers
        self.statuses += other.statuses
        self.broken += other.broken
        self.seconds += other.seconds
        self.over += other.over


def crowd(
    url: str,
    session_pk: int,
    people: int,
    *,
    at_the_same_moment: bool = False,
    cancel_every: int = 0,
    meanwhile: Callable[[], None] = lambda: None,
) -> Tally:
    """So many families of 1 to 4 open the form, wait as people do, and press. ``meanwhile`` runs while they press.

    ``cancel_every``: each so-maniest cancels as soon as it has booked.
    """
    tally, lock = Tally(tried=people), threading.Lock()
    ready = threading.Barrier(people + 1)
    chance = random.Random(session_pk)
    parties = [chance.randint(1, 4) for _family in range(people)]

    def family(number: int) -> None:
        visitor = Visitor(url, session_pk * 500 + number)
        path, said = f"/events/book/{session_pk}/", "none"
        try:
            hidden = visitor.open_form(path)
            ready.wait(PATIENCE)
            if not at_the_same_moment:
                time.sleep(number % 10 / 10)
            typed = [("name", f"Family {number}"), ("email", f"f{number}@families.example"), ("leave_empty", "")]
            typed += [("adults", parties[number]), ("children", 0), ("phone", ""), ("own_words", "")]
            _body, place = visitor.ask("POST", path, [*hidden, *typed])
            said = _said(visitor, place)
            if cancel_every and number % cancel_every == 0 and place:
                visitor.ask("POST", f"{place}cancel/", visitor.open_form(f"{place}cancel/"))
                said = _said(visitor, place)
        except Exception as error:
            with lock:
                tally.broken.append(f"family {number}: {type(error).__name__}: {error}")
            ready.abort()
        with lock:
            tally.answers[said] += 1
            tally.statuses.update(visitor.statuses)

    threads = [threading.Thread(target=family, args=(number,), daemon=True) for number in range(people)]
    for thread in threads:
        thread.start()
    while ready.n_waiting < people and not ready.broken:
        time.sleep(0.05)
    time.sleep(SECONDS_TO_TYPE)
    began = time.monotonic()
    ready.wait(PATIENCE)
    meanwhile()
    for thread in threads:
        thread.join()
    tally.seconds = time.monotonic() - began
    return tally


def _said(visitor: Visitor, place: str) -> str:
    page = visitor.ask("GET", place)[0] if place else ""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return next((answer for words, answer in TEXT.items() if title and words in title[1]), "none")


class Watch(threading.Thread):
    """Looks again and again, in one statement, whether more places are held than there are."""

    def __init__(self, rows: Callable[..., list[tuple]], session_pk: int) -> None:
        super().__init__(daemon=True)
        self.rows, self.session_pk, self.done = rows, session_pk, threading.Event()
        self.looks = self.over = 0

    def run(self) -> None:
        while not self.done.wait(0.02):
            capacity, taken = self.rows(STANDING, self.session_pk)[0]
            self.looks += 1
            self.over += taken > capacity


def unfair(rows: Callable[..., list[tuple]], session_pk: int) -> list[str]:
    """What is wrong with the list at the end: somebody was passed, or places are free for the first who waits."""
    capacity, taken = rows(STANDING, session_pk)[0]
    bookings = rows(BOOKED, session_pk)
    holding = [pk for pk, status, _places in bookings if status in ("confirmed", "offered")]
    waiting = [(pk, places) for pk, status, places in bookings if status == "waiting"]
    wrong = ["more places are held than there are"] if taken > capacity else []
    if holding and waiting and max(holding) > waiting[0][0]:
        wrong.append(f"booking {max(holding)} has places and {waiting[0][0]} before it waits")
    if waiting and waiting[0][1] <= capacity - taken:
        wrong.append(f"{capacity - taken} places are free, and the first who waits wants {waiting[0][1]}")
    return wrong
