"""How a person wants pages to look and sound. One plain cookie; no account, nothing stored here.

The choices are those of design/easy-read.md: text size, colours, letter shapes, spacing,
pictures, read aloud, Easy Read or the longer version, and signed films.
"""

from dataclasses import asdict, dataclass, fields

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

COOKIE_NAME = "engage_display"
COOKIE_AGE_SECONDS = 365 * 24 * 3600


class TextSize(TextChoices):
    NORMAL = "normal", _("Big")
    LARGE = "large", _("Bigger")
    LARGEST = "largest", _("Biggest")


class Theme(TextChoices):
    CREAM = "cream", _("Dark on cream")
    WHITE = "white", _("Dark on white")
    YELLOW = "yellow", _("Yellow on black")
    NAVY = "navy", _("White on blue")


class LetterShape(TextChoices):
    CLEAR = "clear", _("Clear letters")
    DYSLEXIC = "dyslexic", _("Heavy letters")
    PLAIN = "plain", _("Letters of my device")


class Spacing(TextChoices):
    NORMAL = "normal", _("Normal space")
    WIDE = "wide", _("More space")


class Pictures(TextChoices):
    ON = "on", _("Show pictures")
    OFF = "off", _("No pictures")


class Listen(TextChoices):
    ON = "on", _("Show Listen buttons")
    OFF = "off", _("No Listen buttons")


class Signed(TextChoices):
    OFF = "off", _("No signed films")
    ON = "on", _("Show signed films (BSL)")


class Version(TextChoices):
    EASY = "easy", _("Easy Read")
    LONG = "long", _("Longer words")


CHOICES: dict[str, type[TextChoices]] = {
    "size": TextSize,
    "theme": Theme,
    "letters": LetterShape,
    "spacing": Spacing,
    "pictures": Pictures,
    "listen": Listen,
    "version": Version,
    "signed": Signed,
}


@dataclass(frozen=True)
class DisplayPreferences:
    """One value for each choice; the defaults are what most people meet first."""

    size: str = TextSize.NORMAL
    theme: str = Theme.CREAM
    letters: str = LetterShape.CLEAR
    spacing: str = Spacing.NORMAL
    pictures: str = Pictures.ON
    listen: str = Listen.ON
    version: str = Version.EASY
    signed: str = Signed.OFF

    @property
    def is_easy_read(self) -> bool:
        return self.version == Version.EASY

    def as_cookie(self) -> str:
        """The choices as ``size.large-theme.navy``: letters, dots and dashes only."""
        return "-".join(f"{name}.{value}" for name, value in asdict(self).items())

    @classmethod
    def from_cookie(cls, text: str) -> "DisplayPreferences":
        """Read a cookie. Anything unknown, broken or hostile is the default for that choice."""
        given = dict(part.split(".", 1) for part in text[:400].split("-") if "." in part)
        return cls.from_values(given)

    @classmethod
    def from_values(cls, given: dict[str, str]) -> "DisplayPreferences":
        """Keep the values that are choices; the default stands for every other."""
        known = {
            field.name: given[field.name]
            for field in fields(cls)
            if field.name in given and given[field.name] in CHOICES[field.name].values
        }
        return cls(**known)
