"""Answers to read: the questions, the coding list, tagging one answer, and undoing."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.utils import timezone

from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.services import tag_answers, tag_priority
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, Response
from consultations.surveys.services.given import Given
from tests.builders import (
    make_ambassador,
    make_answer,
    make_concern,
    make_lead,
    make_officer,
    make_priority,
    make_question,
    make_response,
    make_statement,
    make_survey,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.django_db

WORDS = "Marker words of a young person"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def question():
    return make_survey(questions=[make_question(text="What would you change?")]).questions.get()


def list_address(question):
    return f"/admin/reading/question/{question.pk}/"


def tag_address(answer):
    return f"/admin/reading/answer/{answer.pk}/"


def listed(client, question, **filters):
    return set(client.get(list_address(question), filters).context["object_list"])


def test_the_questions_say_how_many_answers_wait(client, officer, question):
    done, _waiting, withheld = (make_answer(question=question) for _number in range(3))
    tag_answers(answers=[done], themes=[make_theme()], coder=officer)
    make_concern(withheld)
    ((_page, (listed_question,)),) = client.get("/admin/reading/").context["groups"]
    assert listed_question == question
    assert (listed_question.answered, listed_question.to_read) == (2, 1)


def test_only_questions_in_own_words_are_listed(client, officer):
    make_survey()
    ((_page, questions),) = client.get("/admin/reading/").context["groups"]
    assert {question.kind for question in questions} == {QuestionKind.TEXT}


def test_the_list_holds_only_answers_in_words_that_may_be_read(client, officer, question):
    readable, withheld, begun = (make_answer(question=question) for _number in range(3))
    make_concern(withheld)
    Response.objects.filter(pk=begun.response_id).update(status="started", sent_at=None)
    make_response(question.page, answers={question: Given(question=question, state="do_not_know")})
    make_answer()
    assert listed(client, question) == {readable}


def test_the_list_shows_themes_and_priorities_with_who_and_where_from(client, officer, question):
    answer = make_answer(question=question)
    tag_answers(answers=[answer], themes=[make_theme("Getting around", priority=make_priority())], coder=officer)
    text = client.get(list_address(question)).text
    assert "Getting around" in text
    assert "From a theme: Getting around" in text


def test_the_list_is_filtered_and_searched(client, officer, question):
    theme = make_theme(priority=make_priority())
    coded = make_answer("The bus is late", question=question, group="parent", source="paper")
    waiting = make_answer("School is good", question=question, group="young_person")
    tag_answers(answers=[coded], themes=[theme], coder=officer)
    assert listed(client, question, coding="coded") == {coded}
    assert listed(client, question, coding="not_coded") == {waiting}
    assert listed(client, question, theme=theme.pk) == {coded}
    assert listed(client, question, priority=theme.priority_id) == {coded}
    assert listed(client, question, group="young_person") == {waiting}
    assert listed(client, question, source="paper") == {coded}
    assert listed(client, question, q="BUS") == {coded}


@pytest.mark.parametrize("query", ['"', "\x00", "%", "'; --", "é" * 500])
def test_a_strange_search_is_no_error(client, officer, question, query):
    make_answer(question=question)
    assert client.get(list_address(question), {"q": query}).status_code == 200


def test_the_list_needs_as_many_queries_for_20_as_for_2(client, officer, question, django_assert_max_num_queries):
    theme, counts = make_theme(priority=make_priority()), []
    for length in (2, 2, 20):
        while Answer.objects.count() < length:
            make_answer(question=question)
        tag_answers(answers=Answer.objects.all(), themes=[theme], coder=officer)
        tag_priority(answers=Answer.objects.all(), priority=theme.priority, coder=officer)
        with django_assert_max_num_queries(60) as captured:
            assert len(client.get(list_address(question)).context["object_list"]) == length
        counts.append(len(captured))
    assert counts[1] == counts[2]


def test_the_list_says_its_question_once_and_shows_the_newest_answers_first(client, officer, question):
    now = timezone.now()
    moments = (now - timedelta(days=2), now, now - timedelta(days=1), now - timedelta(days=1))
    old, new, early, late = (make_answer(question=question, sent_at=moment) for moment in moments)
    page = client.get(list_address(question))
    assert list(page.context["object_list"]) == [new, late, early, old]
    shown = page.text.partition("</title>")[2]
    heading = re.search(r'<h1 class="w-sr-only">.*?</h1>', shown, re.DOTALL)[0]
    assert shown.replace(heading, "").count(question.wording) == 1
    assert question.page.title in page.text


def test_a_priority_from_two_places_is_one_tag_with_both(client, officer):
    priority = make_priority("Heard and seen")
    statement = make_statement(priorities=[priority])
    asked = make_survey(questions=[make_question(text="Why?", statement=statement, priority=priority)]).questions.get()
    answer = make_answer(question=asked)
    for address in (list_address(asked), f"/admin/responses/{answer.response_id}/", tag_address(answer)):
        text = client.get(address).text
        assert len(re.findall(r'engage-tag--priority">Heard and seen<', text)) == 1, address
        assert "From the question; From the I statement" in text, address


def test_a_question_that_is_not_in_own_words_has_no_list(client, officer):
    other = make_survey(questions=[make_question(QuestionKind.STATEMENT)]).questions.get()
    assert client.get(list_address(other)).status_code == 404


def test_an_officer_tags_an_answer_by_theme_and_priority(client, officer, question):
    answer, theme, priority = make_answer(WORDS, question=question), make_theme(), make_priority()
    page = client.get(tag_address(answer)).text
    assert WORDS in page
    assert theme.definition in page
    reply = client.post(tag_address(answer), {"themes": [theme.pk], "priorities": [priority.pk]})
    assert reply.url == list_address(question)
    assert [(coding.theme, coding.coder) for coding in answer.codings.all()] == [(theme, officer)]
    assert [(tag.priority, tag.coder) for tag in answer.priority_tags.all()] == [(priority, officer)]
    assert answer.codings.get().batch == answer.priority_tags.get().batch


def test_the_codebook_stands_beside_the_choice_and_merged_themes_are_not_offered(client, officer, question):
    kept = make_theme("Kept", definition="Says kept.", use_when="Say when.", not_when="Say not.")
    make_theme("Old name", merged_into=kept)
    text = client.get(tag_address(make_answer(question=question))).text
    assert all(words in text for words in ("Kept", "Says kept.", "Say when.", "Say not."))
    assert "Old name" not in text


def test_ticks_are_ones_own_and_taking_one_away_takes_only_ones_own_off(client, officer, question):
    answer, stays, goes = make_answer(question=question), make_theme(), make_theme()
    tag_answers(answers=[answer], themes=[stays, goes], coder=officer)
    tag_answers(answers=[answer], themes=[goes], coder=make_officer("bea"))
    form = client.get(tag_address(answer)).context["form"]
    assert set(form.initial["themes"]) == {stays.pk, goes.pk}
    before = answer.codings.get(tag=stays)
    client.post(tag_address(answer), {"themes": [stays.pk]})
    left = {(coding.theme, str(coding.coder)) for coding in answer.codings.all()}
    assert left == {(stays, "officer"), (goes, "bea")}
    assert answer.codings.get(tag=stays) == before


def test_a_priority_by_hand_is_taken_off_by_no_tick(client, officer, question):
    answer = make_answer(question=question)
    tag_priority(answers=[answer], priority=make_priority(), coder=officer)
    client.post(tag_address(answer), {})
    assert not PriorityTag.objects.exists()


def test_save_and_read_the_next_goes_to_the_next_that_waits_and_round_to_the_first(client, officer, question):
    third, second, first = (make_answer(question=question) for _number in range(3))
    theme = make_theme()
    tag_answers(answers=[second], themes=[theme], coder=officer)
    back = f"{list_address(question)}?group=parent"

    def save_and_go_on(answer):
        data = {"themes": [theme.pk], "save_next": "", "next": back}
        return client.post(tag_address(answer), data).url

    def address_of(answer):
        return f"{tag_address(answer)}?{urlencode({'next': back})}"

    assert save_and_go_on(first) == address_of(third)
    Coding.objects.filter(content_object=first).delete()
    assert save_and_go_on(third) == address_of(first)
    assert save_and_go_on(first) == back


@pytest.mark.parametrize("key", ["999999", "9" * 30, "x", "\x00"])
def test_a_theme_that_does_not_exist_is_refused_and_the_other_tick_stays(client, officer, question, key):
    answer, theme = make_answer(question=question), make_theme()
    reply = client.post(tag_address(answer), {"themes": [theme.pk, key]})
    assert "Choose themes from the codebook." in reply.text
    assert "checked" in reply.text
    assert not Coding.objects.exists()


def test_a_withheld_answer_can_neither_be_seen_nor_tagged(client, officer, question):
    answer = make_answer(question=question)
    make_concern(answer)
    assert client.get(tag_address(answer)).status_code == 404
    assert client.post(tag_address(answer), {"themes": [make_theme().pk]}).status_code == 404
    assert not Coding.objects.exists()


def test_the_last_action_stands_above_the_list_and_is_undone(client, officer, question):
    answer = make_answer(question=question)
    done = tag_answers(answers=[answer], themes=[make_theme("Getting around")], coder=officer)
    undo = f"/admin/reading/undo/{done.batch}/"
    text = client.get(list_address(question)).text
    assert "You put “Getting around” on 1 answer" in text
    assert undo in text
    assert client.get(undo).status_code == 405
    reply = client.post(undo, {"next": list_address(question)}, follow=True)
    assert reply.redirect_chain[-1][0] == list_address(question)
    assert "Tags taken back: 1." in reply.text
    assert not Coding.objects.exists()
    assert "There is nothing to undo any more." in client.post(undo, follow=True).text


def test_what_i_did_lists_ones_own_actions_newest_first(client, officer, question, django_assert_max_num_queries):
    first, second = make_answer("Words of the first", question=question), make_answer(question=question)
    tag_answers(answers=[first], themes=[make_theme("Old action")], coder=officer)
    batch = uuid4()
    tag_answers(answers=[first, second], themes=[make_theme("New action")], coder=officer, batch=batch)
    tag_priority(answers=[first], priority=make_priority("By hand"), coder=officer, batch=batch)
    tag_answers(answers=[first], themes=[make_theme("Of another")], coder=make_officer("bea"))
    with django_assert_max_num_queries(30):
        reply = client.get("/admin/reading/actions/")
    latest, older = reply.context["actions"]
    assert "Words of the first" in reply.text
    assert "and 1 more answer<" in reply.text
    assert (latest.names, latest.answers) == (["New action", "By hand"], 2)
    assert older.names == ["Old action"]
    assert "Of another" not in reply.text


def test_what_i_did_cuts_long_words_and_shows_none_of_a_withheld_answer(client, officer, question):
    for words in ("long " * 40, WORDS):
        answer = make_answer(words, question=question)
        tag_answers(answers=[answer], themes=[make_theme()], coder=officer)
    make_concern(answer)
    text = client.get("/admin/reading/actions/").text
    assert "An answer that is not shown any more" in text
    assert WORDS not in text
    assert "long long" in text
    assert "long " * 20 not in text
    assert "more answer" not in text


def test_somebody_elses_action_cannot_be_undone(client, officer, question):
    done = tag_answers(answers=[make_answer(question=question)], themes=[make_theme()], coder=make_officer("bea"))
    client.post(f"/admin/reading/undo/{done.batch}/")
    assert Coding.objects.count() == 1


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_neither_read_nor_tag(client, question, make_person):
    answer, theme = make_answer(WORDS, question=question), make_theme()
    done = tag_answers(answers=[answer], themes=[theme], coder=make_user("coder"))
    if make_person:
        client.force_login(make_person())
    for address in (
        "/admin/reading/",
        list_address(question),
        f"{list_address(question)}results/",
        tag_address(answer),
        "/admin/reading/actions/",
    ):
        reply = client.get(address)
        assert reply.status_code == 302, address
    assert client.post(tag_address(answer), {"themes": []}).status_code == 302
    assert client.post(f"/admin/reading/undo/{done.batch}/").status_code == 302
    assert Coding.objects.count() == 1


def test_the_filter_of_the_list_stays_through_tagging_reading_the_next_and_going_back(client, officer, question):
    for _number in range(3):
        make_answer(question=question)
    waiting = f"{list_address(question)}?coding=not_coded"
    fragment = {"coding": "not_coded", "_w_filter_fragment": "true"}
    pages = (client.get(waiting), client.get(f"{list_address(question)}results/", fragment))
    for page in pages:
        step = link_to(page, "Tag")
        for _number in range(2):
            reply = client.get(step)
            assert link_to(reply, "Back to the list") == waiting
            data = {"themes": [], "save_next": "", "next": reply.context["list_url"]}
            step = client.post(step, data).url
        assert link_to(client.get(step), "Back to the list") == waiting
        assert link_to(client.get(step), "Raise a concern").endswith(urlencode({"next": waiting}))


def link_to(reply, words) -> str:
    """Where the first link with these words leads."""
    found = re.search(rf'<a [^>]*href="([^"]*)"[^>]*>\s*{words}\s*</a>', reply.text)
    assert found, words
    return unescape(found[1])
