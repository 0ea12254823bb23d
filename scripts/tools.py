"""The programs outside Python that the tests drive: Chromium, Java and three npm packages.

Found where they are, installed with Debian's or Ubuntu's apt where they are missing and this
user may, and otherwise named plainly. Tests ask ``find_chromium`` and friends.
"""

import os
import shutil
import subprocess
from pathlib import Path

TOOLS_DIR = Path(__file__).resolve().parent.parent / "tests" / "tools"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def find_axe() -> Path | None:
    """The axe-core script."""
    return _existing(TOOLS_DIR / "node_modules" / "axe-core" / "axe.min.js")


def find_screen_reader() -> Path | None:
    """The virtual screen reader, as a module for a browser."""
    package = TOOLS_DIR / "node_modules" / "@guidepup" / "virtual-screen-reader"
    return _existing(package / "lib" / "esm" / "index.browser.js")


def find_html_checker() -> list[str] | None:
    """The command of the Nu HTML checker: Java and its jar."""
    java = shutil.which("java")
    jar = _existing(TOOLS_DIR / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")
    return [java, "-jar", str(jar)] if java and jar else None


def install_missing() -> list[str]:
    """Install what is missing, where that is allowed. Returns a sentence for each thing still missing."""
    if not find_chromium():
        _apt_install("chromium")
    if not shutil.which("java"):
        _apt_install("default-jre-headless")
    if not _npm_packages_are_current():
        if not shutil.which("npm"):
            _apt_install("nodejs", "npm")
        _npm_install()
    missing = []
    if not find_chromium():
        missing.append("Chromium is missing, so the browser tests do not run.")
    if not find_axe():
        missing.append("axe-core is missing (npm installs it), so accessibility is not checked by it.")
    if not find_screen_reader():
        missing.append("The virtual screen reader is missing (npm installs it), so nobody listens to a survey.")
    if not find_html_checker():
        missing.append("Java or the Nu HTML checker is missing, so the HTML is not checked.")
    return missing


def _existing(path: Path) -> Path | None:
    return path if path.exists() else None


def _npm_packages_are_current() -> bool:
    installed = TOOLS_DIR / "node_modules" / ".package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= (TOOLS_DIR / "package.json").stat().st_mtime


def _apt_install(*packages: str) -> None:
    """Ask apt, as root or by a sudo that asks for no password. Failing is no error here."""
    if not shutil.which("apt-get"):
        return
    become: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode:
            return
        become = ["sudo", "-n"]
    print(f"Installing {' and '.join(packages)} with apt.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*become, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL).returncode:
        subprocess.run([*become, "apt-get", "update", "-qq"], env=quiet)
        subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL)


def _npm_install() -> None:
    """Install the exact versions of tests/tools/package.json."""
    npm = shutil.which("npm")
    if npm:
        print("Installing the checkers of tests/tools/package.json with npm.", flush=True)
        quiet = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run([npm, "install", *quiet], cwd=TOOLS_DIR)
