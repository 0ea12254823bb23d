"""A ZIP file between "check" and "import": kept privately on this server for an hour."""

import os
import re
import secrets
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

KEPT_SECONDS = 3600
KEY = re.compile(r"[0-9a-f]{32}")


def _folder() -> Path:
    """A folder that nobody but this service may look into."""
    folder = Path(tempfile.gettempdir()) / f"engage-waiting-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else.")
    return folder


def keep(chunks: Iterable[bytes]) -> str:
    """Keep a file and forget those that waited too long. Returns the key to find it by."""
    too_old = time.time() - KEPT_SECONDS
    for old in _folder().iterdir():
        if KEY.fullmatch(old.name) and old.stat().st_mtime < too_old:
            old.unlink(missing_ok=True)
    key = secrets.token_hex(16)
    with (_folder() / key).open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
    return key


def find(key: str) -> Path | None:
    """The file of a key; None where it is gone or the key is no key."""
    path = _folder() / key if KEY.fullmatch(key) else None
    return path if path and path.is_file() else None


def forget(key: str) -> None:
    if path := find(key):
        path.unlink(missing_ok=True)
