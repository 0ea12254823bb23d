"""Voice answers: what people recorded beside the box for their own words, and where the files lie."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from consultations.surveys.querysets import VoiceQuerySet

from .answers import Answer
from .concerns import Concern


def voice_storage() -> Storage:
    """Where recordings lie: never among the uploads that somebody can fetch by an address."""
    return storages["voices"]


def random_name(_voice: "Voice", name: str) -> str:
    """A name that says nothing of anybody; its ending comes from what the file is."""
    return f"{secrets.token_hex(16)}.{name.rpartition('.')[2]}"


def cascade_with_files(collector, field, sub_objs, using) -> None:
    """``on_delete``: as CASCADE, and the files of the rows go when the transaction is stored.

    So whatever deletes an answer deletes its recording, in whatever way it does. Outside a transaction
    the file waits for ``purge_responses``.
    """
    names = list(sub_objs.values_list("file", flat=True))
    models.CASCADE(collector, field, sub_objs, using)
    forget_files(names, using=using)


def forget_files(names: Iterable[str], *, using: str | None = None) -> None:
    """Delete these files on commit, but for those that a row still points at."""
    for name in names:
        # Robust: a file that cannot be deleted now is one for the next purge, and no error for the person.
        transaction.on_commit(partial(_forget_file, name), using=using, robust=True)


def _forget_file(name: str) -> None:
    if not Voice.objects.filter(file=name).exists():
        voice_storage().delete(name)


class Voice(models.Model):
    """A recording of at most two minutes: of an answer, or of one as it was when a concern was raised.

    Personal data: a person's voice, and whatever it says. Purpose: to let people answer who find it hard
    to write; a person of the team writes the words down (``Answer.transcript``). Period: as the answer; what
    a concern keeps, as the concern.
    """

    answer = models.OneToOneField(
        Answer, verbose_name=_("answer"), null=True, on_delete=cascade_with_files, related_name="voice"
    )
    concern = models.OneToOneField(
        Concern,
        verbose_name=_("kept for a concern"),
        null=True,
        on_delete=cascade_with_files,
        related_name="voice_before",
    )
    file = models.FileField(_("file"), storage=voice_storage, upload_to=random_name, max_length=100)
    media_type = models.CharField(_("type"), max_length=20)
    seconds = models.PositiveSmallIntegerField(_("length in seconds"), null=True)
    digest = models.CharField(max_length=64, editable=False)
    recorded_at = models.DateTimeField(_("recorded"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written down by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    written_at = models.DateTimeField(_("written down"), null=True)

    objects = VoiceQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["recorded_at", "pk"]
        default_permissions = ()
        permissions = [
            ("listen_voice", "Can listen to voice answers"),
            ("transcribe_voice", "Can write down the words of voice answers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer__isnull=False, concern__isnull=True)
                | models.Q(answer__isnull=True, concern__isnull=False),
                name="surveys_voice_of_an_answer_or_a_concern",
            )
        ]

    def __str__(self) -> str:
        return str(_("Recording %(number)s") % {"number": self.pk})

    def delete(self, *args, **kwargs):
        """Delete the row now and the file on commit."""
        forget_files([self.file.name])
        return super().delete(*args, **kwargs)

    @property
    def length(self) -> str:
        """Minutes and seconds, such as 0:34; "" where the file does not tell."""
        return "" if self.seconds is None else f"{self.seconds // 60}:{self.seconds % 60:02}"

    @property
    def is_written_down(self) -> bool:
        return self.written_at is not None


def stray_files(*, before: datetime) -> list[str]:
    """Files that no row points at and that are older than a moment: left by a server that stopped half way."""
    storage = voice_storage()
    try:
        names = storage.listdir("")[1]
    except FileNotFoundError:
        return []
    held = set(Voice.objects.values_list("file", flat=True))
    return [name for name in names if name not in held and storage.get_modified_time(name) < before]
