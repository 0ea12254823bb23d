"""The demo as its visitors meet it: started by ``make demo``'s own script, in a folder of its own.

Loading the demo takes some seconds, so it is done once for a whole test run: the first worker
that needs it builds a template folder (SQLite file, uploads, static files) under a file lock,
and each worker starts a server on a copy. Nothing is shared with the database of the other
tests, so they may flush theirs, and these see the same hashed static files, headers and
compression as a visitor of the real thing.
"""

import fcntl
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import psycopg

from tests.harness.client import SiteClient

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASE = "engage.sqlite3"
PASSWORD = "northdale-tests-only"
SECONDS_TO_START = 300


@dataclass(frozen=True)
class DemoSite:
    """A running demo: its address, the folder with its data, and the process that serves it.

    ``database_url`` is the address of its PostgreSQL; empty where it has a file of SQLite.
    """

    url: str
    var: Path
    process: subprocess.Popen
    database_url: str = ""

    def client(self) -> SiteClient:
        """A visitor whom nobody knows yet."""
        return SiteClient(self.url)

    def signed_in(self, username: str) -> SiteClient:
        """A visitor who has signed in to the admin as one of the demo's people."""
        client = self.client()
        form = client.get("/admin/login/")
        reply = client.post("/admin/login/", {"username": username, "password": PASSWORD}, form=form)
        assert reply.path == "/admin/", f"{username} could not sign in: {reply.status} at {reply.path}"
        return client

    def rows(self, sql: str, *values: object) -> list[tuple]:
        """Read from the demo's database; ``?`` stands for each value."""
        if self.database_url:
            with psycopg.connect(self.database_url) as database:
                return database.execute(sql.replace("%", "%%").replace("?", "%s"), values).fetchall()
        with sqlite3.connect(self.var / DATABASE) as database:
            return database.execute(sql, values).fetchall()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def lasting_port() -> int:
    """A free port that stays free while our server is down: below those that systems hand out by themselves."""
    while True:
        port = random.SystemRandom().randrange(20_000, 30_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


@contextmanager
def running_demo(
    var: Path,
    port: int | None = None,
    *,
    own_group: bool = False,
    database_url: str = "",
    workers: int = 1,
    background: bool = False,
) -> Iterator[DemoSite]:
    """Run the demo on the data of a folder (made if it is empty), until the block ends.

    One process answers unless told otherwise: each takes as long to start as some tests.
    ``own_group`` puts it in a process group of its own, to be killed as a whole. ``database_url``
    is the address of a PostgreSQL database to use instead of the file of SQLite in the folder.
    ``background`` runs the worker beside it: what it does to the folder may end a moment after the block.
    """
    port = port or free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment.pop("DATABASE_URL", None)
    environment.update(ENGAGE_VAR=str(var), PORT=str(port), DEMO_PASSWORD=PASSWORD, WORKERS=str(workers))
    environment["BACKGROUND"] = "1" if background else "0"
    if database_url:
        environment["DATABASE_URL"] = database_url
    log_path = var.parent / f"{var.name}.log"
    with log_path.open("w") as log:
        command = [sys.executable, "-m", "scripts.demo"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=own_group
        )
    site = DemoSite(f"http://127.0.0.1:{port}", var, process, database_url)
    try:
        _wait_until_it_answers(site, log_path)
        yield site
    finally:
        process.terminate()
        process.wait(timeout=20)


def migrated_file(shared: Path) -> Path:
    """An SQLite file with all migrations and nothing else, where the tests' own database was made of one."""
    return shared / "migrated.sqlite3"


def copy_of_demo(shared: Path, var: Path) -> Path:
    """Copy the demo's data to ``var``, building it in ``shared`` first where no other worker has."""
    template = shared / "demo-template"
    with (shared / "demo-template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (template / "complete").exists():
            shutil.rmtree(template, ignore_errors=True)
            template.mkdir()
            if migrated_file(shared).exists():
                shutil.copy(migrated_file(shared), template / DATABASE)
            with running_demo(template):
                pass
            (template / "complete").touch()
    shutil.copytree(template, var)
    return var


@contextmanager
def database_beside(database_url: str) -> Iterator[str]:
    """A new, empty database on the same PostgreSQL server, removed afterwards. Gives its address."""
    name = f"demo_{os.getpid()}"
    with psycopg.connect(database_url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield database_url.rsplit("/", 1)[0] + f"/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _wait_until_it_answers(site: DemoSite, log_path: Path) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up_at:
        if site.process.poll() is not None:
            break
        try:
            site.client().get("/display/")
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The demo did not start:\n{log_path.read_text()[-4000:]}")
