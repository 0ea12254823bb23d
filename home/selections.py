"""What the home page shows. The composition root may look into every app."""

from consultations.enums import Stage
from consultations.events.models import ListeningEventPage
from consultations.models import ConsultationPage
from consultations.outcomes.models import Outcome
from consultations.surveys.models import SurveyPage

EVENTS_SHOWN = 2
OUTCOMES_SHOWN = 2
AMBASSADORS_SHOWN = 5


def front_page() -> dict:
    """The open surveys, the coming events, the latest outcomes and the ambassadors' faces."""
    from ambassadors.models import AmbassadorPage

    consultations = ConsultationPage.objects.live().open().with_answer().order_by("closes_at", "-opens_at")
    surveys = [
        {"survey": survey, "consultation": consultation}
        for consultation in consultations
        if consultation.stage() == Stage.OPEN
        for survey in SurveyPage.objects.live().child_of(consultation).select_related("picture")
    ]
    return {
        "open_surveys": surveys,
        "coming_events": ListeningEventPage.objects.live().coming().select_related("picture")[:EVENTS_SHOWN],
        "latest_outcomes": Outcome.objects.filter(page__live=True)
        .select_related("page", "priority", "picture")
        .order_by("-page__first_published_at", "sort_order")[:OUTCOMES_SHOWN],
        "ambassadors": AmbassadorPage.objects.live().select_related("picture")[:AMBASSADORS_SHOWN],
    }
