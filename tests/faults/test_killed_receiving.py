"""The server is killed while devices without the internet send what they kept: each person arrives once.

``make faults`` kills it more often, on SQLite and on PostgreSQL; a plain test run a few times on SQLite.
"""

import html
import json
import os
import random
import re
import threading
import time
import uuid
from contextlib import ExitStack
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from consultations.surveys.models.responses import new_receipt_code
from scripts.postgres import embedded_postgres
from tests.faults.test_killed_server import kill
from tests.harness.site import DemoSite, copy_of_demo, lasting_port, running_demo
from tests.surveys.devices import milliseconds

pytestmark = pytest.mark.faults

IS_FULL = os.environ.get("ENGAGE_FAULTS") == "full"
# People who wait on each device, devices that send at once, and how often the server dies at most.
PEOPLE, DEVICES, KILLS = (50, 4, 15) if IS_FULL else (50, 2, 1)
DATABASES = ["SQLite", "PostgreSQL"] if IS_FULL else ["SQLite"]
SECONDS_TO_GIVE_UP = 600
STORED = (
    "SELECT answer.text FROM surveys_answer AS answer JOIN surveys_response AS response"
    " ON answer.response_id = response.id WHERE response.status = 'sent' AND answer.text LIKE 'queued-%'"
)


class Device(threading.Thread):
    """Sends its queue like offline-send.js: one by one, away only with the receipt for the key, else again."""

    def __init__(self, number: int, site: DemoSite, path: str, page: str) -> None:
        super().__init__(daemon=True)
        self.address = f"{site.url}{path}receive/"
        self.repeats = 0
        self.broken: list[str] = []
        token = html.unescape(re.search(r'data-token="([^"]*)"', page)[1])
        rules = [json.loads(html.unescape(found)) for found in re.findall(r'data-question="([^"]*)"', page)]
        key = next(rule["key"] for rule in rules if rule["mode"] == "text")
        self.people = [
            {
                "key": str(uuid.uuid4()),
                "token": token,
                "receipt": new_receipt_code(),
                "fields": [[f"{key}-answer", f"queued-{number}-{place}"]],
                "started": milliseconds() - 1000,
                "finished": milliseconds(),
                "display": {},
            }
            for place in range(PEOPLE)
        ]
        self.waiting = list(self.people)

    def run(self) -> None:
        give_up_at = time.monotonic() + SECONDS_TO_GIVE_UP
        while self.waiting and time.monotonic() < give_up_at:
            if self.post(self.waiting[0]):
                self.waiting.pop(0)
            else:
                self.repeats += 1
                time.sleep(0.05)

    def post(self, person: dict) -> bool:
        """Whether the receipt came."""
        body = json.dumps({**person, "now": milliseconds()}).encode()
        try:
            with urlopen(Request(self.address, body, {"Content-Type": "application/json"}), timeout=30) as reply:
                said = json.load(reply)
        except HTTPError as error:
            self.broken.append(f"{error.code}: {error.read()[:200]!r}")
            return False
        except (OSError, HTTPException, ValueError):
            return False
        return (said["key"], said["receipt"]) == (person["key"], person["receipt"])


def meet(site: DemoSite) -> list[Device]:
    """Devices with full queues, in the session of today."""
    code = site.rows("SELECT code FROM surveys_groupsession ORDER BY day DESC LIMIT 1")[0][0]
    path = f"/join/{code}/"
    page = site.client().get(f"{path}offline/").text
    return [Device(number, site, path, page) for number in range(DEVICES)]


@pytest.mark.parametrize("database", DATABASES)
def test_people_who_wait_on_devices_arrive_once_when_the_server_is_killed(database, shared_folder, tmp_path):
    port = lasting_port()
    moments = random.Random(31)
    devices: list[Device] = []
    kills = 0
    with ExitStack() as stack:
        var, address = tmp_path / "var", ""
        if database == "PostgreSQL":
            address = stack.enter_context(embedded_postgres())
            var.mkdir()
        else:
            copy_of_demo(shared_folder, var)
        while kills < KILLS and (not devices or any(device.waiting for device in devices)):
            with running_demo(var, port, own_group=True, database_url=address) as site:
                if not devices:
                    devices = meet(site)
                    for device in devices:
                        device.start()
                time.sleep(moments.uniform(0.05, 0.3))
                kills += any(device.waiting for device in devices)
                kill(site)
        with running_demo(var, port, database_url=address) as site:
            for device in devices:
                device.join(timeout=SECONDS_TO_GIVE_UP)
            arrived = {words for (words,) in site.rows(STORED)}
            # As if no receipt had ever come back: all of them once more.
            again = [device.post(person) for device in devices for person in device.people]
            stored = [words for (words,) in site.rows(STORED)]
    lost = {f"queued-{number}-{place}" for number in range(DEVICES) for place in range(PEOPLE)} - arrived
    doubled = {words for words in stored if stored.count(words) > 1}
    broken = [problem for device in devices for problem in device.broken]
    print(
        f"\n{database}: {DEVICES} devices with {PEOPLE} people each, {kills} kills while they sent,"
        f" {sum(device.repeats for device in devices)} repeats, {len(stored)} stored, {len(lost)} lost,"
        f" {len(doubled)} doubled, {len(broken)} broken."
    )
    assert kills
    assert not any(device.waiting for device in devices)
    assert all(again)
    assert (lost, doubled, broken) == (set(), set(), [])
