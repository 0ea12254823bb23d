"""Run every check of style, types, templates and layers, and say at the end which of them failed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent

CHECKS = {
    "ruff": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "layers": ["lint-imports"],
    "types": ["mypy"],
    "template indentation": ["djhtml", "--check", "--tabwidth", "2", "templates"],
    "template markup": ["curlylint", "templates"],
}


def main() -> int:
    failed = []
    for name, (program, *arguments) in CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.call([str(PROGRAMS / program), *arguments], cwd=ROOT):
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
