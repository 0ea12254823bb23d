"""SVG files from elsewhere lose what could run, load or swell, and keep the drawing."""

import pytest

from engage.images.importing.sources import Unreadable
from engage.images.importing.svg import cleaned_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def clean(inside: str, head: str = HEAD) -> str:
    return cleaned_svg(f"{head}{inside}</svg>".encode()).decode()


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        '<g onload="alert(1)"/>',
        '<g ONCLICK="alert(1)"/>',
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">alert(1)</body></foreignObject>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<use href="https://alert(1).example/x.svg#a"/>',
        '<use xlink:href="data:text/html,alert(1)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<image href="https://example.org/alert(1).png"/>',
        '<g style="fill: url(https://example.org/alert(1))"/>',
        '<style>@import "https://example.org/alert(1).css";</style>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<?xml-stylesheet href="alert(1)"?>',
        "<!-- alert(1) -->",
    ],
)
def test_what_could_run_or_load_goes(bad):
    cleaned = clean(f'<circle r="2"/>{bad}')
    assert "alert(1)" not in cleaned
    assert '<circle r="2"' in cleaned


def test_the_drawing_stays():
    drawing = '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path d="M0 0" fill="url(#a)"/>'
    cleaned = clean(f'{drawing}<use href="#a"/><style>.b{{fill:red}}</style><title>Cat</title>')
    for part in ("linearGradient", 'fill="url(#a)"', 'href="#a"', ".b{fill:red}", "<title>Cat</title>", "viewBox"):
        assert part in cleaned, part
    assert "ns0:" not in cleaned


def test_a_doctype_without_entities_is_no_reason_to_refuse():
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    cleaned = clean('<circle r="2"/>', f'<?xml version="1.0"?>{doctype}{HEAD}')
    assert "DOCTYPE" not in cleaned
    assert "circle" in cleaned


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", b"\x00\xff", b"<svg/>", b"\x89PNG"])
def test_what_is_no_svg_is_refused(content):
    with pytest.raises(Unreadable, match="not an SVG"):
        cleaned_svg(content)


@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY % a SYSTEM "http://x.example">']
)
def test_entities_are_refused(entity):
    with pytest.raises(Unreadable, match="entities"):
        clean("", f"<!DOCTYPE svg [{entity}]>{HEAD}")


def test_thousands_of_groups_within_each_other_are_no_crash():
    assert "onload" not in clean("<g>" * 150 + '<g onload="alert(1)"/>' + "</g>" * 150)
    for deep in (300, 5_000, 9_999):
        with pytest.raises(Unreadable, match="too many parts"):
            clean("<g>" * deep + "</g>" * deep)
