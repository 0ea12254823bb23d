"""The mail server makes trouble while people book and answer, and the worker is killed while it sends.

``make faults`` does it in the size of the safety plan, on SQLite and PostgreSQL; a plain test run does a little of it.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from engage.core.mail.posting import store
from engage.core.mail.sending import send_due
from engage.core.models import OutboxMessage
from tests.harness.mail_server import Handler, mail_server
from tests.harness.site import lasting_port

pytestmark = [pytest.mark.faults, pytest.mark.django_db]

ROOT = Path(__file__).resolve().parent.parent.parent
FULL = os.environ.get("ENGAGE_FAULTS") == "full"
MAILS = 100 if FULL else 5
KILLS, MAILS_WHILE_KILLED = (30, 500) if FULL else (2, 30)
WORKERS = 4
SECONDS_TO_GIVE_UP = 300
LEASE_SECONDS = 3
TROUBLES = {
    "nobody listens": "No e-mail is taken",
    "hang": "The server says nothing after DATA",
    "later": "The server says 451",
    "refuse": "The server says 550",
    "die": "The server hangs up after DATA and has not taken it",
    "die after": "The server hangs up after DATA and has taken it",
}


@pytest.fixture
def port(settings) -> int:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = lasting_port()
    settings.EMAIL_TIMEOUT = 0.3
    return settings.EMAIL_PORT


def write(number: int) -> list[OutboxMessage]:
    """So many e-mails, a transaction each, as bookings make them."""
    return [
        row
        for index in range(number)
        for row in store(
            kind="tests",
            subject=f"Your place {index}",
            body=f"Hello Łucja {index}\n\nhttps://engage.example/{index}",
            recipients=[f"family{index}@example.org"],
            attachments=[("event.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
        )
    ]


def an_hour_later() -> None:
    """Whoever waits for the next try is due."""
    now = timezone.now()
    OutboxMessage.objects.waiting().filter(next_try_at__gt=now).update(next_try_at=now - timedelta(seconds=1))


def send_all() -> int:
    """Let workers run until nothing is due. Returns how many were sent."""
    sent, rounds = 0, 0
    while OutboxMessage.objects.to_send(timezone.now()).exists():
        sent += send_due()
        rounds += 1
        assert rounds <= MAILS * 2, "It does not come to an end."
    return sent


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_a_mail_server_does_not_take_is_sent_later(port, trouble):
    handler = Handler()
    rows = write(MAILS)
    handler.trouble = trouble
    if trouble == "nobody listens":
        refused = send_all()
    else:
        with mail_server(handler, port):
            refused = send_all()
    assert refused == 0
    assert OutboxMessage.objects.waiting().count() == MAILS
    handler.trouble = ""
    an_hour_later()
    before = handler.connections
    with mail_server(handler, port):
        assert send_all() == MAILS
    times = handler.times_by_number()
    print(
        f"\n{connection.vendor}: {TROUBLES[trouble]}: {MAILS} written, {refused} taken then, {len(times)} sent later,"
        f" {len(rows) - len(times)} lost, {sum(times.values()) - len(times)} twice."
    )
    assert set(times) == {row.message_id for row in rows}
    assert OutboxMessage.objects.filter(state="sent", problem="").count() == MAILS
    # Whoever has the first copy knows the second by its number.
    assert max(times.values()) == (2 if trouble == "die after" else 1)
    # One connection for all of a batch.
    assert handler.connections - before == 1
    message = handler.taken[-1]
    assert message["Subject"].startswith("Your place")
    assert "Hello Łucja" in message.get_body(("plain",)).get_content()
    assert '<a href="https://engage.example/' in message.get_body(("html",)).get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["event.ics"]


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_send_each_mail_once(port):
    handler = Handler()
    rows = write(MAILS)
    failed = []

    def work() -> None:
        try:
            while OutboxMessage.objects.to_send(timezone.now()).exists():
                send_due()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    with mail_server(handler, port):
        workers = [threading.Thread(target=work) for _number in range(WORKERS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(timeout=SECONDS_TO_GIVE_UP)
    times = handler.times_by_number()
    print(
        f"\n{connection.vendor}: {WORKERS} workers at once: {MAILS} written, {len(times)} sent,"
        f" {sum(times.values()) - len(times)} twice, {len(failed)} failed."
    )
    assert failed == []
    assert times == Counter(row.message_id for row in rows)
    assert OutboxMessage.objects.filter(state="sent", tries=1).count() == MAILS


def start_worker(port: int, tmp_path: Path) -> subprocess.Popen:
    """A worker in a process of its own, on the tests' database and mail server."""
    name = connection.settings_dict["NAME"]
    address = f"sqlite:///{name}"
    if connection.vendor == "postgresql":
        address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.faults.worker_settings",
        "DATABASE_URL": address,
        "EMAIL_PORT": str(port),
        "LEASE_SECONDS": str(LEASE_SECONDS),
    }
    with (tmp_path / "worker.log").open("a") as log:
        return subprocess.Popen(
            [sys.executable, "manage.py", "run_worker"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )


def wait_until(is_so, worker: subprocess.Popen, tmp_path: Path) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_GIVE_UP
    while not is_so():
        assert worker.poll() is None, (tmp_path / "worker.log").read_text()
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_leaves_no_mail_stuck_and_sends_at_most_one_twice_each_time(port, tmp_path):
    moments = random.Random(118)
    handler = Handler()
    rows = write(MAILS_WHILE_KILLED)
    with mail_server(handler, port):
        for number in range(KILLS):
            worker = start_worker(port, tmp_path)
            enough = MAILS_WHILE_KILLED * (number + 1) // (KILLS + 2)
            wait_until(lambda enough=enough: len(handler.times_by_number()) >= enough, worker, tmp_path)
            time.sleep(moments.uniform(0, 0.05))
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()
        worker = start_worker(port, tmp_path)
        wait_until(lambda: not OutboxMessage.objects.waiting().exists(), worker, tmp_path)
        worker.terminate()
        assert worker.wait(timeout=30) == 0
    times = handler.times_by_number()
    repeated = sum(times.values()) - len(times)
    states = Counter(OutboxMessage.objects.values_list("state", flat=True))
    print(
        f"\n{connection.vendor}: {KILLS} kills, {MAILS_WHILE_KILLED} written, {len(times)} sent,"
        f" {MAILS_WHILE_KILLED - states['sent']} stuck, {len(rows) - len(times)} lost, {repeated} twice."
    )
    assert states == {"sent": MAILS_WHILE_KILLED}
    assert set(times) == {row.message_id for row in rows}
    assert repeated <= KILLS
