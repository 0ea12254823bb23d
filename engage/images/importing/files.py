"""Whether a file is the picture that it says, by what is in it."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField

from engage.images.importing.sources import Unreadable
from engage.images.importing.svg import cleaned_svg

KINDS = ("png", "jpg", "jpeg", "svg")
MOST_PIXELS = 25_000_000


def checked_picture(file: str, content: bytes) -> bytes:
    """The bytes to keep of a picture: those of the file, an SVG without what could run. Raises ``Unreadable``."""
    kind = file.rsplit(".", 1)[-1].casefold() if "." in file else ""
    if kind not in KINDS:
        raise Unreadable(_("Only PNG, JPG and SVG pictures can be imported."))
    if not content:
        raise Unreadable(_("This file is empty."))
    if kind == "svg":
        content = cleaned_svg(content)
    field = WagtailImageField()
    field.max_image_pixels = MOST_PIXELS
    try:
        field.clean(SimpleUploadedFile(f"picture.{kind}", content))
    except ValidationError as error:
        raise Unreadable(" ".join(error.messages)) from error
    return content
