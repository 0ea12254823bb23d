"""Links with a source in them, and group sessions; with the answers that came by them."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from consultations.surveys.enums import RespondentGroup, Source
from consultations.surveys.models import GroupSession, Response, SurveyPage
from consultations.surveys.models.sessions import end_of
from consultations.surveys.services.links import came_by, make_link
from consultations.surveys.services.sessions import open_session

SURVEY = "my-plan-and-me"
# Of the answers that came online, each so-maniest came by the link.
LINKS = {"Poster in the library": 3, "School newsletter": 3}

# Of the past, a week ago, with all answers that came from group sessions; and one to try today.
PAST_PLACE, PAST_DAYS = "Northdale Park School", 7
TODAY_PLACE = "Northdale library"


def load_links(surveys: dict[str, SurveyPage], officer: AbstractBaseUser) -> None:
    """A poster that brought some of the answers, and a newsletter that brought others."""
    survey = surveys[SURVEY]
    for name, every in LINKS.items():
        link = make_link(survey=survey, name=name, by=officer)
        keys = list(came_by(survey).filter(source_detail="").order_by("pk").values_list("pk", flat=True))
        Response.objects.filter(pk__in=keys[::every]).update(source_detail=link.name)


def load_sessions(surveys: dict[str, SurveyPage], officer: AbstractBaseUser) -> None:
    """A session of last week with its answers, and one that is open today."""
    survey = surveys[SURVEY]
    past = _session(survey, PAST_PLACE, -PAST_DAYS, officer)
    Response.objects.filter(survey=survey, source=Source.GROUP_SESSION).update(
        session=past, source_detail=past.place, group=past.group
    )
    _session(survey, TODAY_PLACE, 0, officer)


def _session(survey: SurveyPage, place: str, days: int, officer: AbstractBaseUser) -> GroupSession:
    day = timezone.localdate() + timedelta(days=days)
    session = GroupSession(survey=survey, place=place, day=day, ends_at=end_of(day), group=RespondentGroup.YOUNG_PERSON)
    return open_session(session=session, by=officer)
