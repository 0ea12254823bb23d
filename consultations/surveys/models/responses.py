"""A response: one person's or one group's submission to a survey."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from consultations.models import Area
from consultations.surveys.enums import HELPED, AgeBand, AnsweredBy, RespondentGroup, ResponseStatus, Source
from consultations.surveys.querysets import ResponseQuerySet
from engage.core.languages import language_choices
from engage.core.preferences import DisplayPreferences, Listen, Pictures, Signed, Version

from .people import Need

# Crockford's base 32 without letters that look like figures (I, L, O, U): read out, typed back.
RECEIPT_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECEIPT_LENGTH = 12
# No code holds these letters: somebody read them out of a figure.
LOOKALIKES = str.maketrans("OIL", "011")


def new_receipt_code() -> str:
    """60 random bits as three groups of four, such as ``7KD3-9QTX-2M8B``."""
    letters = "".join(secrets.choice(RECEIPT_ALPHABET) for _index in range(RECEIPT_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, RECEIPT_LENGTH, 4))


def as_receipt_code(typed: str) -> str:
    """What somebody read out or typed as a code is stored: capitals in groups, other signs left out."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(LOOKALIKES)
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def hash_token(token: str) -> str:
    """The form in which a token is stored: whoever reads the database cannot open anybody's answers."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class Response(models.Model):
    """What one person or group sent, or has begun. Anonymous: no name, no address, no IP.

    Personal data: age band, respondent group, area and needs, given by choice. Purpose: to see whose voices
    are heard. Period: ``ENGAGE_ANSWERS_YEARS`` after the consultation closes; unfinished ones
    ``ENGAGE_UNFINISHED_DAYS`` after the last change.
    """

    survey = models.ForeignKey(
        "surveys.SurveyPage", verbose_name=_("survey"), on_delete=models.PROTECT, related_name="responses"
    )
    survey_revision = models.ForeignKey(
        Revision,
        verbose_name=_("wording that was asked"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    status = models.CharField(_("status"), max_length=10, choices=ResponseStatus, default=ResponseStatus.STARTED)
    source = models.CharField(_("source"), max_length=20, choices=Source, default=Source.ONLINE)
    source_detail = models.CharField(
        _("where it came from"), max_length=160, blank=True, help_text=_("For example which event.")
    )
    # Of a note: the number of its event's page, so that two events with one title keep their notes apart.
    event_number = models.PositiveBigIntegerField(null=True, editable=False, db_index=True)
    session = models.ForeignKey(
        "surveys.GroupSession",
        verbose_name=_("group session"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="responses",
    )
    people = models.PositiveIntegerField(
        _("people"),
        null=True,
        blank=True,
        default=1,
        help_text=_("How many people speak here. Empty when nobody counted."),
    )
    answered_by = models.CharField(_("who answered"), max_length=20, choices=AnsweredBy, blank=True)
    group = models.CharField(_("respondent group"), max_length=20, choices=RespondentGroup, blank=True)
    area = models.ForeignKey(
        Area, verbose_name=_("area"), null=True, blank=True, on_delete=models.PROTECT, related_name="responses"
    )
    needs = models.ManyToManyField(Need, verbose_name=_("needs"), blank=True, related_name="responses")
    age_band = models.CharField(_("age"), max_length=10, choices=AgeBand, blank=True)
    # The person's display choices when they last answered or sent; empty for paper, events and imports.
    presentation = models.CharField(_("words"), max_length=4, choices=Version, blank=True)
    pictures = models.CharField(_("pictures"), max_length=3, choices=Pictures, blank=True)
    signed = models.CharField(_("signed films"), max_length=3, choices=Signed, blank=True)
    listen = models.CharField(_("Listen buttons"), max_length=3, choices=Listen, blank=True)
    # The language in which the person last answered; empty where nobody knows.
    language = models.CharField(_("language"), max_length=10, choices=language_choices, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    receipt_code = models.CharField(_("receipt code"), max_length=14, unique=True, null=True, editable=False)
    # Of an unfinished response: its picture code (``picture_code.hash_code``), how many codes it has had, and
    # the token of the link in an e-mail. Sending ends them.
    return_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    return_number = models.PositiveSmallIntegerField(default=0, editable=False)
    link_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("typed in by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started"))
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = ResponseQuerySet.as_manager()
    # Wagtail's index of references would be written anew with every step of somebody's journey.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ("view",)
        permissions = [
            ("export_response", "Can export responses"),
            ("erase_response", "Can delete a response when somebody asks for it"),
            ("enter_response", "Can type in answers that came on paper"),
            ("import_response", "Can import answers from a spreadsheet"),
        ]
        indexes = [models.Index(fields=["survey", "status", "-sent_at"], name="surveys_response_listing")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="started", sent_at__isnull=True)
                | models.Q(status__in=["sent", "withdrawn"], sent_at__isnull=False),
                name="surveys_response_sent_has_time",
            )
        ]

    def __str__(self) -> str:
        return str(_("Response %(number)s") % {"number": self.pk})

    def keep_display(self, shown: DisplayPreferences) -> list[str]:
        """Take over how the person had the questions presented; returns the names of the fields."""
        values = {
            "presentation": shown.version,
            "pictures": shown.pictures,
            "signed": shown.signed,
            "listen": shown.listen,
        }
        for name, value in values.items():
            setattr(self, name, value)
        return list(values)

    def keep_asking(self, shown: DisplayPreferences | None, language: str) -> list[str]:
        """Take over how and in which language the person was asked; returns the names of the fields."""
        names = self.keep_display(shown) if shown else []
        if language:
            self.language = language
            names.append("language")
        return names

    @property
    def is_sent(self) -> bool:
        return self.status == ResponseStatus.SENT

    @property
    def kept_until(self) -> datetime:
        """When an unfinished response is deleted, if nothing changes until then."""
        return self.changed_at + timedelta(days=settings.ENGAGE_UNFINISHED_DAYS)

    @property
    def was_helped(self) -> bool:
        return self.answered_by in HELPED

    @property
    def needs_in_words(self) -> str:
        """The needs that a person named, for lists and exports; one query unless they are prefetched."""
        return ", ".join(need.text for need in self.needs.all())
