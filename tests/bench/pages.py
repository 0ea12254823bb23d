"""Compare pages with a bare view on the same server, one request at a time. A part of ``make bench``.

Seconds differ from machine to machine and from hour to hour; what one request costs beside the
cheapest one that the same server answers at the same time differs much less.
"""

import os
import statistics
import time
from collections.abc import Callable

from tests.browser.pages import PublicPage, find_pages
from tests.harness.site import DemoSite

PAGES = ["home", "consultation open", "survey open", "step question statement", "step check", "outcome"]
BARE = "a view that only refuses"
ROUNDS = 40


def milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def time_pages(site: DemoSite, pages: dict[str, PublicPage]) -> dict[str, float]:
    """The median milliseconds of each page, and of a view that only refuses."""
    client = site.client()
    assert client.options("/search/").status == 405
    taken: dict[str, list[float]] = {name: [] for name in [BARE, *PAGES]}
    for _round in range(ROUNDS):
        # One of each in turn, so that whatever else the machine does meets all of them.
        taken[BARE].append(milliseconds(lambda: client.options("/search/")))
        for name in PAGES:
            page = pages[name]
            taken[name].append(milliseconds(lambda page=page: client.get(page.path, cookies=page.cookies)))
    return {name: statistics.median(times) for name, times in taken.items()}


def count_queries(site: DemoSite, pages: dict[str, PublicPage]) -> dict[str, int]:
    """How often each page asks the database, in this process on the same data."""
    os.environ.update(DJANGO_SETTINGS_MODULE="engage.settings.dev", ENGAGE_VAR=str(site.var), DEBUG="0")
    import django
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    django.setup()
    counts = {}
    for name in PAGES:
        client = Client()
        client.cookies.load({cookie["name"]: cookie["value"] for cookie in pages[name].cookies})
        # The first request fills what the process keeps: the site, the address patterns, templates.
        client.get(pages[name].path)
        with CaptureQueriesContext(connection) as queries:
            client.get(pages[name].path)
        counts[name] = len(queries)
    return counts


def report(site: DemoSite) -> None:
    """Print what each page takes, alone, and how often it asks the database."""
    pages = find_pages(site)
    times = time_pages(site, pages)
    queries = count_queries(site, pages)
    print(f"Median of {ROUNDS} requests each, one at a time, over HTTP, on SQLite.")
    print(f"{'':28}{'ms':>8}{'ratio':>8}{'queries':>9}")
    for name, middle in times.items():
        print(f"{name:28}{middle:8.1f}{middle / times[BARE]:8.1f}{queries.get(name, ''):>9}")
