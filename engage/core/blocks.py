"""Blocks that people read. What something points at, counts or must outlive is a row instead (house.md)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

PROSE_FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class SentenceBlock(blocks.TextBlock):
    """One sentence. Line breaks become spaces, so that a passage stays one idea."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 200, "rows": 2, **kwargs})

    def clean(self, value):
        return " ".join(super().clean(value).split())


class PictureTextBlock(blocks.StructBlock):
    """The Easy Read unit: a picture and one sentence, side by side."""

    picture = ImageChooserBlock(label=_("Picture"))
    text = SentenceBlock(label=_("One short sentence"), help_text=_("At most 15 words. One idea."))

    class Meta:
        icon = "image"
        label = _("Picture and one sentence")
        template = "blocks/picture_text.html"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class VoiceBlock(blocks.StructBlock):
    """A recorded human voice with the same words beside it."""

    title = blocks.CharBlock(label=_("What is it?"), max_length=80)
    recording = DocumentChooserBlock(label=_("Recording"), help_text=_("An mp3, m4a or ogg file."))
    transcript = blocks.TextBlock(label=_("The words"), help_text=_("Every word that is said."))

    class Meta:
        icon = "media"
        label = _("Recorded voice")
        template = "blocks/voice.html"


class VideoBlock(blocks.StructBlock):
    """A film that plays from this site, or a link to one; always with its words."""

    title = blocks.CharBlock(label=_("What is it?"), max_length=80)
    film = DocumentChooserBlock(label=_("Film"), required=False, help_text=_("An mp4 or webm file."))
    link = blocks.URLBlock(
        label=_("Or a link to the film"), required=False, help_text=_("People leave our site when they follow it.")
    )
    transcript = blocks.TextBlock(label=_("The words"), help_text=_("Every word that is said or signed."))

    class Meta:
        icon = "media"
        label = _("Film with its words")
        template = "blocks/video.html"

    def clean(self, value):
        result = super().clean(value)
        if not (result.get("film") or result.get("link")) and not getattr(self, "is_deferred_validation", False):
            raise blocks.StructBlockValidationError(
                block_errors={"film": ValidationError(_("Choose a film, or paste a link to one."))}
            )
        return result


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(label=_("What is it?"), max_length=80)

    class Meta:
        icon = "doc-full"
        label = _("Document to download")
        template = "blocks/download.html"


class KeyFactsBlock(blocks.StructBlock):
    """Big figures with a few words each."""

    facts = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("figure", blocks.CharBlock(label=_("Figure"), max_length=12)),
                ("label", blocks.CharBlock(label=_("What it counts"), max_length=60)),
            ]
        ),
        label=_("Facts"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        icon = "list-ol"
        label = _("Key facts")
        template = "blocks/key_facts.html"


class PassagesBlock(blocks.StreamBlock):
    """Easy Read passages, in the order people read them."""

    picture_text = PictureTextBlock()
    heading = HeadingBlock()
    voice = VoiceBlock()
    video = VideoBlock()
    download = DownloadBlock()
    key_facts = KeyFactsBlock()


def easy_read_errors(passages: StreamValue | None) -> dict[str, str]:
    """What ``passages`` lack for everybody to read them, as a page's ``publishing_errors()`` says it."""
    if any(block.block_type == "picture_text" for block in passages or []):
        return {}
    return {"passages": str(_("Add at least one picture with one Easy Read sentence."))}
