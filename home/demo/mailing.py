"""An e-mail that was given up, so that officers can see one: somebody mistyped their address."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from consultations.surveys.mail_kinds import COME_BACK
from consultations.surveys.models import SurveyPage
from engage.core.mail import post_wording
from engage.core.mail.sending import MOST_REFUSALS
from engage.core.models import OutboxMessage
from engage.core.templatetags.words import day

SURVEY = "my-plan-and-me"
MISTYPED = "robin@northdale-schol.example"


def load_mails(surveys: dict[str, SurveyPage]) -> None:
    """Write the message as the survey does, then let the mail server have refused it two days ago."""
    written = timezone.now() - timedelta(days=2)
    values = {
        "survey": surveys[SURVEY].title,
        "link": f"{settings.WAGTAILADMIN_BASE_URL}/answer/come-back/an-example-that-opens-nothing/",
        "day": day(timezone.localtime(written) + timedelta(days=settings.ENGAGE_UNFINISHED_DAYS)),
    }
    (message,) = post_wording(kind=COME_BACK, recipients=[MISTYPED], values=values, secret=True, forget_address=True)
    OutboxMessage.objects.filter(pk=message.pk).update(
        state="dead",
        made_at=written,
        due_at=written,
        ended_at=written + timedelta(minutes=31),
        tries=MOST_REFUSALS,
        refusals=MOST_REFUSALS,
        problem="refused:550",
    )
