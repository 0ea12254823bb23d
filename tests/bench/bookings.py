"""Families who book at the bench: one form each, sent as fast as the server takes them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, cycle
from urllib.parse import quote, urlsplit

from tests.bench.journeys import CSRF
from tests.bench.load import Line, request
from tests.faults.booking_events import make_events
from tests.harness.client import HIDDEN_INPUT
from tests.harness.site import DemoSite

EVENTS, PLACES = 60, 40
# One address may book 100 times in a row; a real one seldom books twice.
OF_ONE_ADDRESS = 50
SECONDS_TO_TYPE = 3.2
_keys = count(1)


@dataclass(frozen=True)
class Booked:
    """Sessions that people book in turn, until they are full and then onto their waiting lists."""

    host: str
    sessions: list[int]
    opened: str

    @classmethod
    def at(cls, site: DemoSite) -> "Booked":
        """Make the events in a demo, and open a form."""
        sessions = [session for _page, session in make_events(site, EVENTS, PLACES)]
        form = dict(HIDDEN_INPUT.findall(site.client().get(f"/events/book/{sessions[0]}/").text))
        time.sleep(SECONDS_TO_TYPE)
        return cls(urlsplit(site.url).netloc, sessions, form["opened"])

    def book(self) -> Callable[[Line], bool]:
        """A visitor who books for 3 people, one session after the other, always as another family."""
        upcoming = cycle(self.sessions)

        def visit(line: Line) -> bool:
            number = next(_keys)
            if number % OF_ONE_ADDRESS == 1 or not line.source:
                line.close()
                line.source = f"127.{1 + number // 60_000}.{number // 250 % 240 + 1}.{number % 250 + 1}"
            return line.ask(self._post(next(upcoming), number))[0] == 302

        return visit

    def _post(self, session: int, number: int) -> bytes:
        typed = f"name=Family+{number}&email=f{number}%40families.example&adults=1&children=2&phone=&own_words="
        body = f"csrfmiddlewaretoken={CSRF}&key=bench{number:027d}&opened={quote(self.opened)}&leave_empty=&{typed}"
        path = f"/events/book/{session}/"
        return request("POST", path, host=self.host, cookie=f"csrftoken={CSRF}", body=body.encode())
