"""The demo's survey with every kind of question, from its first page to the receipt, as different people see it."""

import re

import pytest
from playwright.sync_api import Page

from consultations.surveys.enums import QuestionKind
from tests.browser import screen_reader
from tests.browser.answering import answer_survey
from tests.browser.measuring import measure
from tests.harness.site import DemoSite

pytestmark = pytest.mark.browser

RECEIPT = r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"
FACES_AND_OTHERS = (
    "Yes, always",
    "Most of the time",
    "Sometimes",
    "Not often",
    "No, never",
    "I do not know",
    "I do not understand",
    "I do not want to say",
)
NARROW = {"width": 320, "height": 640}


def newest_answers(site: DemoSite) -> dict[str, str]:
    """State of the answers of the response that was sent last, by the kind of their question."""
    rows = site.rows(
        "SELECT question.kind, answer.state FROM surveys_answer AS answer"
        " JOIN surveys_question AS question ON question.id = answer.question_id"
        " WHERE answer.response_id = (SELECT id FROM surveys_response ORDER BY sent_at DESC LIMIT 1)"
    )
    return dict(rows)


def start_page(site: DemoSite, public_pages) -> str:
    return site.url + public_pages["survey open"].path


def assert_all_is_given(site: DemoSite, receipt: str) -> None:
    assert re.fullmatch(RECEIPT, receipt)
    assert newest_answers(site) == dict.fromkeys(QuestionKind.values, "given")


def test_it_is_finished_in_yellow_on_black_at_320_px(demo_site, public_pages, open_page):
    def look(page: Page) -> None:
        assert page.locator("html").get_attribute("data-theme") == "yellow"
        assert measure(page, "sideways") + measure(page, "clipped") == []

    page = open_page(start_page(demo_site, public_pages), viewport=NARROW, display="theme.yellow")
    assert_all_is_given(demo_site, answer_survey(page, "The bus is late.", look))


def test_it_is_finished_without_pictures(demo_site, public_pages, open_page):
    def look(page: Page) -> None:
        shown = "[...document.querySelectorAll('main img')].filter((image) => image.checkVisibility()).length"
        assert page.evaluate(shown) == 0
        # Without its picture every answer still has words.
        assert all(words.strip() for words in page.locator(".answer-words").all_inner_texts())

    page = open_page(start_page(demo_site, public_pages), display="pictures.off")
    assert_all_is_given(demo_site, answer_survey(page, "I like the bus.", look))


def test_it_is_finished_in_urdu_from_right_to_left(demo_site, public_pages, open_page):
    def look(page: Page) -> None:
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
        assert measure(page, "sideways") + measure(page, "clipped") == []

    page = open_page(f"{demo_site.url}/ur{public_pages['survey open'].path}", viewport=NARROW)
    assert_all_is_given(demo_site, answer_survey(page, "بس دیر سے آتی ہے۔", look))
    newest = "SELECT id, language FROM surveys_response ORDER BY sent_at DESC LIMIT 1"
    [(response, language)] = demo_site.rows(newest)
    assert language == "ur"
    words = demo_site.rows("SELECT DISTINCT text FROM surveys_answer WHERE response_id = ? AND text > ''", response)
    assert words == [("بس دیر سے آتی ہے۔",)]


# By ear


def spoken_question(site: DemoSite, address: str) -> tuple[str, str, list[str]]:
    """Words, help and choices of the question at this address, as its editor wrote them."""
    survey, key = re.search(r"/answer/(\d+)/question/([^/]+)/", address).groups()
    [(number, words, help_text)] = site.rows(
        "SELECT question.id, COALESCE(NULLIF(question.text, ''), statement.text), question.help_text"
        " FROM surveys_question AS question"
        " LEFT JOIN strategy_statement AS statement ON statement.id = question.statement_id"
        " WHERE page_id = ? AND key = ?",
        survey,
        key,
    )
    choices = site.rows("SELECT text FROM surveys_choice WHERE question_id = ? AND NOT retired", number)
    return words, help_text, [choice for (choice,) in choices]


def test_a_screen_reader_says_all_of_every_question_and_it_is_finished_by_ear(demo_site, public_pages, open_page):
    page = open_page(start_page(demo_site, public_pages), bypass_csp=True)
    screen_reader.press(page, "button, Start", leads_on=True)
    screen_reader.press(page, "radio, I answer by myself")
    screen_reader.press(page, "button, Next", leads_on=True)
    number = 0
    while "/question/" in page.url:
        number += 1
        heard = screen_reader.hear(page)
        words, help_text, choices = spoken_question(demo_site, page.url)
        assert any(phrase.startswith(f"Question {number} of ") for phrase in heard)
        assert f"heading, {words}, level 1" in heard
        assert not help_text or help_text in heard
        for choice in [*choices, "I do not understand", "I do not want to say"]:
            assert any(re.match(rf"(radio|checkbox|button), {re.escape(choice)}", phrase) for phrase in heard), choice
        answer_by_ear(page, heard)
        screen_reader.press(page, "button, Next", leads_on=True)
    screen_reader.press(page, "radio, A child or young person")
    screen_reader.press(page, "button, Next", leads_on=True)
    heard = screen_reader.hear(page)
    assert "heading, Check your answers, level 1" in heard
    screen_reader.press(page, "button, Send my answers", leads_on=True)
    heard = screen_reader.hear(page)
    receipt = page.locator(".receipt").inner_text().strip()
    assert any(receipt in phrase for phrase in heard)
    assert_all_is_given(demo_site, receipt)


def answer_by_ear(page: Page, heard: list[str]) -> None:
    """Press the first answer that is said; where there is a box for words, type into it."""
    answers = [phrase for phrase in heard if re.match(r"(radio|checkbox|button), .*(not checked|not pressed)", phrase)]
    box = next((phrase for phrase in heard if phrase.startswith("textbox")), None)
    if box and "radio" not in answers[0]:
        screen_reader.hear(page, box.split(",")[0])
        page.locator("textarea").first.fill("I like the bus.")
        return
    screen_reader.press(page, answers[0], leads_on=answers[0].startswith("button"))


def test_a_screen_reader_says_what_is_wrong_and_where(demo_site, open_page):
    sql = (
        "SELECT page.url_path, question.key FROM surveys_question AS question"
        " JOIN wagtailcore_page AS page ON page.id = question.page_id"
        " WHERE page.live AND page.url_path LIKE '%/our-new-send-plan/%' AND question.kind = ?"
        " AND question.at_most = 3 AND NOT question.retired LIMIT 1"
    )
    [(path, key)] = demo_site.rows(sql, QuestionKind.SEVERAL_CHOICES)
    page = open_page(demo_site.url + "/" + path.split("/", 2)[2], bypass_csp=True)
    screen_reader.press(page, "button, Start", leads_on=True)
    while f"/{key}/" not in page.url:
        screen_reader.press(page, "button, Next", leads_on=True)
    for box in page.locator(".answers-grid--main .answer input").all():
        box.check()
    screen_reader.press(page, "button, Next", leads_on=True)
    heard = screen_reader.hear(page)
    assert heard[heard.index("main") + 1 :][:6] == [
        "form",
        "alert, Please look at this again",
        "heading, Please look at this again, level 2",
        "list",
        "listitem, level 1, position 1, set size 1",
        "link, You chose 7 answers. Please choose at most 3. Take away 4.",
    ]
    # And nothing that was pressed is lost.
    assert len([phrase for phrase in heard if re.match("checkbox, .*, checked", phrase)]) == 7


def test_what_a_screen_reader_says_of_a_question(demo_site, public_pages, open_page):
    page = open_page(start_page(demo_site, public_pages), bypass_csp=True)
    screen_reader.press(page, "button, Start", leads_on=True)
    screen_reader.press(page, "button, Next", leads_on=True)
    heard = screen_reader.hear(page)
    form = heard[heard.index("form") + 1 : heard.index("button, Next, next")]
    assert [phrase for phrase in form if not phrase.startswith(("end", "paragraph"))] == [
        "Question 1 of 12",
        "heading, I can find the information I need to choose., level 1",
        "Think about school, health and things to do.",
        "Listen to: I can find the information I need to choose.",
        "link, Listen",
        "group, I can find the information I need to choose., Think about school, health and things to do.",
        *(
            part
            for position, words in enumerate(FACES_AND_OTHERS, start=1)
            for part in (f"radio, {words}, not checked, position {position}, set size 8", words)
        ),
    ]
