"""What became of something that people said."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OutcomeState(TextChoices):
    DONE = "done", _("Done")
    DOING = "doing", _("Doing it now")
    CANNOT = "cannot", _("We cannot do this")


STATE_PICTURES = {OutcomeState.DONE: "tick", OutcomeState.DOING: "clock", OutcomeState.CANNOT: "stop"}
