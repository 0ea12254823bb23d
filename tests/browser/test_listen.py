"""Read aloud by the device's own voice: offered only where one fits, started only by hand."""

import pytest

from home.models import ContentPage
from tests.builders import make_home, make_image, publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A stand-in for the device's voices, which Chromium without a screen does not have.
VOICES = """
(voices) => {
  window.spoken = [];
  let current = null;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    addEventListener() {}, removeEventListener() {},
    cancel() { current = null; },
    speak(utterance) {
      current = utterance;
      window.spoken.push([utterance.text, utterance.voice.name, utterance.rate]);
    },
  } });
  window.endSentence = () => { const ended = current; current = null; if (ended) ended.onend(); };
}
"""
BRITISH = {"lang": "en-GB", "localService": True, "name": "British"}
AMERICAN = {"lang": "en_US", "localService": True, "name": "American"}
CLOUD = {"lang": "en-GB", "localService": False, "name": "Cloud"}
POLISH = {"lang": "pl-PL", "localService": True, "name": "Polish"}


@pytest.fixture
def listen(live_server, open_page):
    """Open a page with three sentences on a device with these voices."""

    def listen_(*voices, display=""):
        page = ContentPage.objects.first()
        if page is None:
            home = make_home()
            texts = ["We listen. Then we act.", "You hear from us."]
            passages = [("picture_text", {"picture": make_image(), "text": text}) for text in texts]
            page = ContentPage(title="About us", passages=passages)
            home.add_child(instance=page)
            publish(page)
        shown = open_page(live_server.url + "/about-us/", display=display)
        shown.add_init_script(f"({VOICES})({list(voices)!r})".replace("True", "true").replace("False", "false"))
        shown.reload()
        return shown

    return listen_


def spoken(page) -> list:
    return page.evaluate("window.spoken")


@pytest.mark.parametrize("voices", [[], [CLOUD], [POLISH]], ids=["none", "on a server", "another language"])
def test_no_button_without_a_fitting_voice_on_the_device(listen, voices):
    page = listen(*voices)
    assert page.locator("[data-listen-to]").count() == 1
    assert not page.get_by_role("button", name="Listen").is_visible()


def test_no_button_where_a_person_does_not_want_one(listen):
    assert not listen(BRITISH, display="listen.off").get_by_role("button", name="Listen").is_visible()


def test_nothing_is_said_until_somebody_presses(listen):
    page = listen(BRITISH)
    assert page.get_by_role("button", name="Listen").is_visible()
    assert spoken(page) == []


def test_it_reads_sentence_by_sentence_with_the_nearest_voice(listen):
    page = listen(CLOUD, AMERICAN, BRITISH)
    page.get_by_role("button", name="Listen").click()
    assert spoken(page) == [["We listen.", "British", 1]]
    assert page.evaluate("[...CSS.highlights.get('speaking')].map(String)") == ["We listen. "]
    for _sentence in range(3):
        page.evaluate("endSentence()")
    assert [words for words, _voice, _rate in spoken(page)] == ["We listen.", "Then we act.", "You hear from us."]
    assert page.get_by_role("button", name="Listen").is_visible()
    assert not page.evaluate("CSS.highlights.has('speaking')")


def test_a_pause_carries_on_with_the_same_sentence(listen):
    page = listen(AMERICAN)
    page.get_by_role("button", name="Listen").click()
    page.evaluate("endSentence()")
    page.get_by_role("button", name="Pause").click()
    page.evaluate("endSentence()")
    assert len(spoken(page)) == 2
    page.get_by_role("button", name="Listen").click()
    assert spoken(page)[-1][0] == "Then we act."


def test_slower_says_the_sentence_again_more_slowly(listen):
    page = listen(BRITISH)
    page.get_by_role("button", name="Listen").click()
    slower = page.get_by_role("button", name="Slower")
    slower.click()
    assert slower.get_attribute("aria-pressed") == "true"
    assert spoken(page)[-1] == ["We listen.", "British", 0.7]


def test_the_keyboard_alone_starts_and_pauses_and_keeps_its_place(listen):
    page = listen(BRITISH)
    page.get_by_role("button", name="Listen").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Pause"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Listen"
