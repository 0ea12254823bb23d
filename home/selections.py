"""What the home page shows. The composition root may look into every app."""

from functools import reduce
from operator import or_

from django.db.models import Count, Q

from consultations.events.models import ListeningEventPage
from consultations.models import ConsultationPage
from consultations.outcomes.models import Outcome
from consultations.surveys.models import SurveyPage

EVENTS_SHOWN = 2
OUTCOMES_SHOWN = 2
AMBASSADORS_SHOWN = 5


def front_page(locale_id: int) -> dict:
    """The open surveys, the coming events, the latest outcomes and the ambassadors' faces, in one language."""
    from ambassadors.models import AmbassadorPage

    return {
        "open_surveys": open_surveys(locale_id),
        "coming_events": ListeningEventPage.objects.live()
        .filter(locale=locale_id)
        .coming()
        .select_related("picture")[:EVENTS_SHOWN],
        "latest_outcomes": Outcome.objects.published().filter(page__locale=locale_id).for_showing()[:OUTCOMES_SHOWN],
        "ambassadors": AmbassadorPage.objects.live()
        .filter(locale=locale_id)
        .select_related("picture")[:AMBASSADORS_SHOWN],
    }


def open_surveys(locale_id: int) -> list[dict]:
    """Each live survey of an open consultation with that consultation, the first to close first. Two queries.

    ``survey.question_count`` is how many questions it asks now.
    """
    consultations = list(
        ConsultationPage.objects.live().filter(locale=locale_id).open().order_by("closes_at", "-opens_at")
    )
    if not consultations:
        return []
    under_them = reduce(or_, (Q(path__startswith=page.path) for page in consultations))
    surveys = (
        SurveyPage.objects.live()
        .filter(under_them)
        .select_related("picture")
        .annotate(question_count=Count("questions", filter=Q(questions__retired=False)))
        .order_by("path")
    )
    return [
        {"survey": survey, "consultation": consultation}
        for consultation in consultations
        for survey in surveys
        if survey.path.startswith(consultation.path)
    ]
