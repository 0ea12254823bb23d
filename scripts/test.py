"""Run the whole suite: everything on SQLite, then all but browser and markup tests on PostgreSQL.

With CI=true whatever cannot run is a failure; otherwise it is said plainly at the end.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from scripts.postgres import embedded_postgres
from scripts.tools import install_missing

ROOT = Path(__file__).resolve().parent.parent


def run_pytest(title: str, arguments: list[str], database_url: str = "") -> tuple[str, bool]:
    """Run pytest on a database (SQLite where no address is given). Returns a line for the summary and success."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    if any(argument.startswith("faults") for argument in arguments):
        environment["ENGAGE_FAULTS"] = "full"
    print(f"\n== {title}", flush=True)
    began = time.monotonic()
    status = subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment)
    words = "passed" if status == 0 else "FAILED"
    return f"{words:7} {title} ({time.monotonic() - began:.0f} s)", status == 0


def run_on_postgres(title: str, arguments: list[str]) -> tuple[str, bool]:
    """Run pytest on an embedded PostgreSQL; where there is none, say so."""
    try:
        with embedded_postgres() as address:
            return run_pytest(title, arguments, address)
    except Exception as error:  # whatever the wheel meets on this machine
        return f"missing {title}: PostgreSQL did not start ({type(error).__name__}: {error})", False


def main() -> int:
    parser = argparse.ArgumentParser(prog="make test")
    parser.add_argument("--workers", default="2", help="how many processes run tests side by side")
    parser.add_argument("--faults", action="store_true", help="only the tests that break things on purpose")
    options = parser.parse_args()
    in_ci = os.environ.get("CI", "").lower() == "true"

    missing = install_missing()
    for sentence in missing:
        print(sentence, file=sys.stderr, flush=True)
    common = ["-q", "-n", options.workers]
    if options.faults:
        breaking = ["-q", "-s", "-m", "faults"]
        results = [
            run_pytest("tests that break things, on SQLite", breaking),
            run_on_postgres(
                "tests that break things, on PostgreSQL",
                ["-q", "-s", "-m", "faults and not browser and not html"],
            ),
        ]
    else:
        results = [
            run_pytest("all tests on SQLite", common),
            run_on_postgres(
                "all tests of the database on PostgreSQL", [*common, "-m", "not browser and not html and not faults"]
            ),
        ]

    print("\n== Summary")
    for line, _passed in results:
        print(line)
    for sentence in missing:
        print(f"missing {sentence}")
    failed = any(line.startswith("FAILED") for line, _passed in results)
    absent = bool(missing) or any(not passed for _line, passed in results)
    return 1 if failed or (in_ci and absent) else 0


if __name__ == "__main__":
    sys.exit(main())
