"""One question in many presentations: Easy Read or longer words, and a signed film. The answers are the same rows."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from engage.core.closed_panel import ClosedPanel
from engage.core.preferences import Version

FILM_ENDINGS = ("mp4", "webm")


class Presentations(models.Model):
    """The part of a question that holds its other ways to be asked. Wording may be corrected after answers."""

    standard_text = models.CharField(
        _("question in longer words"),
        max_length=300,
        blank=True,
        help_text=_("For people who choose longer words. Empty: they read the Easy Read question."),
    )
    standard_help = models.CharField(
        _("help in longer words"), max_length=400, blank=True, help_text=_("Empty: they read the Easy Read help.")
    )
    signed_film = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("signed film (BSL)"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("An mp4 or webm file. It plays on our page. Its title stands above it."),
    )
    signed_link = models.URLField(
        _("or a link to the signed film"),
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Starts with https. People leave our site when they follow it."),
    )
    signed_words = models.TextField(
        _("the words of the signed film"), blank=True, help_text=_("Everything that is signed, in writing.")
    )

    class Meta:
        abstract = True

    @classmethod
    def presentations_panel(cls) -> ClosedPanel:
        return ClosedPanel(
            [
                FieldPanel("standard_text"),
                FieldPanel("standard_help"),
                FieldPanel("signed_film"),
                FieldPanel("signed_link"),
                FieldPanel("signed_words"),
            ],
            heading=_("Other ways to ask"),
            summary=_("Longer words and a signed film"),
        )

    @property
    def has_standard(self) -> bool:
        return bool(self.standard_text or self.standard_help)

    def version_shown(self, version: str) -> str:
        """The version that somebody sees who chose ``version``: Easy Read where there are no longer words."""
        return version if version == Version.LONG and self.has_standard else Version.EASY

    def wording_in(self, version: str) -> str:
        """The question's words in a version."""
        return (version == Version.LONG and self.standard_text) or self.wording

    def help_in(self, version: str) -> str:
        """The help in a version, with how many may be ticked where it does not say so."""
        return self.with_limit((version == Version.LONG and self.standard_help) or self.help_text)

    def words_in(self, version: str) -> list[str]:
        """All words of a version in which somebody may meet a hard one."""
        return [self.wording_in(version), self.help_in(version), *(choice.text for choice in self.asked_choices)]

    def recording_in(self, version: str):
        """The recorded voice, where it says the words of this version: somebody read the Easy Read aloud."""
        return self.shown_recording if self.version_shown(version) == Version.EASY else None

    @property
    def signed(self) -> dict | None:
        """The signed film as the film's template reads it; None where there is none."""
        if not (self.signed_film_id or self.signed_link):
            return None
        title = self.signed_film.title if self.signed_film_id else ""
        return {
            "title": _("Signed film: %(title)s") % {"title": title} if title else _("Signed film (BSL)"),
            "film": self.signed_film,
            "link": self.signed_link,
            "transcript": self.signed_words,
        }

    def signed_errors(self) -> dict[str, str]:
        """What a signed film lacks to be shown, by the name of the field."""
        if self.signed and not self.signed_words:
            return {"signed_words": _("Write the words of the signed film, for people who cannot see it.")}
        return {}

    def check_signed_film(self) -> None:
        """Raise ``ValidationError`` for a document that no browser plays as a film."""
        if self.signed_film_id and self.signed_film.file_extension not in FILM_ENDINGS:
            raise ValidationError({"signed_film": _("Choose an mp4 or webm file.")})
