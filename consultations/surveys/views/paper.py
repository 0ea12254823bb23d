"""A survey to print: for people who want to answer with a pen."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from consultations.surveys.conditions import condition_in_words
from consultations.surveys.models import Choice, SurveyPage
from consultations.surveys.paper import paper_about, paper_question
from consultations.surveys.permissions import ENTER_PERMISSION
from consultations.surveys.translating import in_language, shown_survey

from .steps import no_store

LARGE = "large"


@no_store
@require_safe
def paper_copy(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """The paper copy, in normal or large print. Before and after the survey's time only for officers."""
    survey = get_object_or_404(SurveyPage.objects.live(), pk=survey_pk)
    if not survey.consultation.may_start() and not request.user.has_perm(ENTER_PERMISSION):
        return redirect(survey.start_url)
    choices = Prefetch("choices", queryset=Choice.objects.select_related("picture").order_by("sort_order"))
    questions = survey.questions.asked().select_related("picture", "statement__picture").prefetch_related(choices)
    asked = in_language(questions.order_by("sort_order"))
    rows = [{**paper_question(question), "only_if": condition_in_words(question, asked)} for question in asked]
    shown = shown_survey(survey)
    context = {
        "survey": shown,
        "consultation": shown.consultation,
        "rows": rows,
        "has_own_words": any(row["lines"] or row["own_words"] for row in rows),
        "about": paper_about(survey),
        "large": request.GET.get("print") == LARGE,
    }
    return render(request, "pages/surveys/paper.html", context)
