"""Rich text as the checker reads it: a line for each paragraph, and which stretches are in italics."""

from html.parser import HTMLParser

LINE_TAGS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "div", "ul", "ol", "blockquote", "td", "tr", "hr"}
ITALIC_TAGS = {"i", "em"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.italics: list[tuple[int, int]] = []
        self._open: list[int] = []
        self._parts: list[str] = []
        self._length = 0

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def handle_starttag(self, tag, attrs):
        if tag in LINE_TAGS:
            self._add("\n")
        elif tag in ITALIC_TAGS:
            self._open.append(self._length)

    def handle_endtag(self, tag):
        if tag in LINE_TAGS:
            self._add("\n")
        elif tag in ITALIC_TAGS and self._open:
            start = self._open.pop()
            if self._length > start:
                self.italics.append((start, self._length))

    def handle_data(self, data):
        self._add(data)

    def close(self):
        super().close()
        self.text = "".join(self._parts)


def read_markup(html: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words of some HTML, and the stretches of them (start, end) that stand in italics."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text, tuple(reader.italics)
