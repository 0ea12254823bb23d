"""A virtual screen reader in an open page: what it says, and pressing what it says.

Guidepup's virtual screen reader walks the accessibility tree as specified, with no speech engine.
The page must have been opened with ``bypass_csp=True``.
"""

from playwright.sync_api import Page

from scripts.tools import find_screen_reader
from tests.harness.tools import required

MOST_PHRASES = 500
LOAD = """async (source) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  window.screenReader = (await import(address)).virtual;
}"""
# From the top of the page until a phrase starts with the words, or to the end.
WALK = """async ([words, most]) => {
  await screenReader.start({ container: document.body });
  for (let step = 0; step < most; step += 1) {
    await screenReader.next();
    const said = await screenReader.lastSpokenPhrase();
    if (said === "end of document" || (words && said.startsWith(words))) break;
  }
  return screenReader.spokenPhraseLog();
}"""


def hear(page: Page, until: str = "") -> list[str]:
    """Every phrase from the top of the page to the one that starts with ``until`` (default: to the end)."""
    if not page.evaluate("() => 'screenReader' in window"):
        source = required(find_screen_reader(), "the virtual screen reader")
        page.evaluate(LOAD, source.read_text())
    phrases = page.evaluate(WALK, [until, MOST_PHRASES])
    wanted = until or "end of document"
    assert phrases[-1].startswith(wanted), f"“{wanted}” is not said. Heard: {phrases}"
    return phrases


def press(page: Page, words: str, *, leads_on: bool = False) -> None:
    """Go by ear to what is said to be ``words``, such as "radio, Yes", and press it.

    ``leads_on``: it leads to another page, which is waited for.
    """
    hear(page, words)
    if leads_on:
        with page.expect_navigation():
            page.evaluate("() => { screenReader.act(); }")
    else:
        page.evaluate("() => screenReader.act()")
