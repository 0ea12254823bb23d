"""What people can say of themselves: areas of the district, and needs. Officers keep both lists."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferedQuerySet(models.QuerySet):
    def in_use(self):
        """Those that people can choose now."""
        return self.filter(in_use=True)


class Area(models.Model):
    """A part of the district that is large enough for nobody to be recognised by it."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("As people call it. Large enough that many young people live there.")
    )
    district = models.CharField(_("district"), max_length=80, blank=True, help_text=_("The heading over its areas."))
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))
    in_use = models.BooleanField(_("people can choose it"), default=True)

    objects = OfferedQuerySet.as_manager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["order", "district", "name"]
        constraints = [models.UniqueConstraint(fields=["district", "name"], name="surveys_area_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.district})" if self.district else self.name


class Need(models.Model):
    """A need in the kind words of the person who has it, such as "I find it hard to talk"."""

    text = models.CharField(
        _("words"), max_length=80, unique=True, help_text=_("As somebody says it of themselves: I use a wheelchair.")
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))
    in_use = models.BooleanField(_("people can choose it"), default=True)

    objects = OfferedQuerySet.as_manager()

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["order", "text"]

    def __str__(self) -> str:
        return self.text
