"""How many people speak: responses weighted by the people in them."""

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.db.models.functions import Coalesce

from consultations.analysis.models import Coding, Theme
from consultations.analysis.querysets import Codebook
from consultations.models import ConsultationPage
from consultations.surveys.models import Answer, Response


def people_who_answered(consultation: ConsultationPage) -> int:
    """The people in the sent responses of a consultation with at least one usable answer.

    A response where nobody counted the people stands for one person: somebody said it. An exact
    count, never to be shown as it is (``engage.core.suppression``).
    """
    return _people(Answer.objects.usable().of_consultation(consultation))


def people_with_theme(consultation: ConsultationPage, theme: Theme) -> int:
    """Of them, those whose usable answers carry the theme, or one that was merged into it. Each response once."""
    book = Codebook()
    keys = book.keys_standing_for(book.standing_for(theme.pk))
    answers = Answer.objects.usable().of_consultation(consultation)
    return _people(answers.filter(Exists(Coding.objects.filter(content_object=OuterRef("pk"), tag__in=keys))))


def _people(answers: QuerySet[Answer]) -> int:
    responses = Response.objects.filter(pk__in=answers.values("response"))
    return responses.aggregate(people=Sum(Coalesce("people", 1), default=0))["people"]
