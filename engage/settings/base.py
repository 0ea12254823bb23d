"""What every installation shares. Nothing here reads the environment but the database address."""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent.parent
PROJECT_DIR = BASE_DIR / "engage"
VAR_DIR = BASE_DIR / "var"

INSTALLED_APPS = [
    "home",
    "consultations.outcomes",
    "consultations.analysis",
    "consultations.surveys",
    "consultations.events",
    "ambassadors",
    "consultations.strategy",
    "consultations",
    "engage.core",
    "engage.images",
    "engage.users",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "engage.core.middleware.CompressionMiddleware",
    "engage.core.middleware.ContentSecurityPolicyMiddleware",
    "engage.core.middleware.DevicesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "engage.core.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "engage.core.middleware.DisplayPreferencesMiddleware",
    "engage.core.middleware.NotReadyToPublishMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "engage.urls"
WSGI_APPLICATION = "engage.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "engage.core.context_processors.display",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# IMMEDIATE takes the write lock at BEGIN: two people who press at once wait for each other
# instead of one of them reading "database is locked" (house.md: 4 of 40 races against none).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def private_files(folder: Path) -> dict:
    """Django's settings for files that only the service's own user may read."""
    modes = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folder, "base_url": None, **modes},
    }


def database_settings(url: str) -> dict:
    """Django's settings for a database address, with the project's options for SQLite."""
    config: dict = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["ENGINE"] = "engage.core.sqlite"
        config["OPTIONS"] = {**config.get("OPTIONS", {}), **SQLITE_OPTIONS}
        # A file needs no asking whether it is still there.
        config["CONN_HEALTH_CHECKS"] = False
    return config


AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "en-gb"
# The first is the source: surveys are counted in it, the others are its translations. See docs/web-team/languages.md.
LANGUAGES = [("en-gb", _("English")), ("ur", _("Urdu"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES[:1]
# A new translation is a draft, until somebody has put it into words and publishes it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
LOCALE_PATHS = [PROJECT_DIR / "locale"]
TIME_ZONE = "Europe/London"
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
USE_I18N = True
USE_TZ = True

STATICFILES_DIRS = [PROJECT_DIR / "static"]
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # People's voices: nobody gets them by an address, only by the admin's view that asks who listens.
    "voices": private_files(VAR_DIR / "voices"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The embedded installation has no proxy in front that could serve uploads.
SERVE_MEDIA = True

# Wagtail's page editor posts every block and question as fields of its own.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Engage"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "engage.images.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif", "svg"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp3", "m4a", "mp4", "odt", "ogg", "pdf", "pptx", "rtf", "txt", "webm", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# Recordings and films play in the page; anything else is a download.
WAGTAILDOCS_INLINE_CONTENT_TYPES = [
    "application/pdf",
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/webm",
    "audio/x-m4a",
    "video/mp4",
    "video/ogg",
    "video/webm",
]
WAGTAILSEARCH_BACKENDS: dict[str, dict] = {"default": {"BACKEND": "engage.core.search"}}
TAGGIT_CASE_INSENSITIVE = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
# Wagtail's preview panel allows its own frames, whatever stands here.
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"private": {"()": "engage.core.private_addresses.HidePrivateAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["private"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Addresses of answers never reach a log: a request line can name a person's steps.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}

# Engage's own periods, in hours and days. See docs/safety of each in the models that use them.
ENGAGE_GRACE_HOURS = 24
ENGAGE_UNFINISHED_DAYS = 30
ENGAGE_ANSWERS_YEARS = 2
ENGAGE_CONCERN_HOURS = 24
ENGAGE_PAPER_DAYS = 14
ENGAGE_OFFLINE_DAYS = 7
ENGAGE_IMPORT_HOURS = 24
# How long bookings are kept after the event: 3 months.
ENGAGE_BOOKINGS_DAYS = 92
# The most people of one booking on the public page; officers may book more.
ENGAGE_LARGEST_GROUP = 10
# The longest recording, and the largest file of one: twice what a browser makes of it at 64 kbit a second.
ENGAGE_VOICE_SECONDS = 120
ENGAGE_VOICE_BYTES = 3_000_000
# No recording is taken when the disk of VOICES_ROOT has less free than this: the rest of the site needs some.
ENGAGE_VOICE_FREE_BYTES = 1_000_000_000

# How many days before a session people are reminded, unless the event says otherwise.
EVENT_REMINDER_DAYS = [7, 1]

# E-mails: what they say is forgotten so long after they were sent or given up; how long a server that does not
# take one is asked again; for how long a worker has a message in its hands (longer than all the timeouts of one).
ENGAGE_OUTBOX_DAYS = 30
ENGAGE_MAIL_TRY_DAYS = 3
ENGAGE_MAIL_LEASE_SECONDS = 180
EMAIL_TIMEOUT = 20
# Where mail goes that is not sent: the demo's, and a developer's.
EMAIL_FILE_PATH = VAR_DIR / "mail"
# What the worker runs (manage.py run_worker), and how many seconds lie between two runs of it at least. Each is
# a function without arguments that returns how much it did, and may be run by several workers at once.
DAY = 24 * 60 * 60
ENGAGE_WORKER_JOBS = {
    "engage.core.mail.sending.send_due": 1,
    "consultations.events.services.waiting.let_lapse": 60,
    "consultations.events.services.reminders.queue_reminders": 5 * 60,
    "consultations.events.services.retention.purge_bookings": DAY,
    "engage.core.worker.jobs.publish_scheduled": 60,
    "consultations.surveys.services.retention.purge_due": DAY,
    "engage.core.mail.care.forget_old": DAY,
    "engage.core.worker.jobs.forget_sign_ins": DAY,
}

# Where the address of a client stands in ``request.META``. Only a keyed hash of it is kept, for a day,
# so that nobody guesses codes (engage/core/throttle.py).
CLIENT_ADDRESS_HEADER = "REMOTE_ADDR"
# The dotted name of an engine that speaks questions when a survey is published; "" for none.
# engage.core.speech.EspeakEngine needs espeak-ng on the machine.
SPEECH_ENGINE = ""
