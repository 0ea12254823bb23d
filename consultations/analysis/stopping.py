"""Where people stop: a count of those who began and did not send, never a word of theirs.

Every count leaves this module as a ``Figure`` of ``engage.core.suppression``.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import ConsultationPage
from consultations.surveys.conditions import reached
from consultations.surveys.models import Response, SurveyPage
from consultations.surveys.services.asking import said_in_each
from engage.core.suppression import Figure, one_way

# Somebody who pressed something within this time is in the middle of it.
STILL_THERE = timedelta(hours=1)


@dataclass(frozen=True)
class StoppedAt:
    """How many people stopped at one question, or before or after the questions."""

    label: str
    figure: Figure


@dataclass(frozen=True)
class SurveyStops:
    survey: str
    rows: list[StoppedAt]
    total: Figure


def where_people_stop(consultation: ConsultationPage, *, at: datetime | None = None) -> list[SurveyStops]:
    """Unfinished responses in which nothing changed for an hour, by the question at which they stopped.

    That is the question after the last one of the order that they met. Responses are deleted
    ``ENGAGE_UNFINISHED_DAYS`` after the last change, so these are the people of that time. One table for each
    survey that somebody did not finish; two queries, and one a survey (two where it has conditions).
    """
    since = (at or timezone.now()) - STILL_THERE
    stopped = Response.objects.unfinished().of_consultation(consultation).filter(changed_at__lt=since).order_by()
    lasts: dict[int, dict[int, int]] = defaultdict(dict)
    rows = stopped.annotate(last=Max("answers__question__sort_order")).values_list("survey_id", "pk", "last")
    for survey_id, response_id, last in rows:
        lasts[survey_id][response_id] = -1 if last is None else last
    surveys = SurveyPage.objects.filter(pk__in=lasts).order_by("path")
    return [_stops_of(survey, lasts[survey.pk], stopped.filter(survey=survey)) for survey in surveys]


def _stops_of(survey: SurveyPage, lasts: dict[int, int], stopped: QuerySet[Response]) -> SurveyStops:
    """``lasts``: the place in the order of the last question that each response met, by its number."""
    questions = survey.asked_questions
    places = {question.pk: place for place, question in enumerate(questions)}
    # What an earlier answer hides, nobody stopped at.
    said = said_in_each(stopped) if any(question.condition_uid for question in questions) else {}
    by_place: Counter[int] = Counter()
    for response_id, last in lasts.items():
        asked = reached(questions, said.get(response_id, {}), finished=False)
        by_place[next((places[one.pk] for one in asked if one.sort_order > last), len(questions))] += 1
    labels = [
        _("Question %(number)s: %(wording)s") % {"number": number, "wording": question.wording}
        for number, question in enumerate(questions, start=1)
    ]
    labels.append(_("After the last question, before sending"))
    table = one_way({place: by_place[place] for place in range(len(labels))})
    rows = [StoppedAt(label, table.cells[place]) for place, label in enumerate(labels)]
    return SurveyStops(survey=survey.title, rows=rows, total=table.total)
