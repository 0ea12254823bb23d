"""Events with one session each in a demo's own database, for crowds that book.

Run in a process of its own with the demo's settings: ``python -m tests.faults.booking_events HOW_MANY CAPACITY``.
Prints pairs of the page's and the session's number as JSON.
"""

import json
import os
import subprocess
import sys

from tests.harness.site import ROOT, DemoSite


def make_events(site: DemoSite, how_many: int, capacity: int) -> list[tuple[int, int]]:
    """Make them in a running demo; page and session of each."""
    environment = {
        **os.environ,
        "ENGAGE_VAR": str(site.var),
        "DJANGO_SETTINGS_MODULE": "engage.settings.dev",
        "DEBUG": "0",
        **({"DATABASE_URL": site.database_url} if site.database_url else {}),
    }
    command = [sys.executable, "-m", "tests.faults.booking_events", str(how_many), str(capacity)]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [(page, session) for page, session in json.loads(made.stdout.splitlines()[-1])]


def main() -> None:
    import django

    django.setup()

    from tests.builders import make_consultation, make_event

    how_many, capacity = (int(argument) for argument in sys.argv[1:])
    consultation = make_consultation(title="Crowds", slug=f"crowds-{os.getpid()}")
    events = [
        make_event(parent=consultation, capacity=capacity, slug=f"crowd-{number}", title="Tea and talk")
        for number in range(how_many)
    ]
    print(json.dumps([(event.pk, event.sessions.get().pk) for event in events]))


if __name__ == "__main__":
    main()
