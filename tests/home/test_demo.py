"""The demo district: all of the strategy, and enough of everything to try the whole loop."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from wagtail.models import Page, Site

from ambassadors.models import AmbassadorPage
from consultations.analysis.models import Coding, Theme
from consultations.analysis.querysets import coded
from consultations.enums import Stage
from consultations.events.enums import BookingState
from consultations.events.models import BookingRequirement, CallTask, EventSession, ListeningEventPage
from consultations.models import ConsultationPage
from consultations.outcomes.models import Outcome
from consultations.strategy.models import Objective, Priority, Statement, WorkStream
from consultations.surveys.enums import RespondentGroup, Source
from consultations.surveys.importing.checking import check_draft
from consultations.surveys.models import (
    Answer,
    Concern,
    GroupSession,
    ImportDraft,
    Question,
    Response,
    ResponseImport,
    SurveyLink,
    SurveyPage,
)
from engage.core.easy_read_report import checked_rows
from engage.core.languages import sources
from engage.core.models import OutboxMessage
from engage.images.models import CustomImage
from home.demo.content import strategy as content
from home.demo.load import load_demo

LONGEST_SENTENCE = 15


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo, loaded once for this module and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load_demo(password="a-password-of-the-tests")
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def words(sentence):
    return len(re.findall(r"[\w'’-]+", sentence))


def test_the_strategy_has_4_priorities_with_31_statements_of_theirs():
    priorities = Priority.objects.sources().order_by("order")
    assert [priority.statements.count() for priority in priorities] == [6, 8, 8, 9]
    assert Statement.objects.sources().count() == 30


def test_one_statement_belongs_to_2_priorities():
    shared = [statement for statement in Statement.objects.all() if statement.priorities.count() == 2]
    assert len(shared) == 1
    assert {priority.order for priority in shared[0].priorities.all()} == {1, 2}


def test_every_objective_has_its_priority_and_the_work_stream_that_the_strategy_gives_it():
    assert [priority.objectives.count() for priority in Priority.objects.sources().order_by("order")] == [8, 7, 12, 9]
    assert WorkStream.objects.count() == 4
    streams = {row["key"]: row["name"] for row in content.WORK_STREAMS}
    # The appendix shares out 26 items; one of them holds 2 objectives of the first priority.
    assert Counter(Objective.objects.values_list("work_stream__name", flat=True)) == {
        streams["co-production"]: 7,
        streams["assessment"]: 6,
        streams["commissioning"]: 9,
        streams["adulthood"]: 5,
        None: 9,
    }


def test_the_strategys_words_are_easy_read():
    statements = list(Statement.objects.sources().values_list("text", flat=True))
    texts = [*statements, *Objective.objects.values_list("text", flat=True)]
    for priority in Priority.objects.sources():
        texts += re.split(r"(?<=[.!?])\s+", priority.description)
    assert [text for text in texts if words(text) > LONGEST_SENTENCE] == []
    assert all(text.startswith(("I ", "My ")) for text in statements)


def test_the_questions_are_easy_read():
    texts = [text for question in Question.objects.all() for text in (question.wording, question.help_text)]
    assert [text for text in texts if words(text) > LONGEST_SENTENCE] == []


def test_one_consultation_is_answered_and_one_is_open_with_two_surveys():
    stages = {page.stage(): page for page in sources(ConsultationPage.objects.all())}
    assert set(stages) == {Stage.ANSWERED, Stage.OPEN}
    assert SurveyPage.objects.child_of(stages[Stage.OPEN]).count() == 2


def test_one_email_was_not_sent_so_that_officers_can_see_one():
    dead = OutboxMessage.objects.dead().get()
    assert dead.may_be_tried_again
    assert dead.problem_words == "The mail server refused it. (550)"


def test_118_people_came_to_the_listening_events_and_speak_in_their_notes():
    assert ListeningEventPage.objects.aggregate(total=Sum("attended"))["total"] == 118
    assert Response.objects.filter(source=Source.EVENT).aggregate(total=Sum("people"))["total"] == 118


def test_one_event_is_full_with_a_waiting_list_one_has_free_places_and_one_is_over():
    sessions = EventSession.objects.filter(page__takes_bookings=True).with_taken().order_by("starts_at")
    over, full, free, online, *not_yet = sessions
    assert online.page.online and online.booking_state() == BookingState.OPEN
    assert [session.booking_state() for session in not_yet] == [BookingState.NOT_YET] * 2
    assert over.is_over and over.places_taken > 0
    assert (full.free, full.places_wanted > 3, full.page.hold_hours) == (0, True, 48)
    assert free.free > 5
    assert BookingRequirement.objects.tasks().to_do().count() >= 8
    assert CallTask.objects.to_do().exists()


def test_about_250_responses_come_from_all_groups_and_sources():
    assert 230 <= Response.objects.sent().count() <= 290
    assert set(Response.objects.values_list("source", flat=True)) == set(Source.values)
    assert set(Response.objects.values_list("group", flat=True)) == {"", *RespondentGroup.values}


def test_some_people_answered_in_urdu_and_were_asked_in_urdu():
    in_urdu = Response.objects.sent().filter(language="ur")
    assert in_urdu.count() >= 20
    words = Answer.objects.filter(response__in=in_urdu).in_words().values_list("text", flat=True)
    assert sum(any("\u0600" <= letter <= "\u06ff" for letter in text) for text in words) == 10
    asked = SurveyPage.objects.get(locale__language_code="ur")
    assert set(in_urdu.values_list("survey__translation_key", flat=True)) == {asked.translation_key}
    assert {answer.asked_revision_id for answer in Answer.objects.filter(response__in=in_urdu)} == {
        asked.live_revision_id
    }


@pytest.mark.parametrize("page", ["/ur/", "/ur/privacy/", "/ur/accessibility-statement/", "/ur/contact/"])
def test_what_somebody_meets_on_the_way_is_there_in_urdu(page, client):
    words = client.get(page).content.decode()
    assert '<html lang="ur" dir="rtl"' in words
    assert "یہ ترجمہ ابھی کسی اردو بولنے والے نے نہیں جانچا۔" in words


def test_the_privacy_page_is_in_urdu_to_its_end(client):
    assert "Your rights" not in client.get("/ur/privacy/").content.decode()
    assert "public task" in client.get("/ur/privacy/").content.decode()


def test_answers_came_by_a_poster_and_by_a_newsletter():
    for link in SurveyLink.objects.all():
        assert link.survey.responses.sent().filter(source_detail=link.name).count() >= 10, link
    assert SurveyLink.objects.count() == 2


def test_a_forum_brought_24_answers_and_a_newer_file_of_it_waits_to_be_imported():
    batch = ResponseImport.objects.get()
    assert batch.added == batch.responses.count() == 24
    assert batch.responses.filter(source=Source.IMPORT, area__isnull=False, group="parent").count() >= 20
    draft = ImportDraft.objects.get(batch=None)
    checked = check_draft(draft)
    assert [len(rows) for rows in (checked.ready, checked.already, checked.wrong)] == [1, 24, 1]


def test_one_group_session_is_over_and_one_is_open_today():
    past, today = GroupSession.objects.order_by("day")
    assert past.is_over() and past.responses.sent().count() >= 5
    assert today.is_open()
    assert past.tallies.aggregate(total=Sum("count"))["total"] == 20


def test_about_half_of_the_answers_in_words_are_coded_with_12_themes():
    in_words = Answer.objects.usable().in_words()
    assert 0.4 <= coded(in_words).count() / in_words.count() <= 0.7
    assert Theme.objects.count() == 12
    assert set(Coding.objects.values_list("tag", flat=True)) == set(Theme.objects.values_list("pk", flat=True))


def test_three_answers_wait_for_the_safeguarding_lead_and_none_of_them_is_coded():
    assert Concern.objects.open().count() == 3
    assert not Coding.objects.filter(content_object__concerns__isnull=False).exists()


def test_6_outcomes_are_done_being_done_or_cannot_be_done():
    assert Counter(Outcome.objects.values_list("state", flat=True)) == {"done": 3, "doing": 2, "cannot": 1}
    assert all(outcome.why_not for outcome in Outcome.objects.filter(state="cannot"))


def test_quotes_are_words_that_somebody_gave():
    given = " ".join(Answer.objects.in_words().values_list("text", flat=True))
    assert [outcome.quote for outcome in Outcome.objects.exclude(quote="") if outcome.quote not in given] == []


def test_pictograms_say_what_they_show():
    pictograms = CustomImage.objects.exclude(slug="")
    assert pictograms.count() >= 40
    assert not pictograms.filter(description="").exists()
    faces = {f"scale5-{step}" for step in range(1, 6)} | {f"scale3-{step}" for step in range(1, 4)}
    assert faces <= set(pictograms.values_list("slug", flat=True))


def test_five_ambassadors_show_only_a_first_name():
    assert AmbassadorPage.objects.live().count() == 5
    assert not [page.title for page in AmbassadorPage.objects.all() if " " in page.title]


def test_loading_again_keeps_everything():
    before = (Response.objects.count(), Statement.objects.count(), CustomImage.objects.count())
    assert load_demo() is False
    assert (Response.objects.count(), Statement.objects.count(), CustomImage.objects.count()) == before


def test_the_picture_code_of_the_readme_opens_an_unfinished_response(client):
    code = re.search(r"these pictures: \*([\w,\s]+)\*", (settings.BASE_DIR / "README.md").read_text()).group(1)
    reply = client.post("/answer/come-back/", {"go": "words", "words": code}, follow=True)
    assert "You started this survey before." in reply.content.decode()


def test_people_stopped_at_several_questions():
    assert Response.objects.unfinished().count() == 42


def test_the_receipt_code_of_the_readme_shows_what_somebody_sent(client):
    code = re.search(r"`(\w{4}-\w{4}-\w{4})`", (settings.BASE_DIR / "README.md").read_text()).group(1)
    reply = client.post("/answer/sent/", {"code": code}, follow=True)
    assert "What you sent" in reply.content.decode()


def test_the_easy_read_checker_is_silent_about_what_is_published_and_not_about_the_draft_to_practise_on():
    rows = checked_rows(Page.objects.all())
    assert {row.title: row.what for row in rows if row.warnings and row.page.live} == {}
    (draft,) = [row for row in rows if not row.page.live]
    assert draft.warnings > 5
    assert draft.page.slug == "moving-to-adult-services"
