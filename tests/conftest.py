"""Fixtures that every test may ask for.

Two ways to a page in a browser: ``demo_site`` is the loaded demo behind its real server, for
what a visitor sees; pytest-django's ``live_server`` with rows of the test's own is for journeys
that need a special state. ``open_page`` works with both.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from engage.core.kept import forget_kept
from scripts.tools import CHROMIUM_FLAGS, find_chromium
from tests.harness.databases import worker_database
from tests.harness.site import DemoSite, copy_of_demo, running_demo
from tests.harness.tools import required
from tests.speaking import ToneEngine

# Playwright's synchronous interface keeps an event loop in the thread of the tests. Django takes
# that for asynchronous code and would refuse every query after the first browser test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
PATIENCE_MS = 15_000


def pytest_unconfigure() -> None:
    """Remove the folder that the test settings made for databases and uploads."""
    if settings.configured:
        shutil.rmtree(Path(settings.MEDIA_ROOT).parent, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each worker."""
    path = required(find_chromium(), "Chromium")
    # On a busy machine a page takes longer than Playwright's own 5 seconds.
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """What a test takes back never was: its rows' numbers come again in the next test."""
    forget_kept()


@pytest.fixture
def search_index(settings) -> None:
    """What is saved from now on can be found by a search, as in production."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}}


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a fresh browser context: no cookies but those given, closed after the test.

    ``display`` is the value of the preferences cookie, such as "theme.navy-size.largest";
    ``viewport`` PHONE or WIDE; further arguments go to Playwright's ``new_context``.
    """
    contexts = []

    def open_(url: str, *, viewport=WIDE, javascript=True, display="", cookies=(), **options) -> Page:
        context = browser.new_context(viewport=viewport, java_script_enabled=javascript, locale="en-GB", **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.add_cookies(list(cookies))
        if display:
            context.add_cookies([{"name": "engage_display", "value": display, "url": urljoin(url, "/")}])
        page = context.new_page()
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """One temporary folder for all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def django_db_setup(
    pytestconfig: pytest.Config, django_test_environment, django_db_blocker, shared_folder: Path, worker_id: str
) -> Iterator[None]:
    """Instead of pytest-django's: the migrations run once for all workers, and some rows stand there for all tests."""
    kept = pytestconfig.cache.mkdir("engage-database")
    with (
        django_db_blocker.unblock(),
        worker_database(shared_folder, worker_id, kept),
        django_db_blocker.block(),
    ):
        yield


@pytest.fixture(scope="session")
def demo_site(django_db_setup, shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """The demo, for tests that only look, or add what the others can live with."""
    var = copy_of_demo(shared_folder, tmp_path_factory.mktemp("demo") / "var")
    with running_demo(var) as site:
        yield site


@pytest.fixture
def own_demo_site(django_db_setup, shared_folder: Path, tmp_path: Path) -> Iterator[DemoSite]:
    """A demo of the test's own, for tests that change what is there."""
    with running_demo(copy_of_demo(shared_folder, tmp_path / "var")) as site:
        yield site


@pytest.fixture
def tone(settings, tmp_path: Path) -> type[ToneEngine]:
    """A server that speaks, with an engine that counts."""
    settings.MEDIA_ROOT = tmp_path
    settings.SPEECH_ENGINE = "tests.speaking.ToneEngine"
    ToneEngine.spoken = []
    ToneEngine.broken = False
    return ToneEngine
