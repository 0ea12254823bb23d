"""Pictures. Every picture says in words what it shows, so the description is required."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from engage.images.querysets import PictureQuerySet

# Wagtail's tags are our keywords: its chooser searches them and its form completes them.
OWN_FIELDS = ("description", "source", "licence", "credit")


class CustomImage(AbstractImage):
    """An uploaded picture, one of a set that was imported, or one of the project's pictograms."""

    description = models.CharField(
        _("description"),
        max_length=255,
        help_text=_("Say in one plain sentence what the picture shows. Screen readers read it aloud."),
    )
    slug = models.SlugField(
        _("pictogram name"),
        max_length=80,
        blank=True,
        default="",
        db_index=True,
        help_text=_("Only for pictograms that come with Engage. Leave it empty for your own pictures."),
    )
    source = models.CharField(
        _("set"),
        max_length=80,
        blank=True,
        default="",
        help_text=_("Where the picture comes from, such as the name of a set of pictograms."),
    )
    # With the set's name it tells which picture this is when the same set is imported again.
    source_file = models.CharField(max_length=200, blank=True, default="", editable=False)
    licence = models.CharField(
        _("licence"),
        max_length=120,
        blank=True,
        default="",
        help_text=_("Such as CC BY-SA 4.0, or bought for our council."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Who made it, as the licence asks. It stands on the page “Picture credits”."),
    )

    admin_form_fields = tuple(field for field in Image.admin_form_fields if field != "description") + OWN_FIELDS
    objects = PictureQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=~models.Q(slug=""), name="images_pictogram_slug_unique"),
            models.UniqueConstraint(
                fields=["source", "source_file"],
                condition=~models.Q(source_file=""),
                name="images_source_file_unique",
            ),
        ]

    @property
    def default_alt_text(self) -> str:
        """What a screen reader says of the picture where the page gives no other words."""
        return self.description


class Rendition(AbstractRendition):
    """A picture at one size."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="images_rendition_unique")
        ]
