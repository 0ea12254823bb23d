"""What can become of a message, and what can go wrong with it."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class MailState(TextChoices):
    WAITING = "waiting", gettext_lazy("Waiting")
    SENT = "sent", gettext_lazy("Sent")
    DEAD = "dead", gettext_lazy("Not sent")


TOO_LATE = "too late"
NO_SERVER = "no server"
REFUSED = "refused"
LATER = "later"
CUT_OFF = "cut off"
BROKEN = "broken"


def problem_in_words(problem: str) -> str:
    """A problem as it is stored (a kind, and what the server or the program called it) for people."""
    kind, _colon, detail = problem.partition(":")
    words = {
        TOO_LATE: _("It was too late to send it."),
        NO_SERVER: _("The mail server did not answer."),
        REFUSED: _("The mail server refused it."),
        LATER: _("The mail server asked us to try later."),
        CUT_OFF: _("The mail server stopped in the middle."),
        BROKEN: _("The message could not be made."),
    }.get(kind, "")
    return f"{words} ({detail})" if words and detail else words
