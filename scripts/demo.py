"""Start the demo: make the database, load the demo district, serve it like production does.

Run by ``make demo``; safe to run again, which keeps everything. Reads from the environment:

PORT            the port on this machine (8000)
DEMO_PASSWORD   the password of the demo's people; without it one is made up, kept and printed
ENGAGE_VAR      where the database, uploads and static files are (var/)
WORKERS         how many processes answer (2)
BACKGROUND      0 leaves out the worker, which sends e-mails and does the daily work (1)
DATABASE_URL    another database than the SQLite file in there
"""

import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
# As in deploy/engage.service; docs/decisions/0021 says why so many.
WORKERS, THREADS = "2", "4"
LOGINS = ("officer", "ambassador", "safeguarding", "admin")


def port_is_free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def choose_password(given: str, kept_in: Path, *, everybody_has_one: bool) -> tuple[str, str]:
    """The password to set (empty: leave the passwords alone) and what to say about it.

    A password that we made up is kept in a file that only its owner may read, so that the next
    run can say it again. One that somebody chose is kept nowhere.
    """
    if given:
        kept_in.unlink(missing_ok=True)
        return given, "the one in DEMO_PASSWORD"
    if everybody_has_one and not kept_in.exists():
        return "", "the one you chose in an earlier run; DEMO_PASSWORD=... sets another"
    if not kept_in.exists():
        kept_in.touch(mode=0o600)
        kept_in.write_text("-".join(secrets.token_hex(2) for _ in range(3)))
    kept = kept_in.read_text().strip()
    return ("", f"{kept} (as before)") if everybody_has_one else (kept, kept)


def everybody_has_a_password() -> bool:
    """Whether all of the demo's people are there and can sign in."""
    from django.contrib.auth import get_user_model

    people = get_user_model().objects.filter(username__in=LOGINS)
    return len(people) == len(LOGINS) and all(person.has_usable_password() for person in people)


def prepare(var: Path) -> str:
    """Bring database, demo and static files up to date; say what the password is."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("setup_engage")
    password, words = choose_password(
        os.environ.get("DEMO_PASSWORD", ""), var / "demo-password", everybody_has_one=everybody_has_a_password()
    )
    call_command("load_demo", password=password)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    return words


def start_worker() -> None:
    """Start the worker beside the server that this process becomes. It ends when the server does."""
    subprocess.Popen([sys.executable, "manage.py", "run_worker", "--with-parent", str(os.getpid())], cwd=ROOT)


def serve(port: int) -> NoReturn:
    """Become the server: the same one, with the same application, as in production."""
    os.chdir(ROOT)
    workers = os.environ.get("WORKERS") or WORKERS
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", HOST, "--port", str(port)]
    server += ["--workers", workers, "--blocking-threads", THREADS, "--log-level", "warning"]
    os.execv(sys.executable, [*server, "engage.wsgi:application"])


def main() -> None:
    port = int(os.environ.get("PORT") or 8000)
    if not port_is_free(port):
        sys.exit(f"Port {port} is taken by another program. Try: make demo PORT={port + 1}")
    var = Path(os.environ.get("ENGAGE_VAR") or ROOT / "var")
    var.mkdir(parents=True, exist_ok=True)
    os.environ.update(ENGAGE_VAR=str(var), DJANGO_SETTINGS_MODULE="engage.settings.dev", DEBUG="0", PORT=str(port))
    words = prepare(var)
    print(f"\n  Engage:    http://{HOST}:{port}/")
    print(f"  Sign in:   http://{HOST}:{port}/admin/")
    print(f"  People:    {', '.join(LOGINS)}")
    print(f"  Password:  {words}")
    print("  Stop with Ctrl+C. Everything is kept for the next time.\n", flush=True)
    if os.environ.get("BACKGROUND") != "0":
        start_worker()
    serve(port)


if __name__ == "__main__":
    main()
