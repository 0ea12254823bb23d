"""Links with a source in them, and group sessions; with the answers that came by them."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from consultations.surveys.enums import QuestionKind, RespondentGroup, Source
from consultations.surveys.models import GroupSession, Response, SurveyPage
from consultations.surveys.models.sessions import end_of
from consultations.surveys.services.hands import count_hands, options_of
from consultations.surveys.services.links import came_by, make_link
from consultations.surveys.services.sessions import open_session

SURVEY = "my-plan-and-me"
# Of the answers that came online, each so-maniest came by the link.
LINKS = {"Poster in the library": 3, "School newsletter": 3}

# Of the past, a week ago, with all answers that came from group sessions; and one to try today.
PAST_PLACE, PAST_DAYS = "Northdale Park School", 7
TODAY_PLACE = "Northdale library"
# Hands up for the faces of one I statement, from "yes, always" to "no, never".
HANDS = (4, 6, 5, 3, 2)


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
    _count_hands(past, officer)
    _session(survey, TODAY_PLACE, 0, officer)


def _count_hands(past: GroupSession, officer: AbstractBaseUser) -> None:
    """The hands of those without a device, for the first I statement: a few for each face."""
    question = next(one for one in past.survey.asked_questions if one.kind == QuestionKind.STATEMENT)
    offered = [option.key for option in options_of(question) if option.score]
    # The hands were counted in the session, so at a moment when it was open.
    hands = dict(zip(offered, HANDS, strict=False))
    ends_at, past.ends_at = past.ends_at, timezone.now() + timedelta(minutes=1)
    past.save(update_fields=["ends_at"])
    count_hands(session=past, question=question, hands=hands, people=None, by=officer)
    past.ends_at = ends_at
    past.save(update_fields=["ends_at"])


def _session(survey: SurveyPage, place: str, days: int, officer: AbstractBaseUser) -> GroupSession:
    day = timezone.localdate() + timedelta(days=days)
    session = GroupSession(survey=survey, place=place, day=day, ends_at=end_of(day), group=RespondentGroup.YOUNG_PERSON)
    return open_session(session=session, by=officer)
