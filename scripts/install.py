"""Install what pyproject.toml asks for, at the exact versions of constraints.txt.

Run by the Makefile with the virtual environment's own Python, so it uses the standard library
only. The project itself is not made a package: it is run from its checkout.

    python scripts/install.py          what the site needs
    python scripts/install.py dev      that and what tests and checks need
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def requirements(pyproject: dict, groups: list[str]) -> list[str]:
    """The requirement lines of the project and of the named dependency groups, in file order."""
    wanted = list(pyproject["project"]["dependencies"])
    for group in groups:
        wanted += pyproject["dependency-groups"][group]
    return wanted


def main(groups: list[str]) -> int:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    command += ["--constraint", str(ROOT / "constraints.txt"), *requirements(pyproject, groups)]
    return subprocess.call(command, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
