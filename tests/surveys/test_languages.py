"""A survey in another language: the same questions, the same answers, the same rows."""

import re

import pytest
from wagtail.models import PageViewRestriction

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, Question, Response, SurveyPage
from consultations.surveys.wording import asked_wordings
from tests.builders import make_consultation, make_officer, make_question, make_session, make_statement, make_survey
from tests.surveys.journeys import Person
from tests.surveys.languages import WORDS, in_urdu

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey() -> SurveyPage:
    statement = make_question(QuestionKind.STATEMENT, statement=make_statement("I have a say."))
    statement.text = ""
    return make_survey(
        consultation=make_consultation(title="Our plan"),
        title="My plan and me",
        ask_age=False,
        ask_group=False,
        questions=[
            statement,
            make_question(QuestionKind.ONE_CHOICE, text="Where do you go?", choices=("Bus", "Train")),
            make_question(QuestionKind.TEXT, text="What helps you?"),
        ],
    )


class UrduPerson(Person):
    """A person who reads Urdu: the same steps under the address of the language."""

    def open_start(self):
        self.page = self.client.get(in_urdu_address(self.survey))
        return self.page

    def press(self, url: str, **values):
        return super().press(url if url.startswith("/ur/") else f"/ur{url}", **values)


def in_urdu_address(survey: SurveyPage) -> str:
    return f"/ur{survey.url}"


@pytest.mark.parametrize("restricted", ["survey", "consultation"])
def test_a_survey_for_a_few_is_for_a_few_in_every_language(survey, restricted):
    in_urdu(survey)
    person = UrduPerson(survey)
    assert person.open_start().status_code == 200
    page = survey if restricted == "survey" else survey.consultation
    restriction = PageViewRestriction(page=page, restriction_type="login")
    restriction.save(user=make_officer())
    for _time in range(2):
        assert person.open_start().status_code == 302
    reply = person.client.post(in_urdu_address(survey), {"key": "x" * 32})
    assert (reply.status_code, Response.objects.count()) == (302, 0)
    restriction.delete(user=None)
    assert person.open_start().status_code == 200


def test_a_survey_is_answered_in_urdu_from_the_start_page_to_the_receipt(survey):
    in_urdu(survey)
    person = UrduPerson(survey)
    start = person.open_start()
    assert start.status_code == 200
    assert '<html lang="ur" dir="rtl"' in person.words
    assert WORDS["My plan and me"] in person.words
    person.start()
    assert person.url == f"/ur/answer/{survey.pk}/who/"
    person.press(person.step_url("who"), go="next", answered_by="alone")
    assert WORDS["I have a say."] in person.words
    person.answer(1, "4")
    assert WORDS["Where do you go?"] in person.words
    assert WORDS["Train"] in person.words
    person.answer(2, str(survey.asked_questions[1].choices.all()[1].pk))
    person.answer(3, "مجھے بس میں شور پسند نہیں۔")
    assert person.url == f"/ur/answer/{survey.pk}/check/"
    assert WORDS["Train"] in person.words
    assert "مجھے بس میں شور پسند نہیں۔" in person.words
    person.send()
    assert person.url == f"/ur/answer/{survey.pk}/thank-you/"
    assert person.stored.receipt_code in person.words


def test_answers_in_urdu_belong_to_the_questions_and_choices_of_the_source(survey):
    translated = in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    choice = survey.asked_questions[1].choices.all()[0]
    person.answer(1, "5")
    person.answer(2, str(choice.pk))
    person.answer(3, "بس")
    person.send()
    response = person.stored
    assert (response.survey_id, response.language, response.status) == (survey.pk, "ur", "sent")
    assert [answer.question_id for answer in response.answers.all()] == [one.pk for one in survey.asked_questions]
    assert response.answers.get(question__kind=QuestionKind.ONE_CHOICE).choices.get() == choice
    assert not Answer.objects.filter(question__page=translated).exists()


def test_what_was_asked_in_urdu_stays_in_the_words_that_were_asked(survey):
    translated = in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    person.answer(3, "بس")
    answer = person.stored.answers.get()
    assert answer.asked_revision_id == translated.live_revision_id
    in_urdu(survey, {**WORDS, "What helps you?": "کچھ اور؟"})
    assert asked_wordings([answer]) == {answer.pk: WORDS["What helps you?"]}


def test_somebody_changes_the_language_in_the_middle_and_keeps_the_place_and_what_they_pressed(survey):
    in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    english = f"/answer/{survey.pk}/question/{survey.asked_questions[0].key}/"
    page = person.client.get(f"/ur{english}").content.decode()
    assert re.search(r'form="asked" name="language" value="en-gb" lang="en-gb" dir="ltr">English<', page)
    person.answer(1, "5", go="", language="en-gb")
    assert person.url == f"{english}#question"
    assert "I have a say." in person.words
    assert re.search(r'name="answer" value="5" id="[^"]+" checked', person.words)
    assert re.search(r'form="asked" name="language" value="ur" lang="ur" dir="rtl">اردو<', person.words)


def test_the_other_pages_of_the_way_have_a_link_to_the_same_step(survey):
    in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    check = person.step_url("check")
    assert f'href="/ur{check}" lang="ur" hreflang="ur" dir="rtl">اردو</a>' in person.client.get(check).content.decode()
    assert f'href="{check}" lang="en-gb"' in person.client.get(f"/ur{check}").content.decode()


def test_a_language_that_there_is_not_changes_nothing(survey):
    person = Person(survey)
    person.start()
    person.answer(1, "5", language="xx")
    assert person.url == person.question_url(2)


def test_a_page_without_a_translation_leads_to_the_home_page_of_the_language(survey, client):
    in_urdu(survey)
    other = make_survey(consultation=survey.consultation)
    assert 'href="/ur/" lang="ur"' in client.get(other.url).content.decode()


def test_no_language_is_offered_before_its_home_page_is_published(survey, client):
    assert 'hreflang="ur"' not in client.get(survey.url).content.decode()
    assert client.get("/ur/").status_code == 404


def test_the_address_of_a_link_with_a_source_is_kept_in_the_other_language(survey, client):
    in_urdu(survey)
    page = client.get(survey.url, {"from": "ABCDE"}).content.decode()
    assert f'href="/ur{survey.url}?from=ABCDE"' in page


def test_a_translation_has_the_dates_of_its_source_as_soon_as_they_change(survey):
    translated = in_urdu(survey)
    consultation = survey.consultation
    consultation.closes_at = consultation.opens_at.replace(year=consultation.opens_at.year + 2)
    consultation.save_revision().publish()
    assert SurveyPage.objects.get(pk=translated.pk).consultation.closes_at == consultation.closes_at


def test_a_question_page_in_urdu_needs_few_queries(survey, django_assert_max_num_queries):
    in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    address = f"/ur{person.question_url(2)}"
    with django_assert_max_num_queries(10):
        person.client.get(address)


def test_a_question_that_goes_from_the_source_goes_from_the_translation_and_no_answer_is_lost(survey):
    translated = in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    person.answer(2, str(survey.asked_questions[1].choices.all()[0].pk))
    source = SurveyPage.objects.get(pk=survey.pk)
    source.questions.remove(source.questions.all()[1])
    source.save_revision().publish()
    in_urdu(SurveyPage.objects.get(pk=survey.pk))
    kept = Question.objects.filter(page=survey, kind=QuestionKind.ONE_CHOICE).get()
    lent = Question.objects.filter(page=translated, kind=QuestionKind.ONE_CHOICE).get()
    assert (kept.retired, lent.retired) == (True, True)
    assert kept.translation_key == lent.translation_key
    assert Response.objects.get().answers.get().question_id == kept.pk


def test_syncing_again_and_again_makes_no_second_question_or_choice(survey):
    translated = in_urdu(survey)
    rows = set(Question.objects.filter(page=translated).values_list("pk", flat=True))
    choices = set(Question.objects.filter(page=translated).values_list("choices__pk", flat=True))
    for _time in range(2):
        in_urdu(SurveyPage.objects.get(pk=survey.pk))
    assert set(Question.objects.filter(page=translated).values_list("pk", flat=True)) == rows
    assert set(Question.objects.filter(page=translated).values_list("choices__pk", flat=True)) == choices


def test_a_copied_survey_is_nobodys_translation(survey):
    in_urdu(survey)
    copied = survey.copy(update_attrs={"slug": "copied"})
    keys = set(Question.objects.filter(page=survey).values_list("translation_key", flat=True))
    assert not keys & set(Question.objects.filter(page=copied).values_list("translation_key", flat=True))


def test_a_translation_in_whose_words_people_were_asked_is_not_deleted(survey, client):
    translated = in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    person.answer(3, "بس")
    client.force_login(make_officer())
    reply = client.post(f"/admin/pages/{translated.pk}/delete/", follow=True)
    assert "People have answered" in reply.content.decode()
    assert SurveyPage.objects.filter(pk=translated.pk).exists()


@pytest.mark.parametrize("mode", ["start", "question-1", "thanks"])
def test_the_editor_previews_a_translation_in_its_own_language(survey, mode):
    words = in_urdu(survey).make_preview_request(preview_mode=mode).content.decode()
    assert '<html lang="ur" dir="rtl"' in words
    assert WORDS["My plan and me"] in words
    assert mode != "question-1" or WORDS["I have a say."] in words


def test_a_preview_shows_the_draft_of_a_translation(survey):
    translated = in_urdu(survey)
    translated.title = "نیا نام"
    assert "نیا نام" in translated.make_preview_request(preview_mode="start").content.decode()


def test_the_printed_copy_is_in_urdu_as_well(survey, client):
    in_urdu(survey)
    words = client.get(f"/ur/answer/{survey.pk}/paper/").content.decode()
    assert '<html lang="ur" dir="rtl"' in words
    assert WORDS["What helps you?"] in words and WORDS["I have a say."] in words


def test_the_public_lists_have_each_consultation_once_in_each_language(survey, client):
    in_urdu(survey)
    english, urdu = client.get("/have-your-say/").content.decode(), client.get("/ur/have-your-say/").content.decode()
    assert (english.count("Our plan"), english.count(WORDS["Our plan"])) == (1, 0)
    assert (urdu.count("Our plan"), urdu.count(WORDS["Our plan"])) == (0, 1)


@pytest.mark.usefixtures("search_index")
def test_search_finds_pages_of_its_language_only(survey, client):
    in_urdu(survey)
    english = client.get("/search/", {"q": "plan"}).content.decode()
    assert f'href="{survey.url}"' in english
    assert "/ur/have-your-say/" not in english
    assert f'href="/ur{survey.url}"' in client.get("/ur/search/", {"q": "میرا"}).content.decode()


def test_figures_and_lists_have_a_translated_survey_once(survey, client):
    in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    person.answer(3, "بس")
    person.send()
    client.force_login(make_officer())
    assert len(client.get("/admin/analysis/").context["consultations"]) == 1
    ((_page, questions),) = client.get("/admin/reading/").context["groups"]
    assert [question.page_id for question in questions] == [survey.pk]
    ((_page, surveys),) = client.get("/admin/sharing/").context["groups"]
    assert surveys == [survey]


def test_a_device_of_a_group_session_goes_on_in_urdu(survey):
    in_urdu(survey)
    session = make_session(survey=survey)
    person = UrduPerson(survey)
    person.client.post(f"/ur/join/{session.code}/", {"key": "a" * 32})
    person.answer(3, "بس")
    assert (person.stored.session, person.stored.language) == (session, "ur")


def test_somebody_comes_back_with_the_words_of_their_pictures_in_urdu(survey):
    in_urdu(survey)
    person = UrduPerson(survey)
    person.start()
    person.answer(1, "5", go="stop")
    person.press(person.step_url("stopped"), go="code")
    words = re.findall(r"<span>([^<]+)</span></span></li>", person.words)
    assert len(words) == 8
    page = UrduPerson(survey).press("/answer/come-back/", go="words", words=" ".join(words))
    assert page.redirect_chain[0][0] == f"/ur{survey.url}#carry-on"
