"""Every kind of public page, in one place: what the browser tests, the HTML checker and the camera visit.

Names are known when tests are collected, addresses only when a demo runs: ``find_pages`` asks
the demo's database and walks the survey's journey over HTTP.
"""

import os
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from consultations.surveys.enums import QuestionKind
from consultations.surveys.picture_code import PICTURES
from engage.core.unhurried import LEAST_TIME
from tests.harness.client import Reply, SiteClient
from tests.harness.site import DemoSite

NOW = "CURRENT_TIMESTAMP"
ALL_KINDS = (
    "(SELECT COUNT(DISTINCT kind) FROM surveys_question WHERE page_id = own.page_ptr_id AND NOT retired)"
    f" = {len(QuestionKind)}"
)
# Name of the page: model in the database, and which of its rows.
PAGE_TYPES = {
    "home": ("home_homepage", "1"),
    "content": ("home_contentpage", "1"),
    "consultations": ("consultations_consultationindexpage", "1"),
    "consultation open": ("consultations_consultationpage", f"opens_at <= {NOW} AND closes_at > {NOW}"),
    "consultation ended": ("consultations_consultationpage", f"closes_at <= {NOW}"),
    "survey open": ("surveys_surveypage", ALL_KINDS),
    "survey ended": ("surveys_surveypage", "1"),
    "events": ("events_eventindexpage", "1"),
    "event coming": ("events_listeningeventpage", f"ends_at > {NOW}"),
    "event past": ("events_listeningeventpage", f"ends_at <= {NOW}"),
    "outcomes": ("outcomes_outcomeindexpage", "1"),
    "outcome": ("outcomes_yousaidwedidpage", "1"),
    "ambassadors": ("ambassadors_ambassadorindexpage", "1"),
    "ambassador": ("ambassadors_ambassadorpage", "1"),
}
FIXED = {
    "display": "/display/",
    "picture credits": "/picture-credits/",
    "search": "/search/?q=plan",
    "search empty": "/search/?q=zzzz",
    "not found": "/nowhere/",
    "code": "/answer/code/",
    "come back": "/answer/come-back/",
    "find sent": "/answer/sent/",
    "deleted": "/answer/deleted/",
    "link gone": "/answer/come-back/not-a-link/",
    "link unknown": "/s/UNKNOWN/",
    "join": "/join/",
    "find booking": "/events/find-my-booking/",
    "booking gone": "/events/booking/not-a-link-of-anybody1/",
}
# They answer "not found".
MISSING = {"not found", "link gone", "link unknown", "booking gone"}
KINDS = (f"question {kind}" for kind in QuestionKind.values)
AFTER = ("thanks", "sent", "delete", "session", "offline", "next person")
STEPS = ("paper", "who", *KINDS, "help", "stopped", "about", "check", "pictures chosen", *AFTER)
BOOKING = ("book", "booking", "booking change")
PAGE_NAMES = [*PAGE_TYPES, *FIXED, *(f"step {name}" for name in STEPS), *BOOKING]
# ``make faults`` looks at every page in every theme and language with every rule; ``make test`` leaves out what
# hardly can find more.
FULL = os.environ.get("ENGAGE_FAULTS") == "full"
QUESTIONS = tuple(f"step question {kind}" for kind in QuestionKind.values)
# Of the page tree these stand in both languages of the demo; what stands at a fixed address and the steps do anyway.
TRANSLATED = ("home", "consultations", "consultation open", "survey open")
# Looked at from right to left as well.
IN_URDU = (
    tuple(name for name in PAGE_NAMES if name in TRANSLATED or name not in PAGE_TYPES)
    if FULL
    else ("home", "survey open", *QUESTIONS, "step check")
)
# No kind of question has this answer.
WRONG_ANSWER = "x" * 5001


@dataclass(frozen=True)
class PublicPage:
    """One page to look at: its address and the cookies that it needs, as Playwright takes them."""

    name: str
    path: str
    status: int = 200
    cookies: list[dict] = field(default_factory=list)


def find_pages(site: DemoSite) -> dict[str, PublicPage]:
    """One page of each name in ``PAGE_NAMES``. Raises AssertionError where the demo lacks one."""
    pages = {name: PublicPage(name, find_path(site, name)) for name in PAGE_TYPES}
    pages |= {name: PublicPage(name, path, 404 if name in MISSING else 200) for name, path in FIXED.items()}
    return pages | Walk(site, pages["survey open"].path).steps() | booking_pages(site)


def find_path(site: DemoSite, name: str) -> str:
    """The address of the first page with a name of ``PAGE_TYPES``."""
    table, condition = PAGE_TYPES[name]
    if name.startswith("survey"):
        parent = find_path(site, name.replace("survey", "consultation"))
        condition += f" AND page.url_path LIKE '%{parent}%'"
    rows = site.rows(
        f"SELECT page.url_path FROM wagtailcore_page AS page JOIN {table} AS own ON own.page_ptr_id = page.id"
        f" WHERE page.live AND {condition} ORDER BY page.path LIMIT 1"
    )
    assert rows, f"The demo has no page for “{name}”."
    return "/" + rows[0][0].split("/", 2)[2]


def booking_pages(site: DemoSite) -> dict[str, PublicPage]:
    """The form of an event with free places, and the pages of a booking that is made here."""
    # The demo has others that open later, are full or are over.
    ((session,),) = site.rows(
        "SELECT session.id FROM events_eventsession AS session JOIN wagtailcore_page AS page"
        " ON page.id = session.page_id WHERE page.slug = ?",
        "talk-to-us-young-people",
    )
    client, path = site.client(), f"/events/book/{session}/"
    form = client.get(path)
    # The form shall be open for a moment before it is sent.
    time.sleep(LEAST_TIME.total_seconds() + 1.2)
    typed = {"name": "Sam", "email": "sam@families.example", "adults": "1", "children": "1"}
    booked = client.post(path, typed, form=form)
    assert "/events/booking/" in booked.path, f"Booking ended at {booked.path}."
    paths = {"book": path, "booking": booked.path, "booking change": f"{booked.path}change/"}
    return {name: PublicPage(name, path) for name, path in paths.items()}


class Walk:
    """One person on the way through a survey. Looks at every step; a second person sends the answers."""

    def __init__(self, site: DemoSite, start: str) -> None:
        self.site = site
        self.start = start

    def steps(self) -> dict[str, PublicPage]:
        found: dict[str, PublicPage] = {}
        looker = self.site.client()
        here = begin(looker, self.start)
        survey = re.match(r"/answer/\d+/", here.path)[0]
        found["paper"] = self._seen(looker, looker.get(f"{survey}paper/?print=large"))
        found["who"] = self._seen(looker, here)
        here = looker.post(here.path, {"answered_by": "alone", "go": "next"}, form=here)
        while "/question/" in here.path:
            kind = self._kind_of(here.path)
            found.setdefault(f"question {kind}", self._seen(looker, here))
            here = answer(looker, here, {})
        found["about"] = self._seen(looker, here)
        here = looker.post(here.path, {"go": "next"}, form=here)
        found["check"] = self._seen(looker, here)
        found["stopped"] = self._seen(looker, looker.post(here.path, {"go": "stop"}, form=here))
        found["pictures chosen"] = self._seen(looker, self._choose(looker, ("bus", "cat", *PICTURES[8:14])))
        found["help"] = self._seen(looker, looker.get(f"{survey}help/"))
        found |= self._send(survey)
        found |= self._together()
        missing = set(STEPS) - set(found)
        assert not missing, f"The survey at {self.start} has no step {missing}."
        return {f"step {name}": page for name, page in found.items()}

    def _seen(self, client: SiteClient, reply: Reply) -> PublicPage:
        assert reply.status == 200, f"{reply.path} answered {reply.status}."
        return PublicPage(reply.path, reply.path, 200, client.browser_cookies())

    def _send(self, survey: str) -> dict[str, PublicPage]:
        sender = self.site.client()
        begin(sender, self.start)
        check = sender.get(f"{survey}check/")
        thanks = sender.post(check.path, {}, form=check)
        assert thanks.path.endswith("/thank-you/"), f"Sending ended at {thanks.path}."
        after = {name: self._seen(sender, sender.get(f"{survey}{name}/")) for name in ("sent", "delete")}
        return {"thanks": self._seen(sender, thanks), **after}

    def _together(self) -> dict[str, PublicPage]:
        """A group session, and the page after sending, which forgets the person as soon as it is shown."""
        code = self.site.rows("SELECT code FROM surveys_groupsession ORDER BY day DESC LIMIT 1")[0][0]
        client = self.site.client()
        session = client.get(f"/join/{code}/")
        page = self._seen(client, session)
        here = client.post(session.path, {}, form=session)
        survey = re.match(r"/answer/\d+/", here.path)[0]
        check = client.get(f"{survey}check/")
        cookies = client.browser_cookies()
        sent = client.post(check.path, {}, form=check)
        offline = self._seen(client, client.get(f"/join/{code}/offline/"))
        return {"session": page, "offline": offline, "next person": PublicPage(sent.path, sent.path, 200, cookies)}

    @staticmethod
    def _choose(client: SiteClient, pictures: Iterable[str]) -> Reply:
        """Press the pictures of a code one by one."""
        here = client.get(FIXED["come back"])
        for word in pictures:
            here = client.post(FIXED["come back"], {"add": word}, form=here)
        return here

    def _kind_of(self, path: str) -> str:
        survey, key = re.match(r"/answer/(\d+)/question/([^/]+)/", path).groups()
        sql = "SELECT kind FROM surveys_question WHERE page_id = ? AND key = ?"
        return self.site.rows(sql, survey, key)[0][0]


def begin(client: SiteClient, start: str) -> Reply:
    """Press "start" on a survey's first page. Returns the page that asks who is answering."""
    form = client.get(start)
    here = client.post(start, {}, form=form)
    assert here.path.endswith("/who/"), f"Starting at {start} ended at {here.path} ({here.status})."
    return here


def answer(client: SiteClient, question: Reply, data: dict) -> Reply:
    """Answer a question and press "next". Returns the next step."""
    after = client.post(question.path, {**data, "go": "next"}, form=question)
    assert after.path != question.path, f"{question.path} did not take {data}."
    return after
