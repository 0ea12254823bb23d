"""QR codes: the squares on posters that open an address when a phone looks at them."""

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe

# The standard's quiet zone: without 4 white modules around it, phones do not find the square.
QUIET_ZONE = 4
# About 15 of 100 parts of the square may be dirty or torn.
ERROR_CORRECTION = "m"
PNG_SCALE = 16


def _square(address: str) -> segno.QRCode:
    return segno.make_qr(address, error=ERROR_CORRECTION, boost_error=True)


def qr_svg(address: str) -> SafeString:
    """The square as an SVG to put into a page: black on white in every theme, as large as its place."""
    svg = _square(address).svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)
    # segno makes it of figures alone: nothing of the address stands in it.
    return mark_safe(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308 (no words of anybody in it)


def qr_svg_file(address: str) -> bytes:
    """The square as an SVG file for a leaflet."""
    out = BytesIO()
    _square(address).save(out, kind="svg", border=QUIET_ZONE, dark="#000", light="#fff", scale=10)
    return out.getvalue()


def qr_png_file(address: str) -> bytes:
    """The square as a PNG file of about 600 dots."""
    out = BytesIO()
    _square(address).save(out, kind="png", border=QUIET_ZONE, dark="#000", light="#fff", scale=PNG_SCALE)
    return out.getvalue()
