"""The way of docs/officers/2-your-first-survey.md: an officer's first survey, press by press.

``make screenshots`` photographs the page's pictures on this way, a test goes it, and run by itself it
counts what the officer does: ``python -m tests.browser.first_survey``.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from playwright.sync_api import Locator, Page, expect, sync_playwright

from scripts.tools import CHROMIUM_FLAGS, find_chromium
from tests.browser.answering import answer_survey
from tests.browser.hands import follow
from tests.harness.site import PASSWORD, running_demo

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SLOW = 20_000
PAUSE_MS = 4_000
PARENT = "/have-your-say/our-new-send-plan/"
ADDRESS = f"{PARENT}my-free-time/"

TITLE = "My free time"
INTRO = [("Tell us about your friends and activities.", "Activities"), ("We listen to what you say.", "Listen")]
STATEMENTS = ["I can find information and activities that I like.", "I have friends and family who support me."]
CHOICES = {"At home": "Home", "At school": "School", "On my phone": "Phone"}
WISHES = {"Make music": "Music", "Make food": "Food", "Read books": "Book", "Go to the park": "Park"}
FRIENDS = "Where do you like to meet your friends?"
SUGGESTIONS = "Pictures for this sentence"


@dataclass
class Officer:
    """Somebody with a mouse and a keyboard in the survey's editor. Counts what they do.

    ``presses`` are those of the mouse, ``choices`` those before which they have to decide something,
    ``scrolls`` the times that what they want is not in sight. ``look`` is called with a name where the
    page of the docs has a picture.
    """

    page: Page
    look: Callable[[str, Page], None] = lambda name, page: None
    presses: int = 0
    choices: int = 0
    scrolls: int = 0
    fields: int = 0
    characters: int = 0
    pictures: int = 0

    def press(self, what: Locator, *, decide: bool = True) -> None:
        self._bring_into_sight(what)
        self.presses += 1
        self.choices += decide
        what.click()

    def write(self, where: Locator, words: str) -> None:
        self.press(where)
        self.fields += 1
        self.characters += len(words)
        where.fill(words)

    def select(self, where: Locator, value: str) -> None:
        """From a closed list: a press opens it, another one chooses."""
        self._bring_into_sight(where)
        self.presses += 2
        self.choices += 1
        where.select_option(value)

    def press_picture(self, part: Locator, title: str) -> None:
        """Press a suggested picture, and see it in its chooser."""
        suggested = part.get_by_role("group", name=SUGGESTIONS).first
        self.press(suggested.get_by_role("button", name=title, exact=True))
        self.pictures += 1
        expect(suggested.get_by_role("status")).to_have_text(f"You chose: {title}")

    def _bring_into_sight(self, what: Locator) -> None:
        expect(what).to_be_visible()
        box = what.bounding_box()
        height = self.page.viewport_size["height"]
        if box["y"] < 60 or box["y"] + box["height"] > height:
            self.scrolls += 1
            what.evaluate("element => element.scrollIntoView({block: 'center'})")

    # The steps of the page of the docs

    def begin(self) -> None:
        self.press(self.page.get_by_role("link", name="Add a survey").first)
        self.write(self.page.locator("#id_title"), TITLE)

    def say_what_it_is_about(self) -> None:
        section = self.page.locator("#panel-child-content-intro-section")
        for number, (sentence, picture) in enumerate(INTRO):
            self.press(section.locator(".c-sf-add-button").last)
            self.press(self.page.get_by_role("option", name="Picture and one sentence"))
            block = section.locator("[data-streamfield-child]").nth(number)
            self.write(block.locator("textarea"), sentence)
            expect(block.get_by_role("group", name=SUGGESTIONS)).to_be_visible()
            if number == 0:
                self.look("sentence", self.page)
            self.press_picture(block, picture)

    def ask(self) -> None:
        for number, statement in enumerate(STATEMENTS):
            self.ask_statement(self.question(number), statement)
        friends = self.ask_with(2, "one_choice", FRIENDS, "Friends")
        self.offer(friends, 2, CHOICES)
        more = self.ask_with(3, "several_choices", "Which activities would you like?", "Activities")
        self.offer(more, 3, WISHES)
        self.write(more.locator("[name='questions-3-at_most']"), "3")
        self.ask_with(4, "yes_no", "Do you get around on your own?", "Independent")
        self.ask_with(5, "text", "What would help you to see your friends?", "Friends")

    def question(self, number: int) -> Locator:
        """The row of a question; a press adds it where it is not the first."""
        row = self.page.locator(f"#inline_child_questions-{number}")
        if number:
            self.press(self.page.locator("#id_questions-ADD"), decide=False)
        expect(row).to_be_visible()
        return row

    def ask_statement(self, row: Locator, statement: str) -> None:
        self.press(row.get_by_role("button", name="Choose I statement"))
        self.press(self.page.get_by_role("link", name=statement))
        expect(row.locator("[id$='-statement-title']")).to_have_text(statement)

    def ask_with(self, number: int, kind: str, words: str, picture: str) -> Locator:
        row = self.question(number)
        self.select(row.locator(f"[name='questions-{number}-kind']"), kind)
        self.write(row.locator(f"[name='questions-{number}-text']"), words)
        self.press_picture(row, picture)
        return row

    def offer(self, row: Locator, number: int, choices: dict[str, str]) -> None:
        for place, (words, picture) in enumerate(choices.items()):
            self.press(row.locator(f"#id_questions-{number}-choices-ADD"), decide=False)
            choice = row.locator(f"#inline_child_questions-{number}-choices-{place}")
            self.write(choice.locator("[name$='-text']"), words)
            if number == 2 and place == 1:
                expect(choice.get_by_role("group", name=SUGGESTIONS)).to_be_visible()
                self.look("choices", self.page)
            self.press_picture(choice, picture)

    def check(self) -> None:
        """Saved by hand first: Wagtail's own saving may miss what changes while it is at work."""
        # Like somebody who reads the next line of the docs first, until the draft is stored.
        self.page.wait_for_timeout(PAUSE_MS)
        expect(self.page.locator("#w-autosave-indicator")).to_contain_text("Saved", timeout=SLOW)
        with self.page.expect_navigation():
            self.press(self.page.get_by_role("button", name="Save draft"), decide=False)
        self.press(self.page.get_by_role("button", name="Toggle checks"))
        panel = self.page.locator("[data-engage-easy-read-findings]")
        expect(panel).to_contain_text("words in a sentence on average", timeout=SLOW)
        expect(panel).not_to_contain_text("Warning", timeout=SLOW)
        self.look("easy-read", self.page)

    def preview(self) -> None:
        self.press(self.page.get_by_role("button", name="Toggle preview"))
        shown = self.page.frame_locator("#w-preview-iframe")
        expect(shown.get_by_role("heading", name=TITLE)).to_be_visible(timeout=SLOW)
        self.select(self.page.locator("#id_preview_mode"), "question-3")
        expect(shown.get_by_role("heading", name=FRIENDS)).to_be_visible(timeout=SLOW)
        self.look("preview", self.page)

    def publish(self) -> None:
        self.press(self.page.get_by_role("button", name="More actions"))
        self.look("publish", self.page)
        with self.page.expect_navigation():
            self.press(self.page.get_by_role("button", name="Publish", exact=True))
        expect(self.page.get_by_text(f"Page '{TITLE}'")).to_be_visible()

    def make_survey(self) -> None:
        """From the first page after signing in to the published survey."""
        self.begin()
        self.say_what_it_is_about()
        self.ask()
        self.check()
        self.preview()
        self.publish()


def sign_in(page: Page, url: str) -> None:
    page.goto(f"{url}/admin/login/")
    page.fill("#id_username", "officer")
    page.fill("#id_password", PASSWORD)
    follow(page.get_by_role("button", name="Sign in"))


def main() -> None:
    """Print what an officer does in the fresh demo, and how long a machine needs for it."""
    with (
        tempfile.TemporaryDirectory(prefix="engage-first-") as folder,
        running_demo(Path(folder) / "var") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport=WIDE, locale="en-GB")
        sign_in(page, site.url)
        officer, began = Officer(page), monotonic()
        officer.make_survey()
        seconds = monotonic() - began
        phone = browser.new_page(viewport=PHONE, locale="en-GB")
        phone.goto(site.url + ADDRESS)
        answer_survey(phone, "A bus in the evening")
        browser.close()
    print(f"{officer.presses} presses, {officer.choices} after a decision, {officer.scrolls} scrolls,")
    print(f"{officer.fields} fields with {officer.characters} characters, {officer.pictures} pictures.")
    print(
        f"The machine took {seconds:.0f} s until it was published, {monotonic() - began:.0f} s until it was answered."
    )


if __name__ == "__main__":
    main()
