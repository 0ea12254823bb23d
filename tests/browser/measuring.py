"""Measure an open page, and look at it as somebody with other preferences does."""

from pathlib import Path

from playwright.sync_api import Page

MEASURING = Path(__file__).with_name("measuring.js").read_text()


def measure(page: Page, what: str, *arguments) -> list[str]:
    """Call one function of measuring.js in the page."""
    if not page.evaluate("() => 'measuring' in window"):
        page.evaluate(MEASURING)
    return page.evaluate(f"(given) => window.measuring.{what}(...given)", list(arguments))


def prefer(page: Page, **preferences: str) -> None:
    """Change display preferences in the open page: they are attributes of <html> and nothing else."""
    page.evaluate("(given) => Object.assign(document.documentElement.dataset, given)", preferences)
    page.evaluate("() => document.fonts.ready.then(() => true)")
