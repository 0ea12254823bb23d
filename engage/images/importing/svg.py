"""SVG files from elsewhere, without what could run, load or swell."""

import re
from xml.etree import ElementTree

from defusedxml import ElementTree as SafeTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from engage.images.importing.sources import Unreadable

SVG = "http://www.w3.org/2000/svg"
LARGEST_SVG = 1024 * 1024
MOST_ELEMENTS = 20_000
# Writing an SVG goes one step deeper with each group, and Python goes no further than 1,000.
DEEPEST = 200
# Only what draws. Whatever else stands there, such as script, foreignObject or an editor's notes, goes.
DRAWING = frozenset(
    """svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker switch style""".split()  # noqa: SIM905 (a list of quoted names is harder to read)
)
LEADS_OUT = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression\s*\(|javascript:", re.IGNORECASE)

ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def cleaned_svg(content: bytes) -> bytes:
    """The drawing alone: no scripts, no handlers, nothing from other places. Raises ``Unreadable``."""
    if len(content) > LARGEST_SVG:
        raise Unreadable(_("This SVG is larger than 1 MB. Save it simpler, or as PNG."))
    try:
        root = SafeTree.fromstring(content, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Unreadable(_("This SVG holds entities, which can hide things. Save it again as plain SVG.")) from error
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable(_("This is not an SVG, or it is broken.")) from error
    if root.tag != f"{{{SVG}}}svg":
        raise Unreadable(_("This is not an SVG, or it is broken."))
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise Unreadable(_("This SVG has too many parts. Save it simpler, or as PNG."))
    _clean(root)
    return ElementTree.tostring(root, encoding="utf-8")


def _clean(root: ElementTree.Element) -> None:
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise Unreadable(_("This SVG has too many parts. Save it simpler, or as PNG."))
        for name, value in list(element.attrib.items()):
            if not _is_harmless(name, value):
                del element.attrib[name]
        for child in list(element):
            kind = str(child.tag).removeprefix(f"{{{SVG}}}")
            if kind in DRAWING and not (kind == "style" and LEADS_OUT.search("".join(child.itertext()))):
                waiting.append((child, depth + 1))
            else:
                element.remove(child)


def _is_harmless(name: str, value: str) -> bool:
    plain = name.rsplit("}", 1)[-1].casefold()
    if plain.startswith("on") or plain == "base":
        return False
    if plain in ("href", "src"):
        return value.strip().startswith("#")
    return not LEADS_OUT.search(value)
