"""Production reads everything from environment variables; docs/web-team/configure.md lists them."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 (settings extend the base)
from .base import BASE_DIR, STORAGES, database_settings, private_files


def _required(name: str) -> str:
    try:
        return os.environ[name]
    except KeyError as error:
        raise ImproperlyConfigured(f"Set the environment variable {name}. See docs/web-team/configure.md.") from error


def _flag(name: str, default: str) -> bool:
    return os.environ.get(name, default).lower() in {"1", "true", "yes", "on"}


SECRET_KEY = _required("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in _required("ALLOWED_HOSTS").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin]
DATABASES = {"default": database_settings(_required("DATABASE_URL"))}
WAGTAILADMIN_BASE_URL = _required("BASE_URL")
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "var" / "static"))
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", BASE_DIR / "var" / "media"))
VOICES_ROOT = Path(os.environ.get("VOICES_ROOT", BASE_DIR / "var" / "voices"))
STORAGES = {**STORAGES, "voices": private_files(VOICES_ROOT)}
SERVE_MEDIA = _flag("SERVE_MEDIA", "true")
SPEECH_ENGINE = os.environ.get("SPEECH_ENGINE", "")

EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _flag("EMAIL_USE_TLS", "false")
EMAIL_USE_SSL = _flag("EMAIL_USE_SSL", "false")
DEFAULT_FROM_EMAIL = _required("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SECURE_SSL_REDIRECT = _flag("SECURE_SSL_REDIRECT", "true")
SECURE_HSTS_SECONDS = int(os.environ.get("SECURE_HSTS_SECONDS", str(365 * 24 * 3600)))
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if _flag("BEHIND_PROXY", "false"):
    # Only behind a proxy that sets this header itself and drops it from the outside.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CLIENT_ADDRESS_HEADER = "HTTP_X_REAL_IP"

__all__ = ["BASE_DIR"]
