"""Pictures. Every picture says in words what it shows, so the description is required."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CustomImage(AbstractImage):
    """An uploaded picture or one of the project's pictograms."""

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

    admin_form_fields = tuple(field for field in Image.admin_form_fields if field != "description") + ("description",)

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=~models.Q(slug=""), name="images_pictogram_slug_unique")
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
