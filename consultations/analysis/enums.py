"""Where a coding or a priority of an answer comes from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CodingOrigin(TextChoices):
    BY_HAND = "by_hand", _("By hand")
    SUGGESTED = "suggested", _("Suggested and accepted")
    IMPORTED = "imported", _("Imported")


class PriorityOrigin(TextChoices):
    QUESTION = "question", _("From the question")
    STATEMENT = "statement", _("From the I statement")
    THEME = "theme", _("From a theme")
    BY_HAND = "by_hand", _("By hand")
