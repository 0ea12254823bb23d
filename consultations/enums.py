"""The words of consultations, and named groups of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """Where a consultation is, by the clock and by whether its answer is published."""

    PLANNED = "planned", _("Coming soon")
    OPEN = "open", _("Open now")
    CLOSED = "closed", _("Closed")
    ANSWERED = "answered", _("Closed and answered")


ENDED_STAGES = frozenset({Stage.CLOSED, Stage.ANSWERED})


class Audience(TextChoices):
    YOUNG_PEOPLE = "young_people", _("Children and young people")
    PARENTS = "parents", _("Parents and carers")
    PROFESSIONALS = "professionals", _("People who work with children and young people")
    EVERYONE = "everyone", _("Everyone")
