"""Cleaning of markup. The only module that imports bleach, so that there is one rule to check."""

import bleach

PROSE_TAGS = frozenset({"a", "b", "br", "em", "h2", "h3", "h4", "i", "li", "ol", "p", "strong", "ul"})
PROSE_ATTRIBUTES = {"a": ["href"]}
PROSE_PROTOCOLS = frozenset({"http", "https", "mailto", "tel"})


def clean_prose(markup: str) -> str:
    """Return markup with only prose tags left; scripts, styles and unknown tags lose their tags."""
    return bleach.clean(
        markup, tags=PROSE_TAGS, attributes=PROSE_ATTRIBUTES, protocols=PROSE_PROTOCOLS, strip=True, strip_comments=True
    )


def plain_words(text: str) -> str:
    """Return what a person typed as plain words: no control characters that a database refuses.

    Nothing that a person wrote is taken away but NUL, lone surrogates and other control
    characters; ``<`` stays ``<`` (templates escape it). Line ends become ``\\n``.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in text if char in "\n\t" or (ord(char) >= 32 and not 0xD800 <= ord(char) <= 0xDFFF))
    return "".join(kept).replace("\x7f", "").strip()
