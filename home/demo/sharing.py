"""Links with a source in them, and the answers that came by them."""

from django.contrib.auth.models import AbstractBaseUser

from consultations.surveys.models import Response, SurveyPage
from consultations.surveys.services.links import came_by, make_link

SURVEY = "my-plan-and-me"
# Of the answers that came online, each so-maniest came by the link.
LINKS = {"Poster in the library": 3, "School newsletter": 3}


def load_links(surveys: dict[str, SurveyPage], officer: AbstractBaseUser) -> None:
    """A poster that brought some of the answers, and a newsletter that brought others."""
    survey = surveys[SURVEY]
    for name, every in LINKS.items():
        link = make_link(survey=survey, name=name, by=officer)
        keys = list(came_by(survey).filter(source_detail="").order_by("pk").values_list("pk", flat=True))
        Response.objects.filter(pk__in=keys[::every]).update(source_detail=link.name)
