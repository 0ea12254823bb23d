"""The test suite: SQLite or PostgreSQL by DATABASE_URL; fast password hashes; no files outside a temporary folder."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403 (settings extend the base)
from .base import BASE_DIR, STORAGES, WAGTAILSEARCH_BACKENDS, database_settings, private_files

SECRET_KEY = "tests-only"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
_temporary = Path(tempfile.mkdtemp(prefix="engage-tests-"))
DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL", f"sqlite:///{_temporary / 'test.sqlite3'}"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    # A file, not memory: threads and the live server meet the same locks as production.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    DATABASES["default"]["TEST"] = {"NAME": str(_temporary / f"test-{worker}.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = _temporary / "media"
STATIC_ROOT = _temporary / "static"
STORAGES = {
    **STORAGES,
    "voices": private_files(_temporary / "voices"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests also run on disks that are nearly full.
ENGAGE_VOICE_FREE_BYTES = 0
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# A tenth of the time of the tests; those that search ask for the fixture "search_index".
WAGTAILSEARCH_BACKENDS = {"default": {**WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": False}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "have-your-say@northdale.example"

__all__ = ["BASE_DIR"]
