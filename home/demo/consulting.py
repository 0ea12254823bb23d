"""The consultations of the demo district, with their surveys and events."""

from datetime import time

from wagtail.models import Locale

from consultations.models import Area, ConsultationIndexPage, ConsultationPage
from consultations.surveys.models import Choice, Need, Question, SurveyPage
from home.demo.content import consultations as content
from home.demo.content.people import AREAS, NEEDS
from home.demo.content.presentations import PRESENTATIONS
from home.demo.listening import load_events
from home.demo.moments import london
from home.demo.passages import passages, prose, sentences
from home.demo.recordings import closing_passages, opening_passages
from home.demo.strategy import LoadedStrategy
from home.installation import publish

OPENING_TIME = time(9, 0)
CLOSING_TIME = time(17, 0)


def load_areas_and_needs(pictures) -> None:
    """The lists behind the questions about the person."""
    locale = Locale.get_default()
    Area.objects.bulk_create(
        Area(name=name, district=district, order=order, locale=locale) for order, (name, district) in enumerate(AREAS)
    )
    Need.objects.bulk_create(
        Need(text=text, picture=pictures[picture], order=order, locale=locale)
        for order, (text, picture, _share) in enumerate(NEEDS)
    )


def load_consultations(pictures, strategy: LoadedStrategy, recordings: dict) -> dict[str, SurveyPage]:
    """Make both consultations; returns the surveys by slug."""
    load_areas_and_needs(pictures)
    index = ConsultationIndexPage.objects.get()
    pages = {}
    more_passages = {"closed": closing_passages(recordings), "open": opening_passages(recordings)}
    for key, row, picture in (("closed", content.CLOSED, "check-list"), ("open", content.OPEN, "plan")):
        page = ConsultationPage(
            title=row["title"],
            slug=row["slug"],
            summary=row["summary"],
            picture=pictures[picture],
            audience=row["audience"],
            opens_at=london(row["opens_days"], OPENING_TIME),
            closes_at=london(row["closes_days"], CLOSING_TIME),
            passages=passages(row["passages"], pictures) + more_passages[key],
            standard=prose(row["standard"]),
            what_happens_next=prose(row["what_happens_next"]),
        )
        index.add_child(instance=page)
        pages[key] = publish(page)
    load_events(pages, pictures)
    return {
        row["slug"]: _load_survey(pages[row["consultation"]], row, pictures, strategy, recordings)
        for row in content.SURVEYS
    }


def _load_survey(
    consultation: ConsultationPage, row: dict, pictures, strategy: LoadedStrategy, recordings: dict
) -> SurveyPage:
    survey = SurveyPage(
        title=row["title"],
        slug=row["slug"],
        summary=row["intro"][0],
        picture=pictures[row["picture"]],
        intro=sentences(row["intro"], pictures),
        minutes=row["minutes"],
        ask_area=row.get("ask_area", False),
        ask_needs=row.get("ask_needs", False),
        thanks_next=sentences(row["thanks_next"], pictures),
    )
    for order, item in enumerate(row["questions"]):
        question = _question(item, order, pictures, strategy)
        _present(question, PRESENTATIONS.get((row["slug"], item["key"]), {}), recordings)
        survey.questions.add(question)
    _set_conditions(survey, row["questions"])
    consultation.add_child(instance=survey)
    return publish(survey)


def _present(question: Question, row: dict, recordings: dict) -> None:
    """Longer words and a signed film, where the content has them."""
    question.standard_text = row.get("text", "")
    question.standard_help = row.get("help", "")
    if "film" in row:
        question.signed_film = recordings[row["film"]]
        question.signed_words = row["film_words"]


def _set_conditions(survey: SurveyPage, items: list[dict]) -> None:
    """Let questions name an earlier one and its answers: keys of choices, or scores."""
    rows = {question.key: question for question in survey.questions.all()}
    for item in items:
        condition = item.get("shown_when")
        if condition:
            on = rows[condition["question"]]
            uids = {choice.key: str(choice.uid) for choice in on.choices.all()}
            rows[item["key"]].condition_uid = on.uid
            rows[item["key"]].condition_values = [uids.get(answer, answer) for answer in condition["answers"]]


def _question(item: dict, order: int, pictures, strategy: LoadedStrategy) -> Question:
    statement = strategy.statements.get(item["statement"])
    question = Question(
        sort_order=order,
        key=item["key"],
        kind=item["kind"],
        scale=str(item["scale"] or 5),
        statement=statement,
        text="" if statement and item["text"] == statement.text else item["text"],
        help_text=item["help"],
        at_most=item.get("at_most"),
        low_words=item.get("low_words", ""),
        high_words=item.get("high_words", ""),
        starters="\n".join(item.get("starters", [])),
        takes_voice=item.get("takes_voice", False),
        picture=pictures[item["picture"]],
        priority=strategy.priorities.get(item["priority"]),
    )
    for position, choice in enumerate(item["choices"]):
        question.choices.add(
            Choice(
                sort_order=position,
                key=choice["key"],
                text=choice["text"],
                picture=pictures[choice["picture"]],
                own_words=choice.get("own_words", False),
            )
        )
    return question
