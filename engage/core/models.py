"""The page that every page of Engage is built on, and the counters of wrong tries."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from engage.core.easy_read import language_of, log_warnings, page_pieces
from engage.core.glossary import Term
from engage.core.mail.models import OutboxMessage
from engage.core.mail.wording_models import MailWording
from engage.core.readability import Piece
from engage.core.routing import restrictions_of, route_to_specific
from engage.core.worker.models import JobRun

__all__ = ["BasePage", "JobRun", "MailWording", "OutboxMessage", "Term", "TryCounter"]


class BasePage(Page):
    """A page with a picture and one short sentence, as cards and search results show it."""

    summary = models.CharField(
        _("summary"),
        max_length=160,
        blank=True,
        help_text=_("One short Easy Read sentence. It stands on cards and in search results."),
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture on cards that link to this page."),
    )

    # Fields beside title, summary and StreamFields that the Easy Read checker reads.
    easy_read_fields: tuple[str, ...] = ()
    # What ``easy_read_pieces`` follows, so that a list of pages is read with a fixed number of queries.
    easy_read_relations: tuple[str, ...] = ()

    # A page has the same address in every language, after the language itself.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    card_panels = [FieldPanel("summary"), FieldPanel("picture")]

    class Meta:
        abstract = True

    def easy_read_pieces(self) -> list[Piece]:
        """What people read of this page in Easy Read, in the editor's order."""
        return list(page_pieces(self, fields=self.easy_read_fields))

    def publish(self, revision, *args, looked_at_warnings: bool = False, **kwargs):
        """Publish a revision, and write its Easy Read warnings into the history.

        ``looked_at_warnings`` is whether the person saw them first. See docs/decisions.
        """
        result = super().publish(revision, *args, **kwargs)
        if kwargs.get("log_action", True):
            user = kwargs.get("user") or (args[0] if args else None)
            log_warnings(revision.as_object(), revision, user=user, looked=looked_at_warnings)
        return result

    def serve_preview(self, request, mode_name):
        """Wagtail's preview, in the language of the page: the admin's own is another one."""
        with translation.override(language_of(self)):
            response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
        return response

    def route(self, request, path_components):
        """Wagtail's routing, with one query a step instead of two."""
        return route_to_specific(self, request, path_components)

    def get_view_restrictions(self):
        """Wagtail's restrictions on this page, what it translates and those above them; one query instead of two."""
        return restrictions_of(self)


class TryCounter(models.Model):
    """How many tries at codes are spent: of one client, or of all together. See ``engage.core.throttle``.

    Personal data: none that can be read back; ``key`` is a keyed hash of an address and the day. Purpose:
    nobody shall guess codes. Period: the daily purge deletes it after a day.
    """

    key = models.CharField(max_length=64, primary_key=True)
    spent = models.FloatField(default=0)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
