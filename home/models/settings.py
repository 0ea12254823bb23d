"""What an administrator sets once for the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Names, ways to reach us, and whom to call when somebody is not safe."""

    site_name = models.CharField(_("site name"), max_length=80, default="Have your say")
    partnership_name = models.CharField(_("partnership"), max_length=80, default="SEND Partnership")
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    address = models.TextField(_("address"), blank=True)
    safeguarding_phone = models.CharField(
        _("safeguarding phone"),
        max_length=30,
        blank=True,
        help_text=_("Stands before every question that people answer in their own words."),
    )
    safeguarding_hours = models.CharField(_("when somebody answers"), max_length=80, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("partnership_name")], _("Names")),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("phone"), FieldPanel("address")], _("Contact")),
        MultiFieldPanel([FieldPanel("safeguarding_phone"), FieldPanel("safeguarding_hours")], _("Safeguarding")),
    ]

    class Meta:
        verbose_name = _("site settings")
