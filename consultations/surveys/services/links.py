"""Links with a source in them: making, following and taking away."""

from django.db import IntegrityError, transaction

from consultations.surveys.enums import Source
from consultations.surveys.models import Response, SurveyLink, SurveyPage
from consultations.surveys.querysets import ResponseQuerySet
from consultations.surveys.short_codes import as_code
from engage.core.suppression import OneWayTable, one_way
from engage.users.models import User

ATTEMPTS = 5


class NameTaken(Exception):
    """The survey has a link of that name."""


class LinkInUse(Exception):
    """People have answered by the link; its name says where their answers came from."""


def make_link(*, survey: SurveyPage, name: str, by: User | None) -> SurveyLink:
    """Make a link to a survey. Raises ``NameTaken``."""
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return SurveyLink.objects.create(survey=survey, name=name, code=SurveyLink.new_code(), made_by=by)
        except IntegrityError:
            if survey.links.filter(name=name).exists():
                raise NameTaken from None
            # Another link has this very code: one in 17 million for each link.
    raise RuntimeError("No code is free.")


@transaction.atomic
def remove_link(*, link: SurveyLink) -> None:
    """Take a link away; what was printed with it leads nowhere. Raises ``LinkInUse``."""
    locked = SurveyLink.objects.select_for_update().get(pk=link.pk)
    if came_by(locked.survey).filter(source_detail=locked.name).exists():
        raise LinkInUse
    locked.delete()


def find_link(typed: str) -> SurveyLink | None:
    """The link with that code, if its survey can be seen."""
    return SurveyLink.objects.select_related("survey").filter(code=as_code(typed), survey__live=True).first()


def came_by(survey: SurveyPage) -> ResponseQuerySet:
    """Responses to the survey that people began online, sent or not."""
    return Response.objects.filter(survey=survey, source=Source.ONLINE)


def counts_by_link(survey: SurveyPage) -> OneWayTable[str]:
    """Sent responses for each link's name, and "" for those without a link. Small numbers are hidden."""
    names = ["", *survey.links.values_list("name", flat=True)]
    details = came_by(survey).sent().values_list("source_detail", flat=True)
    counts = dict.fromkeys(names, 0)
    for detail in details:
        counts[detail if detail in counts else ""] += 1
    return one_way(counts)
