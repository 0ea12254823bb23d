"""The Nu HTML checker on every kind of public page and on our admin views: no error and no warning.

Wagtail's own admin templates have findings, and our views stand in them. So the checker reads
views that are Wagtail's alone as well, and what it says of those it may say of ours.
"""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from engage.core.preferences import Theme
from scripts.tools import find_html_checker
from tests.browser.admin_pages import find_admin_pages
from tests.browser.findings import assert_nothing_found
from tests.browser.pages import FULL, IN_URDU, PAGE_NAMES, QUESTIONS, WRONG_ANSWER, begin
from tests.harness.tools import required

pytestmark = pytest.mark.html

# The skeleton, choosers, an edit form, an add form, a list and a report, each with nothing of ours in it but
# fields that Wagtail renders.
WAGTAIL_VIEWS = [
    "/admin/images/",
    "/admin/images/1/",
    "/admin/redirects/add/",
    "/admin/reports/site-history/",
    "/admin/sites/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/workflows/edit/1/",
]
# Wagtail's edit form of a snippet has its name in the breadcrumbs, which are no heading. No view of
# Wagtail's alone uses that form.
SNIPPET_FORM = "This document has heading elements but none of them has a computed heading level of 1"


def check_html(folder: Path) -> list[str]:
    """Run the checker over the files of a folder. Returns a line for each message: file, line, words."""
    command = required(find_html_checker(), "Java or the Nu HTML checker")
    run = subprocess.run(
        [*command, "--format", "json", "--stdout", "--skip-non-html", str(folder)], capture_output=True, text=True
    )
    messages = json.loads(run.stdout)["messages"]
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine', '?')}: {message['message']}"
        f" {' '.join(message.get('extract', '').split())}"
        for message in messages
    ]


def file_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") + ".html"


def test_the_checker_finds_a_planted_mistake(tmp_path):
    (tmp_path / "broken.html").write_text("<!DOCTYPE html><html lang='en'><title>x</title><p><div></p></html>")
    assert any(line.startswith("broken.html:1:") for line in check_html(tmp_path))


@pytest.mark.faults
def test_the_html_checker_has_nothing_to_say_about_public_pages(demo_site, public_pages, tmp_path):
    assert set(public_pages) == set(PAGE_NAMES)
    pages = {**public_pages}
    pages |= {f"urdu {name}": replace(public_pages[name], path=f"/ur{public_pages[name].path}") for name in IN_URDU}
    for theme in Theme.values if FULL else [""]:
        shown = [{"name": "engage_display", "value": f"theme.{theme}"}] if theme else []
        for name, page in pages.items():
            reply = demo_site.client().get(page.path, cookies=[*page.cookies, *shown])
            assert reply.status == page.status, f"{name} at {page.path} answered {reply.status}."
            (tmp_path / file_name(f"{name} {theme}")).write_text(reply.text)
    assert len(list(tmp_path.iterdir())) == len(pages) * (len(Theme) if FULL else 1)
    assert_nothing_found({"public pages": check_html(tmp_path)})


@pytest.mark.faults
def test_the_html_checker_has_nothing_to_say_about_a_question_whose_answer_does_not_fit(
    demo_site, public_pages, tmp_path
):
    person = demo_site.client()
    begin(person, public_pages["survey open"].path)
    for name in QUESTIONS:
        for language in ("", "/ur"):
            form = person.get(language + public_pages[name].path)
            reply = person.post(form.path, {"answer": WRONG_ANSWER, "go": "next"}, form=form)
            assert "error-summary" in reply.text
            (tmp_path / file_name(f"{language} {name}")).write_text(reply.text)
    assert_nothing_found({"answers that do not fit": check_html(tmp_path)})


def test_the_html_checker_says_of_our_admin_views_only_what_it_says_of_wagtails(demo_site, tmp_path):
    home = demo_site.rows("SELECT MIN(page_ptr_id) FROM home_homepage")[0][0]
    survey = demo_site.rows("SELECT MIN(page_ptr_id) FROM surveys_surveypage")[0][0]
    editors = [
        f"/admin/pages/add/home/contentpage/{home}/",
        f"/admin/pages/{survey}/edit/",
        f"/admin/pages/{survey}/copy/",
    ]
    wagtails, ours = tmp_path / "wagtails", tmp_path / "ours"
    for folder in (wagtails, ours):
        folder.mkdir()
    admin = demo_site.signed_in("admin")
    for path in [*WAGTAIL_VIEWS, *editors]:
        reply = admin.get(path)
        assert (reply.status, reply.path) == (200, path)
        (wagtails / file_name(path)).write_text(reply.text)
    pages = find_admin_pages(demo_site)
    for page in pages:
        (ours / file_name(page.route)).write_text(page.html)
    known = {saying(line) for line in check_html(wagtails)}
    found = [
        line
        for line in check_html(ours)
        if saying(line) not in known and not (line.startswith("admin-snippets-") and SNIPPET_FORM in line)
    ]
    assert len(pages) > 20
    assert_nothing_found({"our admin views": found})


def saying(line: str) -> str:
    """What the checker says, without where and with all numbers alike."""
    message = line.split(":", 2)[2]
    sentence = message.split(". ")[0]
    return re.sub(r"\d[\d.:T+-]*", "0", sentence)
