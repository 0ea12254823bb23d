"""A developer's machine and the demo: SQLite in var/, a secret made once and kept there."""

import os
import secrets
from pathlib import Path

from .base import *  # noqa: F403 (settings extend the base)
from .base import BASE_DIR, STORAGES, VAR_DIR, database_settings, private_files

VAR_DIR = Path(os.environ.get("ENGAGE_VAR", VAR_DIR))
VAR_DIR.mkdir(exist_ok=True)
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {**STORAGES, "voices": private_files(VAR_DIR / "voices")}


def _kept_secret() -> str:
    path = VAR_DIR / "secret-key"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = _kept_secret()
DEBUG = os.environ.get("DEBUG", "1") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'engage.sqlite3'}"))}
WAGTAILADMIN_BASE_URL = f"http://localhost:{os.environ.get('PORT', '8000')}"
EMAIL_BACKEND = "engage.core.mail.files.FolderBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = "have-your-say@northdale.example"
INTERNAL_IPS = ["127.0.0.1"]

__all__ = ["BASE_DIR"]
SPEECH_ENGINE = os.environ.get("SPEECH_ENGINE", "")
