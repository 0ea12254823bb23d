"""Running the jobs of ``ENGAGE_WORKER_JOBS``: each at its own time, none stopped by another."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from engage.core.worker.models import JobRun
from engage.core.worker.stopping import is_asked_to_stop, wait_for_stop

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_ROUNDS = 2
# Jobs of every round sign their row this seldom when they had nothing to do.
SIGN_EVERY = timedelta(seconds=15)
# A daily job that failed need not wait for the next day.
AGAIN_AFTER_FAILURE = timedelta(hours=1)


def run_forever() -> None:
    """Run whatever is due, again and again, until the process is asked to stop."""
    while not is_asked_to_stop():
        run_round()
        wait_for_stop(SECONDS_BETWEEN_ROUNDS)


def run_round() -> dict[str, int]:
    """Run each job that is due, once. Returns how much each did; a job that failed is not in it."""
    done = {}
    for job, seconds in settings.ENGAGE_WORKER_JOBS.items():
        if is_asked_to_stop():
            break
        renew_connection()
        try:
            count = run_job(job, every=timedelta(seconds=seconds))
        except DatabaseError as error:
            # The database is away: the next job tries a new connection.
            logger.error("A job could not begin (%s, %s)", job, type(error).__name__)
            renew_connection()
        else:
            if count is not None:
                done[job] = count
    return done


def renew_connection() -> None:
    """Let go of a connection to the database that is broken or old; the next query opens another."""
    if not connection.in_atomic_block:
        close_old_connections()


def run_job(job: str, *, every: timedelta) -> int | None:
    """Run a job unless somebody began it less than ``every`` ago. Returns how much it did; None when it did not run.

    Its row says how it went. What it raises is written down by name and goes no further.
    """
    if not begin(job, every=every):
        return None
    problem, done = "", 0
    try:
        done = import_string(job)()
    except Exception as error:
        problem = type(error).__name__
        # The name only: what an error says can hold somebody's address or words.
        logger.error("A job failed (%s, %s)", job, problem)
        renew_connection()
    _sign(job, done=done, problem=problem)
    if problem and every > AGAIN_AFTER_FAILURE:
        JobRun.objects.filter(job=job).update(started_at=timezone.now() - every + AGAIN_AFTER_FAILURE)
    return None if problem else done


def begin(job: str, *, every: timedelta) -> bool:
    """Whether it is this worker's turn to run a job: of several, one gets it."""
    now = timezone.now()
    row = JobRun.objects.filter(job=job).first()
    if row is None:
        _row, made = JobRun.objects.get_or_create(job=job, defaults={"started_at": now})
        return made
    if every < SIGN_EVERY:
        # Jobs of every round share their work among themselves.
        return True
    if row.started_at is not None and row.started_at > now - every:
        # Only looked at: a change would take SQLite's write lock every two seconds.
        return False
    free = Q(started_at__isnull=True) | Q(started_at__lte=now - every)
    return bool(JobRun.objects.filter(free, job=job).update(started_at=now))


def _sign(job: str, *, done: int, problem: str) -> None:
    now = timezone.now()
    rows = JobRun.objects.filter(job=job)
    if not done:
        rows = rows.filter(Q(ended_at__isnull=True) | Q(ended_at__lte=now - SIGN_EVERY) | ~Q(problem=problem))
    rows.update(ended_at=now, done=done, problem=problem)
