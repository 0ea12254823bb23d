"""The words of an e-mail as officers have changed them."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from engage.core import wordings


class MailWordingQuerySet(models.QuerySet["MailWording"]):
    def words_for(self, kind: wordings.Kind, language: str) -> tuple[str, str]:
        """Subject and body of a kind in a language: the officers', or else the first ones."""
        changed = self.filter(kind=kind.kind, language=language).first()
        if changed is not None:
            return changed.subject, changed.body
        with translation.override(language):
            return str(kind.subject), str(kind.body)


class MailWording(models.Model):
    """One kind of e-mail in one language, in the officers' words. Without a row the first words are sent.

    Personal data: none; people's own values are put in when a message is written.
    """

    kind = models.CharField(_("e-mail"), max_length=80)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"), max_length=5000)

    objects = MailWordingQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("words of an e-mail")
        verbose_name_plural = _("words of e-mails")
        default_permissions = ("change",)
        constraints = [models.UniqueConstraint(fields=["kind", "language"], name="one_wording_a_language")]

    def __str__(self) -> str:
        try:
            return str(wordings.kind_of(self.kind).label)
        except KeyError:
            return self.kind
