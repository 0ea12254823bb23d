"""What only a browser shows of recording one's voice: a microphone, and a file that goes with the form."""

import re

import pytest
from playwright.sync_api import expect

from scripts.tools import CHROMIUM_FLAGS, find_chromium

pytestmark = pytest.mark.browser

MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


def test_somebody_records_goes_on_comes_back_and_deletes(demo_site, public_pages, browser):
    own = browser.browser_type.launch(executable_path=find_chromium(), args=[*CHROMIUM_FLAGS, *MICROPHONE])
    page = own.new_page()
    page.goto(demo_site.url + public_pages["survey open"].path)
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/who/")
    survey = re.search(r"/answer/\d+/", page.url)[0]
    question = f"{demo_site.url}{survey}question/one-change/"
    page.goto(question)
    page.get_by_role("button", name="Record my voice").click()
    expect(page.get_by_role("status")).to_have_text("We are recording now. You can speak for 2 minutes.")
    expect(page.get_by_role("timer")).to_contain_text("1:58")
    page.get_by_role("button", name="Stop recording").click()
    expect(page.get_by_role("status")).to_have_text("Your recording is ready. You can listen to it.")
    expect(page.get_by_role("button", name="Record again")).to_be_focused()
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/my-future/")

    page.goto(question)
    expect(page.locator("#voice")).to_contain_text("You recorded 0:0")
    page.get_by_label("Delete my recording").check()
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/my-future/")
    page.goto(question)
    expect(page.get_by_role("button", name="Record my voice")).to_be_visible()
    own.close()


def test_without_scripts_or_a_microphone_the_page_is_as_before(demo_site, public_pages, open_page):
    for javascript in (False, True):
        page = open_page(demo_site.url + public_pages["survey open"].path, javascript=javascript)
        page.get_by_role("button", name="Start").click()
        page.wait_for_url("**/who/")
        survey = re.search(r"/answer/\d+/", page.url)[0]
        page.goto(f"{demo_site.url}{survey}question/one-change/", wait_until="networkidle")
        expect(page.locator("textarea")).to_be_visible()
        expect(page.locator("#voice")).to_be_hidden()
