"""The server is killed while people answer; they press again, as people do.

``make faults`` sets ENGAGE_FAULT_ROUNDS to the size of the safety plan; a plain test run kills it a few times.
"""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from http.client import HTTPException

import pytest

from consultations.surveys.enums import QuestionKind, ResponseStatus
from scripts.demo import port_is_free
from tests.browser.pages import begin, find_path
from tests.harness.client import Reply
from tests.harness.site import DemoSite, copy_of_demo, lasting_port, running_demo

pytestmark = pytest.mark.faults

KILLS = int(os.environ.get("ENGAGE_FAULT_ROUNDS", "3"))
RESPONDENTS = 8
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


def test_nothing_acknowledged_is_lost_or_doubled_when_the_server_is_killed(shared_folder, tmp_path):
    var = copy_of_demo(shared_folder, tmp_path / "var")
    port = lasting_port()
    moments = random.Random(118)
    stop = threading.Event()
    respondents: list[Respondent] = []
    for _kill in range(KILLS):
        with running_demo(var, port, own_group=True) as site:
            if not respondents:
                respondents = meet(site, stop)
            time.sleep(moments.uniform(0.5, 2.5))
            kill(site)
    with running_demo(var, port) as site:
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
    doubled = {words for words in stored if stored.count(words) > 1}
    broken = [problem for respondent in respondents for problem in respondent.broken]
    print(
        f"\n{KILLS} kills, {RESPONDENTS} respondents: {sum(one.tried for one in respondents)} tried,"
        f" {len(acknowledged)} acknowledged, {sum(one.repeats for one in respondents)} repeats,"
        f" {len(lost)} lost, {len(doubled)} doubled, {len(broken)} broken."
    )
    assert not any(respondent.is_alive() for respondent in respondents)
    assert acknowledged
    assert (lost, doubled, broken) == (set(), set(), [])


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
