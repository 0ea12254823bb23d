"""The database of the tests: made once for a run, then copied for each worker.

Running all migrations takes longer than any test. The first worker runs them under a file lock and
builds what nearly every test stands on: the home page, the page of consultations and the groups
(``make_standing_rows``). The others copy the outcome: a file of SQLite, or a template database of
PostgreSQL. Tests that commit for real flush those rows; the builders make them again.

On SQLite the migrated file is kept in pytest's cache for the next run, which runs only migrations
that are new; when one that was there has changed or an app is new, all of them run again.
"""

import fcntl
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from tests.builders import make_standing_rows
from tests.harness.site import migrated_file


@contextmanager
def worker_database(shared: Path, worker: str, kept: Path) -> Iterator[None]:
    """Connect this process to its own copy of the template; the last worker to leave removes the template.

    ``shared`` is a folder of this run that all workers see, ``worker`` the name of this one, ``kept`` a
    folder that stays between runs.
    """
    outside = connection.settings_dict["NAME"]
    with _locked(shared):
        template = _template(shared, kept)
        connection.settings_dict["NAME"] = template
        connection.creation.clone_test_db(worker, verbosity=0, autoclobber=True)
        (shared / f"database-{worker}.used").touch()
    connection.settings_dict["NAME"] = own = connection.creation.get_test_db_clone_settings(worker)["NAME"]
    yield
    connections.close_all()
    with _locked(shared):
        _remove(own)
        (shared / f"database-{worker}.used").unlink()
        if not list(shared.glob("database-*.used")):
            _remove(template)
            (shared / "database").unlink()
    connection.settings_dict["NAME"] = outside


def _template(shared: Path, kept: Path) -> str:
    """The name of the template database, which is made here where no worker has made it."""
    noted = shared / "database"
    if noted.exists():
        return noted.read_text()
    name = _migrated_in_file(shared, kept) if connection.vendor == "sqlite" else _migrated()
    make_standing_rows()
    connections.close_all()
    noted.write_text(name)
    return name


def _migrated(*, keepdb: bool = False) -> str:
    return connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=keepdb)


def _migrated_in_file(shared: Path, kept: Path) -> str:
    path = shared / "tests.sqlite3"
    kept_file, kept_list = kept / "migrated.sqlite3", kept / "migrations.json"
    known = json.loads(kept_list.read_text()) if kept_list.exists() else {}
    now = _migrations()
    # An app that is new may have to run before what ran already (Wagtail Localize does).
    as_it_was = bool(known) and known.items() <= now.items() and _apps(known) == _apps(now)
    if as_it_was:
        shutil.copy(kept_file, path)
    connection.settings_dict["TEST"]["NAME"] = str(path)
    name = _migrated(keepdb=as_it_was)
    # Closed, so that nothing is left in the write-ahead log beside it.
    connections.close_all()
    shutil.copy(name, migrated_file(shared))
    if known != now:
        # Another run may read the old pair now: never a new file beside an old list.
        kept_list.unlink(missing_ok=True)
        shutil.copy(name, kept / "new.sqlite3").replace(kept_file)
        kept_list.write_text(json.dumps(now))
    return name


def _migrations() -> dict[str, str]:
    """A digest of the source of each migration that there is, by its module's name."""
    migrations = MigrationLoader(None).disk_migrations.values()
    modules = {migration.__module__ for migration in migrations}
    return {name: sha256(Path(str(sys.modules[name].__file__)).read_bytes()).hexdigest() for name in sorted(modules)}


def _apps(migrations: dict[str, str]) -> set[str]:
    return {module.rsplit(".", 1)[0] for module in migrations}


def _remove(name: str) -> None:
    connection.creation._destroy_test_db(name, verbosity=0)


@contextmanager
def _locked(shared: Path) -> Iterator[None]:
    with (shared / "database.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
