"""The yardstick: the least that Django does for a request, behind gunicorn with 2 synchronous workers.

This module is also the application that gunicorn serves.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.harness.site import ROOT, free_port

WORKERS = 2


def constant(request: HttpRequest) -> HttpResponse:
    """The bare view."""
    return HttpResponse("Hello")


urlpatterns = [path("", constant)]


def application():
    """What gunicorn serves: Django with one view, no middleware and no database."""
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="bench", MIDDLEWARE=[])
    django.setup()
    return get_wsgi_application()


@contextmanager
def running_yardstick() -> Iterator[str]:
    """Serve the bare view; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "--worker-class", "sync"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning", f"{__name__}:application()"]
    process = subprocess.Popen(command, cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    try:
        give_up_at = time.monotonic() + 60
        while True:
            try:
                urlopen(url + "/", timeout=10).read()
                break
            except (URLError, ConnectionError):
                if process.poll() is not None or time.monotonic() > give_up_at:
                    raise
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)
