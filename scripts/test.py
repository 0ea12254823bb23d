"""Run the whole suite: everything on SQLite, and beside it all but browser and markup tests on PostgreSQL.

With CI=true whatever cannot run is a failure; otherwise it is said plainly at the end.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from scripts.postgres import embedded_postgres
from scripts.tools import install_missing

ROOT = Path(__file__).resolve().parent.parent
Result = tuple[str, bool]


def run_pytest(title: str, arguments: list[str], database_url: str = "", output: IO[str] | None = None) -> Result:
    """Run pytest on a database (SQLite where no address is given). Returns a line for the summary and success.

    What it says goes to ``output``, or straight to the terminal.
    """
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    if "faults" in arguments:
        environment["ENGAGE_FAULTS"] = "full"
    print(f"\n== {title}", file=output, flush=True)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", *arguments]
    status = subprocess.call(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
    words = "passed" if status == 0 else "FAILED"
    return f"{words:7} {title} ({time.monotonic() - began:.0f} s)", status == 0


def run_on_postgres(title: str, arguments: list[str], output: IO[str] | None = None) -> Result:
    """Run pytest on an embedded PostgreSQL; where there is none, say so."""
    try:
        with embedded_postgres() as address:
            return run_pytest(title, arguments, address, output)
    except Exception as error:  # whatever the wheel meets on this machine
        return f"missing {title}: PostgreSQL did not start ({type(error).__name__}: {error})", False


def run_side_by_side(workers: int) -> list[Result]:
    """Both databases at once: while one waits for a browser or makes its tables, the other one uses the processors.

    What is said of PostgreSQL is printed when SQLite is through.
    """
    common = ["-q", "--dist", "worksteal", "-n"]
    on_postgres = [*common, str(max(1, workers // 2)), "-m", "not browser and not html and not faults"]
    with tempfile.TemporaryFile("w+") as kept, ThreadPoolExecutor() as beside:
        other = beside.submit(run_on_postgres, "all tests of the database on PostgreSQL", on_postgres, kept)
        results = [run_pytest("all tests on SQLite", [*common, str(workers)]), other.result()]
        kept.seek(0)
        print(kept.read(), flush=True)
    return results


def main() -> int:
    parser = argparse.ArgumentParser(prog="make test")
    parser.add_argument("--workers", type=int, default=2, help="how many processes run tests on SQLite")
    parser.add_argument("--faults", action="store_true", help="only the tests that break things on purpose")
    options = parser.parse_args()
    in_ci = os.environ.get("CI", "").lower() == "true"

    missing = install_missing()
    for sentence in missing:
        print(sentence, file=sys.stderr, flush=True)
    if options.faults:
        breaking = ["-q", "-s", "-m", "faults"]
        results = [
            run_pytest("tests that break things, on SQLite", breaking),
            run_on_postgres("tests that break things, on PostgreSQL", breaking),
        ]
    else:
        results = run_side_by_side(options.workers)

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
