"""The server is killed while people answer; they press again, as people do.

``make faults`` does it in the size of the safety plan, on SQLite and PostgreSQL; a plain test run kills it a few times.
"""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from http.client import HTTPException

import pytest
from django.db import connection

from consultations.surveys.enums import QuestionKind, ResponseStatus
from scripts.demo import port_is_free
from tests.browser.pages import begin, find_path
from tests.harness.client import Reply
from tests.harness.site import DemoSite, copy_of_demo, database_beside, lasting_port, running_demo

pytestmark = pytest.mark.faults

FULL = os.environ.get("ENGAGE_FAULTS") == "full"
KILLS, RESPONDENTS, ACKNOWLEDGED = (50, 16, 2_000) if FULL else (3, 8, 15)
SECONDS_TO_GIVE_UP = 120


class Respondent(threading.Thread):
    """Answers one survey after another until told to stop, and tries again whatever breaks.

    ``acknowledged`` holds the words of every answer whose thank-you page was seen.
    """

    def __init__(self, number: int, site: DemoSite, start: str, question: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.number, self.site, self.start_path, self.question, self.stop = number, site, start, question, stop
        self.acknowledged: list[str] = []
        self.tried = 0
        self.repeats = 0
        self.broken: list[str] = []

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self.tried += 1
                self._respond(f"marker-{self.number}-{self.tried}")
        except Exception as error:
            self.broken.append(f"respondent {self.number}: {type(error).__name__}: {error}")

    def _respond(self, words: str) -> None:
        client = self.site.client()
        self._patiently(lambda: begin(client, self.start_path))
        page = self._patiently(lambda: client.get(self.question))
        self._patiently(lambda: client.post(self.question, {"answer": words, "go": "next"}, form=page))
        check_path = self.question.split("question/")[0] + "check/"
        check = self._patiently(lambda: client.get(check_path))
        thanks = self._patiently(lambda: client.post(check_path, {}, form=check))
        assert thanks.path.endswith("/thank-you/"), f"Sending {words} ended at {thanks.path}."
        self.acknowledged.append(words)

    def _patiently(self, step: Callable[[], Reply]) -> Reply:
        give_up_at = time.monotonic() + SECONDS_TO_GIVE_UP
        while time.monotonic() < give_up_at:
            try:
                reply = step()
            except (OSError, HTTPException):
                self.repeats += 1
                time.sleep(0.1)
                continue
            if reply.status >= 500:
                self.broken.append(f"{reply.path} answered {reply.status}")
            return reply
        raise TimeoutError("the server did not come back")


def kill(site: DemoSite) -> None:
    """SIGKILL to the server and its workers at once: no handler runs, nothing is flushed."""
    os.killpg(site.process.pid, signal.SIGKILL)
    site.process.wait(timeout=10)
    # The workers are not our children: the system may take a moment to give their port back.
    port = int(site.url.rsplit(":", 1)[1])
    give_up_at = time.monotonic() + 10
    while not port_is_free(port) and time.monotonic() < give_up_at:
        time.sleep(0.05)


@pytest.fixture
def demo(django_db_setup, shared_folder, tmp_path) -> Iterator[Callable[..., AbstractContextManager[DemoSite]]]:
    """Start the same demo again and again, on the kind of database that the tests have."""
    port = lasting_port()
    if connection.vendor == "sqlite":
        var = copy_of_demo(shared_folder, tmp_path / "var")
        yield partial(running_demo, var, port)
        return
    (tmp_path / "var").mkdir()
    with database_beside(os.environ["DATABASE_URL"]) as address:
        yield partial(running_demo, tmp_path / "var", port, database_url=address)


def test_nothing_acknowledged_is_lost_or_doubled_when_the_server_is_killed(demo):
    moments = random.Random(118)
    stop = threading.Event()
    respondents: list[Respondent] = []
    for number in range(KILLS):
        with demo(own_group=True, workers=2) as site:
            if not respondents:
                respondents = meet(site, stop)
            wait_for(respondents, ACKNOWLEDGED * number // KILLS)
            time.sleep(moments.uniform(0.5, 2.5))
            kill(site)
    with demo() as site:
        wait_for(respondents, ACKNOWLEDGED)
        stop.set()
        for respondent in respondents:
            respondent.join(timeout=SECONDS_TO_GIVE_UP)
        stored = [
            text
            for (text,) in site.rows(
                "SELECT answer.text FROM surveys_answer AS answer JOIN surveys_response AS response"
                " ON answer.response_id = response.id WHERE response.status = ? AND answer.text LIKE 'marker-%'",
                ResponseStatus.SENT.value,
            )
        ]
    acknowledged = [words for respondent in respondents for words in respondent.acknowledged]
    lost = set(acknowledged) - set(stored)
    doubled = {words for words, times in Counter(stored).items() if times > 1}
    broken = [problem for respondent in respondents for problem in respondent.broken]
    print(
        f"\n{connection.vendor}: {KILLS} kills, {RESPONDENTS} respondents:"
        f" {sum(one.tried for one in respondents)} tried,"
        f" {len(acknowledged)} acknowledged, {sum(one.repeats for one in respondents)} repeats,"
        f" {len(lost)} lost, {len(doubled)} doubled, {len(broken)} broken."
    )
    assert not any(respondent.is_alive() for respondent in respondents)
    assert len(acknowledged) >= ACKNOWLEDGED
    assert (lost, doubled, broken) == (set(), set(), [])


def wait_for(respondents: list[Respondent], acknowledged: int) -> None:
    """Until so many answers were acknowledged, or nobody answers any more."""
    while sum(len(one.acknowledged) for one in respondents) < acknowledged:
        if not any(one.is_alive() for one in respondents):
            return
        time.sleep(0.1)


def meet(site: DemoSite, stop: threading.Event) -> list[Respondent]:
    """Start the respondents on the open survey's question in own words."""
    start = find_path(site, "survey open")
    rows = site.rows(
        "SELECT question.page_id, question.key FROM surveys_question AS question"
        " JOIN wagtailcore_page AS page ON page.id = question.page_id"
        " WHERE page.url_path LIKE ? AND question.kind = ? AND NOT question.retired",
        f"%{start}",
        QuestionKind.TEXT.value,
    )
    survey, key = rows[0]
    question = f"/answer/{survey}/question/{key}/"
    respondents = [Respondent(number, site, start, question, stop) for number in range(RESPONDENTS)]
    for respondent in respondents:
        respondent.start()
    return respondents
