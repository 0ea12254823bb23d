"""How many people speak: the one place that says what a number of people is.

A response counts as many people as somebody counted in it. One where nobody counted counts none,
so that 8 notes with "not counted" never look like 8 people (docs/decisions/0006). The numbers
here are exact, never to be shown as they are (``engage.core.suppression``).
"""

from django.db.models import Exists, OuterRef, QuerySet, Sum

from consultations.analysis.models import Coding, Theme
from consultations.analysis.querysets import Codebook
from consultations.models import ConsultationPage
from consultations.surveys.models import Answer, Response


def people_speaking() -> Sum:
    """The people in the responses of a query, as an aggregate or annotation; 0 where nobody counted."""
    return Sum("people", default=0)


def people_in(responses: QuerySet[Response]) -> int:
    """The people who speak in these responses, each response once."""
    return responses.aggregate(speaking=people_speaking())["speaking"]


def people_who_answered(consultation: ConsultationPage) -> int:
    """The people in the sent responses of a consultation with at least one usable answer."""
    return _people_of(Answer.objects.usable().of_consultation(consultation))


def people_with_theme(consultation: ConsultationPage, theme: Theme) -> int:
    """Of them, those whose usable answers carry the theme, or one that was merged into it. Each response once."""
    book = Codebook()
    keys = book.keys_standing_for(book.standing_for(theme.pk))
    answers = Answer.objects.usable().of_consultation(consultation)
    return _people_of(answers.filter(Exists(Coding.objects.filter(content_object=OuterRef("pk"), tag__in=keys))))


def _people_of(answers: QuerySet[Answer]) -> int:
    return people_in(Response.objects.filter(pk__in=answers.values("response")))
