"""A survey in two languages, for tests. The Urdu words are only there to be told from the English ones."""

from wagtail.models import Locale

from consultations.surveys.models import SurveyPage
from home.demo.translating import translate
from home.groups import ensure_groups
from tests.builders import make_home

WORDS = {
    "Home words": "گھر",
    "Our plan": "ہمارا منصوبہ",
    "My plan and me": "میرا منصوبہ اور میں",
    "What helps you?": "آپ کو کیا مدد دیتا ہے؟",
    "Where do you go?": "آپ کہاں جاتے ہیں؟",
    "Bus": "بس",
    "Train": "ٹرین",
    "I have a say.": "میری بات سنی جاتی ہے۔",
}


def urdu() -> Locale:
    return Locale.objects.get_or_create(language_code="ur")[0]


def in_urdu(survey: SurveyPage, words: dict[str, str] = WORDS) -> SurveyPage:
    """The survey's translation, with all pages above it. Again: what changed since is taken over."""
    consultation = survey.consultation
    index = consultation.get_parent().specific
    for page in (make_home(), index, consultation):
        if not page.has_translation(urdu()):
            translate(page, urdu(), words)
    for question in survey.asked_questions:
        if question.statement_id:
            translate(question.statement, urdu(), words)
    # As the installation does for a home page in another language.
    ensure_groups()
    return translate(survey, urdu(), words)
