"""Recording one's voice on the page of a question: when it is offered and taken, and what the page shows of it."""

import logging
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from consultations.surveys.models import Question, Response, Voice
from consultations.surveys.question_forms import QuestionForm
from consultations.surveys.services.voices import has_room
from engage.core.throttle import Allowance, TryLater, client_of, spend_own_try
from engage.core.waiting_words import clock_after

logger = logging.getLogger(__name__)

KIND = "voice"
# In recordings of the largest size: 300 MB in a row from one address, as a school with one address may need in a
# lesson, then one a minute.
OF_ONE = Allowance(tries=100, every=timedelta(minutes=1))


def records_voice(response: Response, asked: Question) -> bool:
    """Whether this person may record here: the question takes it, and they are not in a group session.

    There others in the room would hear what somebody says.
    """
    return asked.offers_voice and response.session_id is None


def takes_recording(request: HttpRequest, form: QuestionForm) -> bool:
    """Whether the recording in a valid form can be taken now, if there is one; else the form says why not.

    Nobody shall fill the disk: each address has an allowance, and some of the disk stays free for words.
    """
    recorded = form.cleaned_data.get("voice")
    if recorded is None:
        return True
    if not has_room():
        logger.warning("A recording was refused: the disk has less free than ENGAGE_VOICE_FREE_BYTES.")
        form.add_error("voice", _("We cannot take recordings now. Please write your words."))
        return False
    cost = len(recorded.content) / settings.ENGAGE_VOICE_BYTES
    try:
        spend_own_try(kind=KIND, client=client_of(request), allowance=OF_ONE, cost=cost)
    except TryLater as later:
        words = _("Too many recordings came from where you are. You can record again at %(time)s. Or write your words.")
        form.add_error("voice", words % {"time": clock_after(later.at)})
        return False
    return True


def voice_context(held: Voice | None, *, records: bool) -> dict | None:
    """What the page reads about the recording; None where there is neither one nor a way to make one."""
    if not records and held is None:
        return None
    return {"held": held, "records": records, "most": settings.ENGAGE_VOICE_SECONDS}
