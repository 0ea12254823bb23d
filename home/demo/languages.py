"""The demo in Urdu: what somebody meets who answers the open survey, the strategy, and people who answered in Urdu."""

import random

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Locale

from consultations.events.models import EventIndexPage, ListeningEventPage
from consultations.models import Area, ConsultationIndexPage, ConsultationPage
from consultations.strategy.models import Priority, Statement
from consultations.surveys.enums import RespondentGroup
from consultations.surveys.models import Need, SurveyPage
from home.demo.content.consultations import OPEN
from home.demo.content.pages import ACCESSIBILITY, CONTACT, PRIVACY
from home.demo.content.urdu_events import EVENTS
from home.demo.content.urdu_pages import FURTHER_PAGES, PAGES, PRIVACY_BODY
from home.demo.content.urdu_strategy import PRIORITIES, STATEMENTS
from home.demo.content.urdu_survey import COMMENTS, LONGER_WORDS, PEOPLE, SURVEY
from home.demo.responding import record_person
from home.demo.translating import translate
from home.installation import set_up_languages
from home.models import ContentPage, HomePage

SEED = 786
URDU = "ur"
TRANSLATED_SURVEY = "my-plan-and-me"
TRANSLATED_EVENT = "family-day-by-the-sea"
HOW_MANY = 24
PROSE = dict(zip((row.get("h") or row["p"] for row in PRIVACY["body"]), PRIVACY_BODY, strict=True))
WORDS = {**PROSE, **PAGES, **FURTHER_PAGES, **PRIORITIES, **STATEMENTS, **LONGER_WORDS, **SURVEY, **EVENTS}
LISTS = (Priority, Statement, Area, Need)


def load_urdu(surveys: dict[str, SurveyPage], officer: AbstractBaseUser) -> None:
    """Translate, publish, and let people answer."""
    set_up_languages()
    locale = Locale.objects.get(language_code=URDU)
    for model in LISTS:
        words = PEOPLE if model in (Area, Need) else WORDS
        for row in list(model.objects.sources()):
            translate(row, locale, words)
    survey = surveys[TRANSLATED_SURVEY]
    slugs = [page["slug"] for page in (PRIVACY, ACCESSIBILITY, CONTACT)]
    pages = [HomePage.objects.exclude(locale=locale).get(), ConsultationIndexPage.objects.get()]
    pages += ContentPage.objects.filter(slug__in=slugs).order_by("path")
    pages += [EventIndexPage.objects.get(), ListeningEventPage.objects.get(slug=TRANSLATED_EVENT)]
    for page in (*pages, ConsultationPage.objects.get(slug=OPEN["slug"]), survey):
        translate(page, locale, WORDS)
    _answer(survey, officer)


def _answer(survey: SurveyPage, officer: AbstractBaseUser) -> None:
    """People who answered in Urdu; the first of them in their own words as well."""
    chance = random.Random(SEED)  # noqa: S311 (the same demo at every load; nothing secret)
    for number in range(HOW_MANY):
        said = {
            key: {"text": comments[number // 2]}
            for place, (key, comments) in enumerate(COMMENTS.items())
            if number % 2 == place and number // 2 < len(comments)
        }
        row = {"group": RespondentGroup.YOUNG_PERSON, "comments": said}
        record_person(survey, row, chance, officer, language=URDU)
