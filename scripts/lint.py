"""Run every check of style, types, templates and layers, and say at the end which of them failed.

Two run side by side, the long ones first; what each says is printed when it has ended.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
SIDE_BY_SIDE = 2

CHECKS = {
    "types": ["mypy"],
    "template markup": ["curlylint", "templates"],
    "layers": ["lint-imports"],
    "ruff": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "template indentation": ["djhtml", "--check", "--tabwidth", "2", "templates"],
}


def run(command: list[str]) -> subprocess.CompletedProcess:
    """Run a program of this environment; its output and errors come together, in ``stdout``."""
    program, *arguments = command
    return subprocess.run(
        [str(PROGRAMS / program), *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def main() -> int:
    failed = []
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        running = {pool.submit(run, command): name for name, command in CHECKS.items()}
        for check in as_completed(running):
            print(f"== {running[check]}\n{check.result().stdout}", end="", flush=True)
            if check.result().returncode:
                failed.append(running[check])
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
