"""About 230 believable responses, the same at every load, with dates that follow the consultations'."""

import random
from dataclasses import dataclass, replace
from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from consultations.models import Area
from consultations.surveys.conditions import reached, values_of
from consultations.surveys.enums import (
    SCORE_KINDS,
    AgeBand,
    AnsweredBy,
    AnswerState,
    QuestionKind,
    RespondentGroup,
    Source,
)
from consultations.surveys.models import Answer, Need, Question, Response, SurveyPage
from consultations.surveys.services.concerns import raise_concern
from consultations.surveys.services.given import Given
from consultations.surveys.services.recording import record_response
from engage.core.languages import source_language
from engage.core.preferences import DisplayPreferences, Listen, Pictures, Signed, Version
from home.demo.content.comments import COMMENTS, EVENT_NOTES
from home.demo.content.consultations import EVENTS
from home.demo.content.people import NEEDS

SEED = 118
HOW_MANY = {"my-plan-and-me": 84, "parents-and-carers": 46, "what-we-asked-in-2018": 44}
NOTES_SURVEY = "listening-event-notes"

# Share of the 5 faces from "no, never" to "yes, always", by priority: what the demo district finds
# hard and easy. The shape is invented; the strategy gives no scores.
FACES = {
    "information": (8, 22, 34, 24, 12),
    "journey": (12, 20, 28, 26, 14),
    "services": (18, 26, 28, 18, 10),
    "adulthood": (14, 24, 26, 22, 14),
}
OTHER_STATES = (
    (AnswerState.DO_NOT_KNOW, 0.05),
    (AnswerState.DO_NOT_UNDERSTAND, 0.03),
    (AnswerState.DO_NOT_WANT_TO_SAY, 0.02),
    (AnswerState.LEFT_OUT, 0.03),
)
ANSWERED_BY = (
    (AnsweredBy.ALONE, 50),
    (AnsweredBy.HELP_TO_READ, 25),
    (AnsweredBy.WROTE_MY_WORDS, 15),
    (AnsweredBy.ANSWERED_FOR_ME, 10),
)
YOUNG_AGES = (
    (AgeBand.UNDER_11, 10),
    (AgeBand.AGE_11_15, 35),
    (AgeBand.AGE_16_18, 30),
    (AgeBand.AGE_19_25, 25),
)
YES_NO = ((3, 38), (1, 44), (2, 18))
SOMETHING_ELSE = ("Cheaper tickets", "A bus that comes on time", "Better pavements", "Ear defenders", "")
SOMEBODY_ELSE = ("My dog", "My youth worker", "My football coach", "My neighbour", "The man in the corner shop", "")
SOURCES = ((Source.ONLINE, 58), (Source.PAPER, 20), (Source.GROUP_SESSION, 14), (Source.PAPER, 8))


@dataclass(frozen=True)
class LoadedComment:
    """A stored answer in words, with what the demo's coders think of it."""

    answer: Answer
    themes: list[str]


def load_responses(surveys: dict[str, SurveyPage], officer: AbstractBaseUser) -> list[LoadedComment]:
    """Record responses and event notes; raise the concerns. Returns every answer in words."""
    chance = random.Random(SEED)  # noqa: S311 (the same demo at every load; nothing secret)
    loaded: list[LoadedComment] = []
    worrying: list[Answer] = []
    for slug, number in HOW_MANY.items():
        survey = surveys[slug]
        rows = _people(slug, number, chance)
        for row in rows:
            response = record_person(survey, row, chance, officer)
            for comment in row["comments"].values():
                answer = response.answers.get(question__key=comment["question"])
                loaded.append(LoadedComment(answer, comment["themes"]))
                if comment.get("concern"):
                    worrying.append(answer)
    loaded += _load_notes(surveys[NOTES_SURVEY], officer)
    for answer in worrying:
        raise_concern(answer=answer, raised_by=officer, reason="I am not sure that this person is safe.")
    return loaded


def _people(slug: str, number: int, chance: random.Random) -> list[dict]:
    """One row a person: a group, and at most one comment for each question in words, all comments used once."""
    waiting: dict[str, list[dict]] = {}
    for comment in COMMENTS:
        if comment["survey"] == slug:
            waiting.setdefault(comment["question"], []).append(comment)
    rows: list[dict] = []
    for question, comments in waiting.items():
        for comment in comments:
            free = [row for row in rows if row["group"] == comment["group"] and question not in row["comments"]]
            if free and chance.random() < 0.75:
                chance.choice(free)["comments"][question] = comment
            else:
                rows.append({"group": comment["group"], "comments": {question: comment}})
    groups = [row["group"] for row in rows]
    while len(rows) < number:
        rows.append({"group": chance.choice(groups), "comments": {}})
    chance.shuffle(rows)
    return rows


def record_person(
    survey: SurveyPage, row: dict, chance: random.Random, officer: AbstractBaseUser, *, language: str = ""
) -> Response:
    """Record one person's answers. In a ``language`` they came online; without one, most came in the first."""
    consultation = survey.consultation
    ends = min(consultation.closes_at, timezone.now())
    seconds = int((ends - consultation.opens_at).total_seconds())
    # Many answer in the first days, some wait for the last: two thirds of the time, squared.
    sent_at = consultation.opens_at + timedelta(seconds=int(seconds * chance.random() ** 1.6))
    source = Source.ONLINE if language else _pick(SOURCES, chance)
    is_young = row["group"] == RespondentGroup.YOUNG_PERSON
    shown = _display(chance) if source == Source.ONLINE else None
    version = shown.version if shown else ""
    given = _answers(survey, row, chance)
    return record_response(
        survey=survey,
        answers=[replace(one, version=one.question.version_shown(version) if shown else "") for one in given],
        shown=shown,
        language=language or (source_language() if source == Source.ONLINE else ""),
        source=source,
        sent_at=sent_at,
        answered_by=_pick(ANSWERED_BY, chance) if is_young else AnsweredBy.ALONE,
        group=_group(row["group"], chance),
        age_band=_age(is_young, chance),
        area=_area(survey, chance),
        needs=_needs(survey, chance),
        entered_by=officer if source == Source.PAPER else None,
    )


def _display(chance: random.Random) -> DisplayPreferences:
    """How somebody online has the questions presented: most as they come."""
    return DisplayPreferences(
        version=_pick(((Version.EASY, 60), (Version.LONG, 40)), chance),
        pictures=_pick(((Pictures.ON, 80), (Pictures.OFF, 20)), chance),
        signed=_pick(((Signed.OFF, 85), (Signed.ON, 15)), chance),
        listen=_pick(((Listen.ON, 90), (Listen.OFF, 10)), chance),
    )


def _group(group: str, chance: random.Random) -> str:
    """Most people say who they are; a few say somebody else, a few do not say."""
    roll = chance.random()
    if roll < 0.93:
        return group
    return RespondentGroup.OTHER if roll < 0.96 else ""


def _age(is_young: bool, chance: random.Random) -> str:
    if chance.random() < 0.1:
        return ""
    return _pick(YOUNG_AGES, chance) if is_young else AgeBand.OVER_25


def _area(survey: SurveyPage, chance: random.Random) -> Area | None:
    """Most live in the town; one in ten does not say."""
    if not survey.ask_area or chance.random() < 0.1:
        return None
    return chance.choices(list(Area.objects.sources()), weights=(30, 24, 18, 12, 10, 6))[0]


def _needs(survey: SurveyPage, chance: random.Random) -> list[Need]:
    """What is true for the person; one in eight does not say."""
    if not survey.ask_needs or chance.random() < 0.12:
        return []
    said = {text for text, _picture, share in NEEDS if chance.random() * 100 < share}
    return [need for need in Need.objects.sources() if need.text in said]


def _answers(survey: SurveyPage, row: dict, chance: random.Random) -> list[Given]:
    """An answer to each question that this person meets."""
    questions = survey.asked_questions
    given = [_answer(question, row, chance) for question in questions]
    said = {one.question.pk: values_of(score=one.score, choices=one.choices) for one in given}
    met = {question.pk for question in reached(questions, said, finished=True)}
    return [one for one in given if one.question.pk in met]


def _answer(question: Question, row: dict, chance: random.Random) -> Given:
    if question.kind == QuestionKind.TEXT:
        comment = row["comments"].get(question.key)
        return Given.or_left_out(question=question, text=comment["text"] if comment else "")
    roll = chance.random()
    for state, share in OTHER_STATES:
        if roll < share:
            return Given(question=question, state=state)
        roll -= share
    if question.kind in SCORE_KINDS:
        return Given(question=question, score=_score(question, chance))
    choices = question.asked_choices
    if question.kind == QuestionKind.ONE_CHOICE:
        return _one_choice(question, chance)
    if question.kind == QuestionKind.TOP_THREE:
        # The first ones are liked best, and most people fill all 3 places.
        liked = sorted(choices, key=lambda choice: choice.sort_order + 7 * chance.random())
        return Given(question=question, choices=tuple(liked[: chance.choice((3, 3, 3, 2, 1))]))
    most = question.at_most or min(4, len(choices))
    picked = tuple(chance.sample(choices, chance.randint(1, most)))
    words = chance.choice(SOMETHING_ELSE) if any(choice.own_words for choice in picked) else ""
    return Given(question=question, choices=picked, text=words)


def _one_choice(question: Question, chance: random.Random) -> Given:
    """One choice; beside "something else" some people write who or what."""
    choice = chance.choice(question.asked_choices)
    words = chance.choice(SOMEBODY_ELSE) if choice.own_words else ""
    return Given(question=question, choices=(choice,), text=words)


def _score(question: Question, chance: random.Random) -> int:
    if question.kind == QuestionKind.YES_NO:
        return _pick(YES_NO, chance)
    if question.kind == QuestionKind.HOW_MUCH:
        return max(0, min(10, round(chance.gauss(5.2, 2.9))))
    shares = FACES[_priority_key(question)]
    score = chance.choices(range(1, 6), weights=shares)[0]
    return score if question.scale == "5" else (score + 1) // 2


def _priority_key(question: Question) -> str:
    order = question.priority.order if question.priority else 1
    return list(FACES)[(order - 1) % len(FACES)]


def _pick(weighted, chance: random.Random):
    return chance.choices([value for value, _weight in weighted], [weight for _value, weight in weighted])[0]


def _load_notes(survey: SurveyPage, officer: AbstractBaseUser) -> list[LoadedComment]:
    """The notes of the past events: one response a note, with as many people as said it."""
    events = {event["slug"]: event for event in EVENTS}
    questions = {question.key: question for question in survey.asked_questions}
    loaded = []
    for note in EVENT_NOTES:
        event = events[note["event"]]
        held_at = timezone.now() + timedelta(days=event["when"]["days"])
        response = record_response(
            survey=survey,
            answers=[Given(question=questions[note["question"]], text=note["text"])],
            source=Source.EVENT,
            source_detail=event["title"],
            people=note["people"],
            sent_at=held_at,
            entered_by=officer,
        )
        loaded.append(LoadedComment(response.answers.get(), note["themes"]))
    return loaded
