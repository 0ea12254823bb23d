"""The editor's preview: the start, each question and the thank you page of a draft."""

from django.http import HttpResponse

from consultations.enums import Stage
from consultations.surveys.models import SurveyPage
from consultations.surveys.question_forms import form_for
from consultations.surveys.steps import Steps
from consultations.surveys.translating import in_own_words
from engage.core.middleware import RequestWithDisplay

from .answering import question_context
from .presenting import ways_to_see
from .recording import voice_context
from .steps import render_step


def preview(request: RequestWithDisplay, *, survey: SurveyPage, mode: str) -> HttpResponse:
    """Render the page that ``mode`` names (see ``SurveyPage.preview_modes``). Nothing is saved."""
    steps = Steps.of(survey, in_own_words(survey))
    # Of a translation the draft, not what is live.
    page = {"page": survey, "survey": survey, "consultation": survey.consultation, "steps": steps}
    if mode.startswith("question-") and steps.questions:
        number = min(int(mode.removeprefix("question-")), len(steps.questions))
        asked = steps.questions[number - 1]
        form = form_for(asked)
        voice = voice_context(None, records=asked.offers_voice)
        context = {**page, **question_context(request, steps, asked, form), "voice": voice}
        return render_step(request, "question", survey, context)
    if mode == "thanks":
        return render_step(request, "thanks", survey, {**page, "receipt": "7KD3-9QTX-2M8B"})
    context = {
        **page,
        "stage": Stage.OPEN,
        "stages": Stage,
        "key": "",
        "questions": steps.questions,
        "carry_on": "",
        "was_sent": False,
        "ways": ways_to_see(request.display, steps.questions, everything=True),
    }
    return render_step(request, "survey_page", survey, context)
