"""Photograph every kind of page of a fresh demo, on a phone and wide. Run by ``make screenshots``.

The demo lives in a temporary folder, so nobody's data shows. All pictures go to
``var/screenshots``, for looking at; the few that the documents show also to ``docs/screenshots``.
"""

import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.screenshots_admin import photograph_admin
from scripts.screenshots_first import PICTURES, photograph_first_survey
from scripts.tools import CHROMIUM_FLAGS, find_chromium
from tests.browser.pages import PublicPage, find_pages
from tests.harness.site import ROOT, DemoSite, running_demo

EVERYTHING = ROOT / "var" / "screenshots"
KEPT = ROOT / "docs" / "screenshots"
VIEWPORTS = {"phone": {"width": 360, "height": 740}, "wide": {"width": 1280, "height": 900}}
QUESTION = "step question statement"
# The pictures of the documents: file name, page (and part of it), viewport, display preferences.
KEPT_PICTURES = [
    ("home", "home", "wide", ""),
    ("home-phone", "home", "phone", ""),
    ("consultation", "consultation open", "wide", ""),
    ("survey-phone", "survey open", "phone", ""),
    ("question", QUESTION, "wide", ""),
    ("question-phone", QUESTION, "phone", ""),
    ("question-yellow", QUESTION, "wide", "theme.yellow"),
    ("check-phone", "step check", "phone", ""),
    ("events", "events", "wide", ""),
    ("event-phone", "event coming", "phone", ""),
    ("you-said-we-did", "outcome#answers", "wide", ""),
    ("ambassador-phone", "ambassador", "phone", ""),
]


def photograph(browser: Browser, site: DemoSite, page: PublicPage, viewport: str, display: str, file: Path, **options):
    """Save one page as it looks to one visitor. ``options`` go to Playwright's ``screenshot``."""
    context = browser.new_context(viewport=VIEWPORTS[viewport], locale="en-GB")
    context.add_cookies(page.cookies)
    if display:
        context.add_cookies([{"name": "engage_display", "value": display, "url": site.url}])
    tab = context.new_page()
    tab.goto(site.url + page.path, wait_until="networkidle")
    tab.screenshot(path=file, **options)
    context.close()


def photograph_everything(browser: Browser, site: DemoSite) -> None:
    pages = find_pages(site)
    for folder in (EVERYTHING, KEPT):
        folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        for viewport in VIEWPORTS:
            file = EVERYTHING / f"{re.sub('[^a-z]+', '-', name)}-{viewport}.png"
            photograph(browser, site, page, viewport, "", file, full_page=True)
    for file_name, name, viewport, display in KEPT_PICTURES:
        kind, _, part = name.partition("#")
        page = replace(pages[kind], path=f"{pages[kind].path}#{part}")
        photograph(browser, site, page, viewport, display, KEPT / f"{file_name}.png")
    kept = len(KEPT_PICTURES) + photograph_admin(browser, site, KEPT) + len(PICTURES)
    photograph_first_survey(browser, site, KEPT)
    print(f"{len(pages) * len(VIEWPORTS)} pictures in {EVERYTHING}, {kept} in {KEPT}.")


def main() -> None:
    chromium = find_chromium()
    if not chromium:
        sys.exit("Chromium is missing. On Debian and Ubuntu: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory(prefix="engage-photos-") as folder,
        running_demo(Path(folder) / "var") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        photograph_everything(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
