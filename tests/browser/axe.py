"""axe-core in an open page."""

from playwright.sync_api import Page

from scripts.tools import find_axe
from tests.harness.tools import required

# WCAG 2.2 up to AA, axe's own good practice, and of AAA what axe knows (7:1 contrast among them).
PUBLIC_TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# With axe's experimental rules, for the one that a name holds the words that are seen (2.5.3).
ADMIN_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "experimental"]
# Those of PUBLIC_TAGS that a theme decides: colours, and the edge around pictures.
THEME_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size"]


def violations(page: Page, tags: list[str], *, rules: list[str] | None = None) -> list[str]:
    """What axe finds in the page, a line for each element: rule, selector, what is wrong.

    All rules with one of the tags, or only these ``rules``. The page must have been opened with
    ``bypass_csp=True``: our policy refuses injected scripts, as it should.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=required(find_axe(), "axe-core"))
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": tags}
    found = page.evaluate("(only) => axe.run('html', {runOnly: only, resultTypes: ['violations']})", only)
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
