"""The worker: jobs at their times, none stopped by another, and what the health page says of it."""

import re
import signal
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.db.models import F
from django.utils import timezone

from engage.core.mail.posting import store
from engage.core.models import JobRun, OutboxMessage
from engage.core.worker import running, stopping
from engage.settings.base import ENGAGE_WORKER_JOBS
from tests.builders import make_ambassador, make_officer

ROOT = Path(__file__).resolve().parent.parent.parent
ran: list[str] = []


def good() -> int:
    ran.append("good")
    return 3


def bad() -> int:
    ran.append("bad")
    raise ValueError("somebody@example.org")


def daily() -> int:
    ran.append("daily")
    return 1


@pytest.fixture
def jobs(settings):
    ran.clear()
    names = {"good": 1, "bad": 1, "daily": 24 * 3600}
    settings.ENGAGE_WORKER_JOBS = {f"{__name__}.{name}": seconds for name, seconds in names.items()}


@pytest.mark.django_db
def test_a_job_that_fails_stops_no_other_and_is_written_down_without_what_it_said(jobs, caplog):
    running.run_round()
    assert ran == ["good", "bad", "daily"]
    done = dict(JobRun.objects.values_list("job", "done"))
    assert done == {f"{__name__}.good": 3, f"{__name__}.bad": 0, f"{__name__}.daily": 1}
    assert JobRun.objects.get(job__endswith="bad").problem == "ValueError"
    assert "ValueError" in caplog.text
    assert "example.org" not in caplog.text


@pytest.mark.django_db
def test_a_daily_job_runs_once_a_day_whoever_runs_it(jobs):
    for _number in range(3):
        running.run_round()
    assert (ran.count("good"), ran.count("daily")) == (3, 1)
    JobRun.objects.update(started_at=timezone.now() - timedelta(hours=25))
    running.run_round()
    running.run_round()
    assert ran.count("daily") == 2


@pytest.mark.django_db
def test_a_daily_job_that_failed_is_run_again_after_an_hour(jobs, settings):
    settings.ENGAGE_WORKER_JOBS = {f"{__name__}.bad": 24 * 3600}
    for minutes in (0, 50, 15):
        JobRun.objects.update(started_at=F("started_at") - timedelta(minutes=minutes))
        running.run_round()
    assert ran == ["bad", "bad"]


@pytest.mark.django_db
def test_a_job_that_cannot_be_found_or_a_database_that_goes_away_ends_nothing(jobs, settings, monkeypatch):
    settings.ENGAGE_WORKER_JOBS = {"nowhere.at_all": 1, **settings.ENGAGE_WORKER_JOBS}
    assert f"{__name__}.good" in running.run_round()
    begin = running.begin

    def away(job, **when):
        if job.endswith("good"):
            raise DatabaseError
        return begin(job, **when)

    monkeypatch.setattr(running, "begin", away)
    JobRun.objects.update(started_at=None)
    assert running.run_round() == {f"{__name__}.daily": 1}


@pytest.mark.django_db
def test_the_jobs_of_the_settings_run_on_an_empty_database(settings):
    settings.ENGAGE_WORKER_JOBS = ENGAGE_WORKER_JOBS
    assert set(running.run_round()) == set(ENGAGE_WORKER_JOBS)


@pytest.mark.django_db
def test_once_does_what_is_due_and_says_so(jobs, capsys):
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    try:
        call_command("run_worker", once=True)
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    assert "good: 3" in capsys.readouterr().out


def test_it_ends_cleanly_when_it_is_asked_and_when_its_parent_is_gone(tmp_path):
    program = (
        "import os, subprocess, sys, time\n"
        "worker = [sys.executable, 'manage.py', 'run_worker', '--with-parent', str(os.getpid())]\n"
        "child = subprocess.Popen(worker)\n"
        "print('worker', child.pid, flush=True)\n"
        "time.sleep(300)"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "engage.settings.dev", "ENGAGE_VAR": str(tmp_path), "PATH": "/usr/bin"}
    log = tmp_path / "log"
    with log.open("w") as out:
        start = partial(subprocess.Popen, cwd=ROOT, env=environment, stdout=out, stderr=out)
        asked, parent = start([sys.executable, "manage.py", "run_worker"]), start([sys.executable, "-c", program])
        # Without tables every job fails, and says so: then both are at work.
        assert within(120, lambda: log.read_text().count("begin (engage.core.mail.sending.send_due") >= 2)
        child = re.search(r"worker (\d+)", log.read_text())[1]
        asked.terminate()
        parent.kill()
        assert asked.wait(timeout=60) == 0
        parent.wait()
    assert within(60, lambda: is_gone(child))


def is_gone(pid: str) -> bool:
    """Whether a process has ended; nobody may have asked yet how."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True).stdout.strip()
    return not state or state.startswith("Z")


def within(seconds: float, is_so) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.django_db
def test_healthz_is_well_while_a_worker_signs_and_mail_goes_out(client, jobs):
    reply = client.get("/healthz")
    assert (reply.status_code, reply.json()["worker_seen_seconds_ago"]) == (503, None)
    running.run_round()
    (row,) = store(kind="tests", subject="Marker", body="Marker words", recipients=["marker@example.org"])
    reply = client.get("/healthz")
    assert reply.status_code == 200
    assert reply.json() == {
        "well": True,
        "database": True,
        "worker_seen_seconds_ago": 0,
        "oldest_mail_waits_seconds": 0,
        "dead_mails": 0,
        "jobs_failing": 1,
    }
    assert "no-store" in reply.headers["Cache-Control"]
    assert "arker" not in reply.text
    OutboxMessage.objects.filter(pk=row.pk).update(due_at=timezone.now() - timedelta(hours=2))
    assert client.get("/healthz").status_code == 503
    OutboxMessage.objects.filter(pk=row.pk).update(state="dead")
    reply = client.get("/healthz")
    assert (reply.status_code, reply.json()["dead_mails"]) == (200, 1)
    JobRun.objects.update(ended_at=timezone.now() - timedelta(minutes=6))
    assert client.get("/healthz").status_code == 503
    assert client.post("/healthz").status_code == 405


@pytest.mark.django_db
def test_without_a_database_healthz_says_so(client, monkeypatch):
    def away():
        raise DatabaseError("password=secret")

    monkeypatch.setattr("engage.core.health.health", away)
    reply = client.get("/healthz")
    assert (reply.status_code, reply.json()) == (503, {"well": False, "database": False})


@pytest.mark.django_db
def test_officers_see_the_health_of_the_work_and_others_do_not(client, jobs):
    client.force_login(make_officer())
    page = client.get("/admin/reports/health/").text
    assert "Not there" in page
    running.run_round()
    page = client.get("/admin/reports/health/").text
    assert "It works." in page
    assert "ValueError" in page
    assert "/admin/reports/health/" in client.get("/admin/").text
    client.force_login(make_ambassador())
    assert client.get("/admin/reports/health/").status_code == 302


def test_waiting_ends_when_somebody_asks(monkeypatch):
    monkeypatch.setattr(stopping, "_asked", False)
    stopping.ask_to_stop()
    began = time.monotonic()
    stopping.wait_for_stop(600)
    assert stopping.is_asked_to_stop()
    assert time.monotonic() - began < 300
