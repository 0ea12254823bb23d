"""200 families of 1 to 4 for 20 places at once, while some cancel and an officer changes how many places there are.

``make faults`` does it in the size of the safety plan, on SQLite and PostgreSQL, and prints what it counted. A plain
test run tries a small crowd on each database (tests/events/test_races.py).
"""

import os
import threading
import time
from collections.abc import Iterator

import pytest
from django.db import connection

from tests.editing import form_fields
from tests.events.crowd import SECONDS_TO_TYPE, Tally, Visitor, Watch, crowd, unfair
from tests.events.test_managing import WAYS, wrong_tokens
from tests.faults.booking_events import make_events
from tests.harness.client import Reply
from tests.harness.site import DemoSite, copy_of_demo, database_beside, running_demo

pytestmark = pytest.mark.faults
ROUNDS, PEOPLE, AT_ONE_MOMENT, PLACES, TOKENS = 20, 200, 150, 20, 1_000
CANCEL_EVERY = 9
CAPACITIES = (PLACES + 3, PLACES - 4, PLACES + 6, PLACES)


@pytest.fixture(scope="module")
def site(shared_folder, tmp_path_factory, django_db_setup) -> Iterator[DemoSite]:
    """A demo on the database that is under test, with two processes and the worker beside them."""
    var = tmp_path_factory.mktemp("crowds") / "var"
    if connection.vendor == "postgresql":
        settings = connection.settings_dict
        server = (
            f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT']}/postgres"
        )
        with database_beside(os.environ.get("DATABASE_URL", server)) as url:
            var.mkdir()
            with running_demo(var, database_url=url, workers=2, background=True) as running:
                yield running
        return
    with running_demo(copy_of_demo(shared_folder, var), workers=2, background=True) as running:
        yield running


class Officer(threading.Thread):
    """Changes the places of an event in the page editor again and again, and publishes."""

    def __init__(self, site: DemoSite, page_pk: int) -> None:
        super().__init__(daemon=True)
        self.client = site.signed_in("officer")
        self.path, self.done, self.statuses = f"/admin/pages/{page_pk}/edit/", threading.Event(), []

    def run(self) -> None:
        for capacity in CAPACITIES * 100:
            if self.done.is_set():
                return
            fields = form_fields(self.client.get(self.path).text, "page-edit-form")
            fields |= {"passages-count": "0", "heard-count": "0", "action-publish": "1"}
            fields["sessions-0-capacity"] = str(capacity)
            reply = self.client.post(self.path, fields, form=Reply(200, self.path, ""))
            self.statuses.append(reply.status)


def one_round(site: DemoSite, page_pk: int, session_pk: int, people: int, *, at_the_same_moment: bool) -> Tally:
    officer, watch = Officer(site, page_pk), Watch(site.rows, session_pk)
    for thread in (officer, watch):
        thread.start()
    tally = crowd(site.url, session_pk, people, at_the_same_moment=at_the_same_moment, cancel_every=CANCEL_EVERY)
    for thread in (officer, watch):
        thread.done.set()
        thread.join()
    tally.over = watch.over
    tally.statuses.update(officer.statuses)
    tally.broken += unfair(site.rows, session_pk)
    stored = site.rows("SELECT COUNT(*) FROM events_booking WHERE session_id = ?", session_pk)[0][0]
    if stored != people:
        tally.broken.append(f"{people} families booked, {stored} bookings are stored")
    return tally


@pytest.mark.parametrize("at_the_same_moment", [False, True], ids=["crowd", "barrier"])
def test_never_more_places_than_there_are_and_nobody_is_passed(site, at_the_same_moment, capsys):
    people, whole = (AT_ONE_MOMENT if at_the_same_moment else PEOPLE), Tally()
    for page_pk, session_pk in make_events(site, ROUNDS, PLACES):
        whole.add(one_round(site, page_pk, session_pk, people, at_the_same_moment=at_the_same_moment))
    mails = site.rows("SELECT COUNT(*) FROM core_outboxmessage WHERE kind LIKE 'events.%'")[0][0]
    with capsys.disabled():
        print(
            f"\n{connection.vendor}, {ROUNDS} rounds of {people} families"
            f"{' who press at one moment' if at_the_same_moment else ''}: {whole.tried} tried, {dict(whole.answers)},"
            f" over {whole.over}, 5xx {whole.server_errors}, wrong {whole.broken[:5]},"
            f" {whole.tried / whole.seconds:.0f} families a second, {mails} e-mails written"
        )
    assert (whole.over, whole.server_errors, whole.broken) == (0, 0, [])
    assert whole.answers["none"] == 0 and sum(whole.answers.values()) == whole.tried


def book_one(site: DemoSite, session_pk: int, number: int) -> str:
    """The token of a booking that is made now."""
    visitor, path = Visitor(site.url, number), f"/events/book/{session_pk}/"
    hidden = visitor.open_form(path)
    time.sleep(SECONDS_TO_TYPE)
    typed = [("name", "Sam"), ("email", "sam@families.example"), ("adults", 1)]
    _body, place = visitor.ask("POST", path, [*hidden, *typed])
    return place.rstrip("/").rsplit("/", 1)[1]


def test_no_wrong_link_opens_a_booking(site, capsys):
    ((_page_pk, session_pk),) = make_events(site, 1, 4)
    tokens = [book_one(site, session_pk, number) for number in range(2)]
    visitor, accepted = Visitor(site.url, 7), 0
    before = site.rows("SELECT id, status, changed_at FROM events_booking WHERE session_id = ?", session_pk)
    # With a cookie and a token of their own: else Django would refuse before anybody looks at the link.
    hidden = visitor.open_form(f"/events/book/{session_pk}/")
    for number, token in enumerate(wrong_tokens(*tokens, TOKENS)):
        method, action = WAYS[number % len(WAYS)]
        ends = {"manage": "", "calendar": "event.ics"}.get(action, f"{action.replace('_', '-')}/")
        visitor.ask(method.upper(), f"/events/booking/{token}/{ends}", hidden if method == "post" else ())
        accepted += visitor.statuses[-1] != 404
    after = site.rows("SELECT id, status, changed_at FROM events_booking WHERE session_id = ?", session_pk)
    with capsys.disabled():
        print(
            f"\n{connection.vendor}: {TOKENS} wrong links tried, {accepted} accepted, {len(before)} bookings unchanged"
        )
    assert accepted == 0 and before == after
