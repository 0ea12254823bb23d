"""Two ways of going through the site: pressing with a mouse or finger, and the keyboard alone."""

from playwright.sync_api import Locator, Page

MOST_TABS = 400

# What has the focus now, as somebody with a screen reader hears it: role or type, and its name.
FOCUSED = """() => {
  let here = document.activeElement;
  while (here && here.shadowRoot && here.shadowRoot.activeElement) here = here.shadowRoot.activeElement;
  if (!here || here === document.body) return null;
  const labels = here.labels ? [...here.labels].map(label => label.innerText) : [];
  const by = (here.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean)
    .map(id => document.getElementById(id)).filter(Boolean).map(found => found.innerText);
  return {
    name: [here.getAttribute('aria-label'), ...by, ...labels, here.innerText, here.value, here.title]
      .filter(Boolean).join(' ').replace(/\\s+/g, ' ').trim(),
    tag: here.tagName.toLowerCase(), type: here.type || '', field: here.name || here.id || '',
    seen: (() => { const box = here.getBoundingClientRect(); return box.width > 0 && box.height > 0; })(),
  };
}"""


def follow(target: Locator) -> None:
    """Press a link or button that leads to another page, and wait for that page."""
    with target.page.expect_navigation():
        target.click()


class Keyboard:
    """Somebody who uses only the keyboard: Tab to move, Space and Enter to press, letters to type."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, words: str = "", *, field: str = "", tag: str = "", back: bool = False) -> dict:
        """Press Tab (``back``: Shift and Tab) until the focus is on what is named so; fail when it never is."""
        met = []
        for _press in range(MOST_TABS):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            here = self.page.evaluate(FOCUSED)
            if here is None:
                continue
            met.append(here["name"][:40] or here["field"])
            if words in here["name"] and here["field"].endswith(field) and here["tag"].startswith(tag):
                assert here["seen"], f"The focus is on “{here['name']}”, which nobody can see."
                return here
        raise AssertionError(f"Tab never reached “{words or field}”. It met: {list(dict.fromkeys(met))}")

    def press(self, words: str = "", key: str = "Enter", **where) -> None:
        """Go to a link or button and press it."""
        self.to(words, **where)
        self.page.keyboard.press(key)

    def follow(self, words: str = "", **where) -> None:
        """Go to a link or button that leads to another page, press it and wait for that page."""
        self.to(words, **where)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def tick(self, words: str) -> None:
        """Go to a checkbox and tick it."""
        self.to(words, tag="input")
        self.page.keyboard.press("Space")

    def choose(self, name: str, steps: int) -> None:
        """Go to a group of radio buttons and choose the one that is ``steps`` after the first."""
        self.to(field=name)
        self.page.keyboard.press("Space")
        for _step in range(steps):
            self.page.keyboard.press("ArrowDown")

    def type(self, text: str, **where) -> None:
        """Go to a box and type."""
        self.to(**where)
        self.page.keyboard.type(text)
