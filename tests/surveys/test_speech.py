"""Questions that the server speaks when their survey is published, heard by somebody on the way through it."""

import pytest

from consultations.surveys.enums import QuestionKind
from consultations.surveys.services.speech import words_to_say
from tests.builders import make_document, make_question, make_survey, publish
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


def started(survey) -> Person:
    person = Person(survey)
    person.start()
    person.press(person.step_url("who"), answered_by="alone", go="next")
    return person


def question_page(survey) -> str:
    person = started(survey)
    return person.client.get(person.question_url(1)).text


def choice_question(text="How do you travel?"):
    return make_question(QuestionKind.ONE_CHOICE, text=text, choices=("Bus", "Walk"))


def test_the_question_its_help_and_every_answer_are_spoken():
    question = make_question(
        QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Walk"), help_text="Choose 1"
    )
    said = words_to_say(question)
    assert said.startswith("How do you travel? Choose 1. Bus. Walk. I do not know.")


def test_a_published_survey_is_spoken_and_heard(tone, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        survey = make_survey(questions=[choice_question()])
    assert [language for _text, language in tone.spoken] == ["en-gb"]
    page = question_page(survey)
    assert '<audio controls preload="none" src="/media/speech/' in page
    assert "data-listen-to" not in page


def test_words_that_changed_since_wait_for_the_next_publication(tone, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        survey = make_survey(questions=[choice_question()])
    question = survey.questions.get()
    question.text = "How do you come here?"
    survey.questions.set([question])
    survey.save_revision()
    assert len(tone.spoken) == 1
    with django_capture_on_commit_callbacks(execute=True):
        publish(survey)
    assert tone.spoken[1][0].startswith("How do you come here?")


def test_a_human_voice_comes_first(tone, django_capture_on_commit_callbacks):
    question = choice_question()
    question.recording = make_document()
    with django_capture_on_commit_callbacks(execute=True):
        survey = make_survey(questions=[question])
    assert tone.spoken == []
    assert "/media/speech/" not in question_page(survey)


def test_a_survey_goes_live_although_its_words_cannot_be_spoken(tone, django_capture_on_commit_callbacks):
    tone.broken = True
    with django_capture_on_commit_callbacks(execute=True):
        survey = make_survey(questions=[choice_question()])
    assert survey.live
    assert "<audio" not in question_page(survey)


def test_without_an_engine_the_devices_own_voice_reads(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        survey = make_survey(questions=[choice_question()])
    assert "data-listen-to" in question_page(survey)
    assert not any("speech" in getattr(callback, "__module__", "") for callback in callbacks)
