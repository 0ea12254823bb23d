"""An officer on the way through an import, with a browser that runs no scripts."""

from django.contrib.auth import get_user_model

from consultations.surveys.enums import QuestionKind
from consultations.surveys.importing.checking import check_draft
from consultations.surveys.importing.reading import read_file
from consultations.surveys.models import ImportDraft, ResponseImport, SurveyPage
from consultations.surveys.services.imports import import_rows, start_import
from tests.builders import make_question, make_survey

from .files import upload

START = "/admin/imports/new/"
ORIGIN = "Parent Carer Forum"


class Importer:
    """Does what the pages ask for. ``page`` is the last one."""

    def __init__(self, client, survey: SurveyPage):
        self.client, self.survey, self.page = client, survey, None

    def bring(self, content: bytes, *, name="answers.csv", origin=ORIGIN, **more):
        data = {"survey": self.survey.pk, "origin": origin, "file": upload(content, name), **more}
        self.page = self.client.post(START, data, follow=True)
        return self.page

    @property
    def draft(self) -> ImportDraft:
        return ImportDraft.objects.latest("pk")

    @property
    def batch(self) -> ResponseImport:
        return ResponseImport.objects.latest("pk")

    def address(self, step: str) -> str:
        return f"/admin/imports/file/{self.draft.pk}/{step}/"

    def columns(self, **changed):
        """Press "Next" on the columns as they were guessed, but for ``column_3="…"``."""
        plan = self.draft.plan
        data = {f"column-{number}": key for number, key in plan["columns"].items()}
        data |= {name.replace("_", "-"): value for name, value in changed.items()}
        self.page = self.client.post(self.address("columns"), {"dates": plan["dates"], **data}, follow=True)
        return self.page

    def words(self, **meanings):
        """Say what words mean, by the word as it stands on the page; all others as they are preset."""
        page = self.client.get(self.address("words"))
        form = page.context["form"]
        data = {word.name: meanings.get(word.text, word.meaning) for word in form.words()}
        self.page = self.client.post(self.address("words"), data, follow=True)
        return self.page

    def check(self):
        self.page = self.client.get(self.address("check"))
        return self.page.context["checked"]

    def press_import(self, **changed):
        checked = self.check()
        data = {"checked": checked.fingerprint, **changed}
        self.page = self.client.post(self.address("check"), data, follow=True)
        return self.page

    def import_all(self, content: bytes, *, name="answers.csv", origin=ORIGIN) -> ResponseImport:
        """From the file to the responses at once, by what the pages call, where nothing has to be said."""
        officer = get_user_model().objects.get(username="officer")
        draft = start_import(survey=self.survey, by=officer, origin=origin, file_name=name, sheets=read_file(content))
        return import_rows(draft=draft, by=officer, fingerprint=check_draft(draft).fingerprint)


# What the survey of the tests' fixtures asks, as a tool's file has it.
HEADINGS = ["Response ID", "Date submitted", "How old are you?", "I am listened to.", "What helps you?", "What else?"]
ROWS = [
    HEADINGS,
    ["a1", "31/03/2026 09:30", "14", "Strongly agree", "Bus; Walk", "The bus is late."],
    ["a2", "30/03/2026", "11 to 15", "2", "Train", "=1+1"],
    ["a3", "", "", "Don't know", "", ""],
]


def make_asked_survey() -> SurveyPage:
    """A survey that asks what these rows answer."""
    questions = [
        make_question(QuestionKind.STATEMENT, text="I am listened to."),
        make_question(QuestionKind.SEVERAL_CHOICES, text="What helps you?"),
        make_question(QuestionKind.TEXT, text="What else?"),
    ]
    return make_survey(questions=questions)
