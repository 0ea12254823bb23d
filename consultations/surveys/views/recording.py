"""Recording one's voice on the page of a question: when it is offered, and what the page shows of it."""

from django.conf import settings

from consultations.surveys.models import Question, Response, Voice


def records_voice(response: Response, asked: Question) -> bool:
    """Whether this person may record here: the question takes it, and they are not in a group session.

    There others in the room would hear what somebody says.
    """
    return asked.offers_voice and response.session_id is None


def voice_context(held: Voice | None, *, records: bool) -> dict | None:
    """What the page reads about the recording; None where there is neither one nor a way to make one."""
    if not records and held is None:
        return None
    return {"held": held, "records": records, "most": settings.ENGAGE_VOICE_SECONDS}
