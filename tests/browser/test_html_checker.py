"""The Nu HTML checker on every kind of public page: no error and no warning."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from scripts.tools import find_html_checker
from tests.browser.findings import assert_nothing_found
from tests.browser.pages import PAGE_NAMES
from tests.harness.tools import required

pytestmark = pytest.mark.html


def check_html(folder: Path) -> list[str]:
    """Run the checker over the files of a folder. Returns a line for each message: file, line, words."""
    command = required(find_html_checker(), "Java or the Nu HTML checker")
    run = subprocess.run(
        [*command, "--format", "json", "--stdout", "--skip-non-html", str(folder)], capture_output=True, text=True
    )
    messages = json.loads(run.stdout)["messages"]
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine', '?')}: {message['message']}"
        f" {message.get('extract', '').strip()}"
        for message in messages
    ]


def file_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") + ".html"


def test_the_checker_finds_a_planted_mistake(tmp_path):
    (tmp_path / "broken.html").write_text("<!DOCTYPE html><html lang='en'><title>x</title><p><div></p></html>")
    assert any(line.startswith("broken.html:1:") for line in check_html(tmp_path))


def test_the_html_checker_has_nothing_to_say_about_public_pages(demo_site, public_pages, tmp_path):
    assert set(public_pages) == set(PAGE_NAMES)
    for page in public_pages.values():
        reply = demo_site.client().get(page.path, cookies=page.cookies)
        assert reply.status == page.status, f"{page.name} at {page.path} answered {reply.status}."
        (tmp_path / file_name(page.name)).write_text(reply.text)
    assert_nothing_found({"public pages": check_html(tmp_path)})
