"""Answers that were gathered elsewhere: a file on its way in, what came of it, and the rows that are here."""

import json
import zlib
from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .responses import Response


class ResponseImport(models.Model):
    """One file whose rows became responses. It stays when it is undone, without its rows.

    Personal data: none of those who answered. The name of the file is the officer's.
    """

    survey = models.ForeignKey(
        "surveys.SurveyPage", verbose_name=_("survey"), on_delete=models.CASCADE, related_name="imports"
    )
    origin = models.CharField(_("where the answers come from"), max_length=160)
    file_name = models.CharField(_("file"), max_length=200)
    added = models.PositiveIntegerField(_("rows imported"))
    already = models.PositiveIntegerField(_("rows that were there"), default=0)
    wrong = models.PositiveIntegerField(_("wrong rows"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("imported by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("imported"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("undone by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import of answers")
        verbose_name_plural = _("imports of answers")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(_("Import %(number)s") % {"number": self.pk})

    @property
    def responses(self) -> models.QuerySet[Response]:
        """The responses that it brought and that are still there."""
        return Response.objects.filter(imported_row__batch=self)


class ImportedRow(models.Model):
    """A row of a file that was imported, so that it is known again.

    ``key_hash`` is of the row's own key and where it came from, ``row_hash`` of all its cells; both keyed, so
    that nobody who reads the database can try out what a row said. Without a response: somebody had it deleted,
    and importing the file again does not bring it back.
    """

    batch = models.ForeignKey(ResponseImport, on_delete=models.CASCADE, related_name="rows")
    survey = models.ForeignKey("surveys.SurveyPage", on_delete=models.CASCADE, related_name="+")
    response = models.OneToOneField(Response, null=True, on_delete=models.SET_NULL, related_name="imported_row")
    line = models.PositiveIntegerField()
    key_hash = models.CharField(max_length=64)
    row_hash = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["survey", "key_hash"], name="surveys_imported_key_once"),
            models.UniqueConstraint(fields=["survey", "row_hash"], name="surveys_imported_row_once"),
        ]

    def __str__(self) -> str:
        return str(self.line)


class ImportDraftQuerySet(models.QuerySet):
    def current(self):
        """Files that are young enough to go on with; older ones are deleted."""
        return self.filter(made_at__gt=timezone.now() - timedelta(hours=settings.ENGAGE_IMPORT_HOURS))


class ImportDraft(models.Model):
    """The rows of a file between the steps of an import, for the one officer who brought it.

    Personal data: all that the file holds. Purpose: to import it. Period: until it is imported or dropped, at most
    ``ENGAGE_IMPORT_HOURS``. It lives in the database, so no address serves it.
    """

    survey = models.ForeignKey("surveys.SurveyPage", on_delete=models.CASCADE, related_name="+")
    origin = models.CharField(max_length=160)
    file_name = models.CharField(max_length=200)
    packed = models.BinaryField()
    sheet = models.PositiveSmallIntegerField(default=0)
    # What each column means, how dates are written, what words mean: ``importing.plans.Plan``.
    plan = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    batch = models.ForeignKey(ResponseImport, null=True, on_delete=models.CASCADE, related_name="+")

    objects = ImportDraftQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.file_name

    @staticmethod
    def pack(content: list) -> bytes:
        """Plain values as a few bytes."""
        return zlib.compress(json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False).encode(), level=3)

    def unpack(self) -> list:
        """What ``pack`` was given."""
        return json.loads(zlib.decompress(bytes(self.packed)))
