"""Plain functions that build what a test needs, through the same models and services as people use.

Every function takes keywords and gives sensible values for the rest. Append, do not branch.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update, reference_index_auto_update_disabled

from consultations.analysis.models import Theme
from consultations.events.enums import BookingStatus
from consultations.events.models import Booking, EventSession, ListeningEventPage
from consultations.models import ConsultationIndexPage, ConsultationPage
from consultations.outcomes.enums import OutcomeState
from consultations.outcomes.models import Outcome, YouSaidWeDidPage
from consultations.strategy.models import Priority, Statement
from consultations.surveys.enums import CHOICE_KINDS, QuestionKind, Source
from consultations.surveys.models import Answer, Choice, Concern, GroupSession, Question, Response, SurveyPage
from consultations.surveys.models.sessions import end_of
from consultations.surveys.services.concerns import raise_concern
from consultations.surveys.services.given import Given
from consultations.surveys.services.recording import record_response
from consultations.surveys.services.sessions import open_session
from engage.images.models import CustomImage
from home.groups import AMBASSADORS, OFFICERS, ensure_groups
from home.models import HomePage

_numbers = count(1)

PASSWORD = "correct horse battery"


def without_references(build: Callable) -> Callable:
    """Leave out the index of which row names which: hardly a test asks it, and it is a third of building a survey."""

    @wraps(build)
    def built(*arguments, **fields):
        if getattr(reference_index_auto_update_disabled, "value", False):
            return build(*arguments, **fields)
        with disable_reference_index_auto_update():
            return build(*arguments, **fields)

    return built


@without_references
def publish(page: Page) -> Page:
    """Publish as the editor does: a revision that goes live."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_root() -> Page:
    """What Wagtail's migrations make; tests that commit for real lose it when they are flushed."""
    Locale.objects.get_or_create(language_code="en-gb")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


@without_references
def make_home() -> HomePage:
    """The home page as the site's root, once a test."""
    home = HomePage.objects.first()
    if home is None:
        from wagtail.models import Site

        home = HomePage(title="Have your say", slug="engage-home")
        make_root().add_child(instance=home)
        publish(home)
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": "Engage"}
        )
        Site.clear_site_root_paths_cache()
    return home


@without_references
def make_index() -> ConsultationIndexPage:
    """The page of consultations, once a test."""
    home = make_home()
    index = ConsultationIndexPage.objects.first()
    if index is None:
        index = ConsultationIndexPage(title="Have your say", slug="have-your-say")
        home.add_child(instance=index)
        publish(index)
    return index


def make_standing_rows() -> None:
    """What nearly every test needs: it is in the database before the first of them."""
    make_index()
    ensure_groups()


@without_references
def make_consultation(*, days_open: int | None = 7, days_left: int | None = 7, **fields) -> ConsultationPage:
    """A live consultation that opened ``days_open`` ago and closes in ``days_left`` (None: no date).

    It has no revision: who needs one publishes it. Nearly every test stands on a consultation, few look at its history.
    """
    number = next(_numbers)
    index = make_index()
    now = timezone.now()
    page = ConsultationPage(
        **{
            "title": f"Consultation {number}",
            "slug": f"consultation-{number}",
            "opens_at": now - timedelta(days=days_open) if days_open is not None else None,
            "closes_at": now + timedelta(days=days_left) if days_left is not None else None,
            "first_published_at": now,
            "last_published_at": now,
            "passages": [("picture_text", {"picture": make_image(), "text": "We have a plan."})],
            **fields,
        }
    )
    index.add_child(instance=page)
    page.refresh_from_db()
    return page


def make_question(
    kind: str = QuestionKind.TEXT, *, text: str = "", choices: tuple[str, ...] = (), **fields
) -> Question:
    """An unsaved question, with choices where its kind has them."""
    number = next(_numbers)
    if kind == QuestionKind.HOW_MUCH:
        fields = {"low_words": "Not at all", "high_words": "Very much", **fields}
    question = Question(kind=kind, text=text or f"What do you think, {number}?", sort_order=number, **fields)
    if kind in CHOICE_KINDS:
        for order, words in enumerate(choices or ("Bus", "Train", "Walk")):
            question.choices.add(Choice(text=words, sort_order=order))
    return question


@without_references
def make_survey(*, consultation: ConsultationPage | None = None, questions=None, **fields) -> SurveyPage:
    """A live survey with the unsaved ``questions`` (default: one of each kind)."""
    number = next(_numbers)
    survey = SurveyPage(**{"title": f"Survey {number}", "slug": f"survey-{number}", **fields})
    if questions is None:
        questions = [make_question(kind) for kind in QuestionKind]
    for question in questions:
        survey.questions.add(question)
    (consultation or make_consultation()).add_child(instance=survey)
    return publish(survey)


def make_response(survey: SurveyPage, *, answers=None, **fields) -> Response:
    """A sent response; ``answers`` maps questions to ``Given`` or to words."""
    given = [
        one if isinstance(one, Given) else Given.or_left_out(question=question, text=one)
        for question, one in (answers or {}).items()
    ]
    values = {"source": Source.ONLINE, "sent_at": timezone.now(), **fields}
    return record_response(survey=survey, answers=given, **values)


def make_priority(name: str = "", **fields) -> Priority:
    number = next(_numbers)
    values = {"name": name or f"Priority {number}", "description": "It matters.", "order": number, **fields}
    return Priority.objects.create(**values)


def make_statement(text: str = "I have a say.", *, priorities=(), **fields) -> Statement:
    statement = Statement.objects.create(text=text, **fields)
    statement.priorities.set(priorities)
    return statement


def make_user(username: str, *, group: str | None = None, **fields):
    """A person who can sign in, in the named group."""
    if group == AMBASSADORS or not Group.objects.filter(name=OFFICERS).exists():
        # An ambassador may add pages below the ambassadors' page, which a test may have made since.
        ensure_groups()
    user = get_user_model().objects.create_user(username, f"{username}@example.org", PASSWORD, **fields)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_officer(username: str = "officer"):
    return make_user(username, group=OFFICERS)


def make_lead(username: str = "lead"):
    return make_user(username, group="Safeguarding leads")


def make_ambassador(username: str = "ambassador"):
    return make_user(username, group=AMBASSADORS)


def make_answer(words: str = "The bus is too noisy.", *, question: Question | None = None, **fields) -> Answer:
    """An answer in somebody's own words, in a sent response; ``fields`` go to the response."""
    question = question or make_survey(questions=[make_question()]).questions.get()
    return make_response(question.page, answers={question: words}, **fields).answers.get(question=question)


def make_theme(name: str = "", **fields) -> Theme:
    number = next(_numbers)
    values = {"name": name or f"Theme {number}", "definition": "What people say about it.", **fields}
    return Theme.objects.create(**values)


def make_concern(answer: Answer | None = None, *, raised_by=None, reason: str = "I worry about this.") -> Concern:
    """An open concern, raised as an officer does."""
    raised_by = raised_by or get_user_model().objects.filter(username="officer").first() or make_officer()
    return raise_concern(answer=answer or make_answer(), raised_by=raised_by, reason=reason)


def make_image(title: str = "A person who waves", **fields) -> CustomImage:
    """A small picture with a description."""
    values = {"title": title, "description": title, "file": get_test_image_file(size=(64, 48)), **fields}
    return CustomImage.objects.create(**values)


def make_outcome(**fields) -> Outcome:
    """An unsaved, complete entry of a "You said, we did" page."""
    number = next(_numbers)
    values = {
        "you_said": f"You said thing {number}.",
        "we_did": "We did it.",
        "state": OutcomeState.DONE,
        "priority": Priority.objects.first() or make_priority(),
        "sort_order": number,
        **fields,
    }
    return Outcome(**values)


def make_outcome_page(*, consultation=None, entries=None, live: bool = True, **fields) -> YouSaidWeDidPage:
    """A "You said, we did" page with the unsaved ``entries`` (default: one); published unless told otherwise."""
    number = next(_numbers)
    values = {
        "title": f"You said, we did {number}",
        "slug": f"you-said-{number}",
        "passages": [("picture_text", {"picture": make_image(), "text": "Thank you."})],
        **fields,
    }
    page = YouSaidWeDidPage(live=False, **values)
    for entry in [make_outcome()] if entries is None else entries:
        page.entries.add(entry)
    (consultation or make_consultation()).add_child(instance=page)
    if live:
        return publish(page)
    page.save_revision()
    return page


def make_document(content: bytes = b"0123456789", *, name: str = "voice.mp3", **fields) -> Document:
    return Document.objects.create(title=name, file=ContentFile(content, name=name), **fields)


def make_session(*, survey: SurveyPage | None = None, by=None, **fields) -> GroupSession:
    """A group session of today, opened as an officer does."""
    day = fields.get("day", timezone.localdate())
    values = {"place": "Park School", "day": day, "ends_at": end_of(day), **fields}
    survey = survey or make_survey(questions=[make_question()])
    return open_session(session=GroupSession(survey=survey, **values), by=by)


@without_references
def make_event(*, days: float = 7, capacity: int = 20, hours: int = 2, parent: Page | None = None, **fields):
    """A live event with one session of ``hours`` that begins in so many ``days``."""
    number = next(_numbers)
    starts_at = timezone.now().replace(microsecond=0) + timedelta(days=days)
    page = ListeningEventPage(**{"title": f"Event {number}", "slug": f"event-{number}", **fields})
    page.sessions.add(EventSession(starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours), capacity=capacity))
    (parent or make_consultation()).add_child(instance=page)
    return publish(page)


def make_booking(session: EventSession, *, status: str = BookingStatus.CONFIRMED, **fields) -> Booking:
    """A stored booking of one adult, as it stands; a booking as people make it comes from ``book_places``."""
    number = next(_numbers)
    values = {"name": f"Family {number}", "email": f"family-{number}@example.org", "adults": 1, **fields}
    return Booking.objects.create(session=session, status=status, submission_key=f"key-{number}", **values)
