"""A paper typed in by an officer with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from consultations.surveys.enums import QuestionKind
from tests.browser.test_whole_loop import open_engagement, sign_in

pytestmark = pytest.mark.browser

# What is pressed for each kind: the figure of an answer in a list, a tick, the first of a top three, words.
PRESSES = {
    QuestionKind.STATEMENT: ["2"],
    QuestionKind.YES_NO: ["1"],
    QuestionKind.ONE_CHOICE: ["1"],
    QuestionKind.HOW_MUCH: ["7"],
    QuestionKind.SEVERAL_CHOICES: ["Space"],
    QuestionKind.TOP_THREE: ["3"],
    QuestionKind.TEXT: ["O", "k"],
}


def to_row(page: Page, key: str) -> int:
    """Press Tab until the keyboard is in the question. Returns how often."""
    inside = f"document.getElementById('paper-{key}').contains(document.activeElement)"
    for pressed in range(30):
        if page.evaluate(inside):
            return pressed
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {key}.")


def test_an_officer_types_a_paper_in_by_keyboard_alone(own_demo_site, open_page):
    [(survey,)] = own_demo_site.rows(
        "SELECT page_id FROM surveys_question WHERE NOT retired GROUP BY page_id"
        " ORDER BY COUNT(DISTINCT kind) DESC LIMIT 1"
    )
    questions = own_demo_site.rows(
        "SELECT key, kind FROM surveys_question WHERE NOT retired AND page_id = ? ORDER BY sort_order", survey
    )
    page = open_page(f"{own_demo_site.url}/admin/login/")
    sign_in(page, "officer")
    open_engagement(page, "Type in papers")
    page.goto(f"{own_demo_site.url}/admin/papers/{survey}/")
    presses = 0
    for key, kind in questions:
        presses += to_row(page, key)
        for one in PRESSES[kind]:
            page.keyboard.press(one)
            presses += 1
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
        presses += 1
    page.keyboard.press("Enter")
    expect(page.get_by_text("The paper is saved as")).to_be_visible()
    print(f"{len(questions)} questions: {presses + 1} key presses")
    sql = (
        "SELECT q.kind, a.state, a.score, a.text FROM surveys_answer a JOIN surveys_question q ON q.id = a.question_id"
        " WHERE a.response_id = (SELECT MAX(id) FROM surveys_response)"
    )
    answers = own_demo_site.rows(sql)
    assert {state for _kind, state, _score, _text in answers} == {"given"}
    assert (QuestionKind.HOW_MUCH, "given", 7, "") in answers
    assert (QuestionKind.STATEMENT, "given", 4, "") in answers
    expect(page.locator(":focus")).to_have_attribute("name", re.compile(f"^{questions[0][0]}"))
