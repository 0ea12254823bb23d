"""A person on the way through a survey, with a browser that runs no scripts: Django's test client."""

import re

from django.test import Client

from consultations.surveys.models import Response, SurveyPage


class Person:
    """Presses and types like a respondent; follows where the pages lead."""

    def __init__(self, survey: SurveyPage, client: Client | None = None):
        self.survey = survey
        self.client = client or Client()
        self.page = None

    def open_start(self):
        self.page = self.client.get(self.survey.url)
        return self.page

    def start(self):
        """Open the start page and press Start."""
        key = re.search(r'name="key" value="([^"]+)"', self.open_start().content.decode()).group(1)
        return self.press(self.survey.url, key=key)

    def press(self, url: str, **values):
        """Send a form and follow the redirects."""
        self.page = self.client.post(url, values, follow=True)
        return self.page

    def answer(self, number: int, value="", *, go: str = "next", **values):
        """Answer the question with that number."""
        data = {"go": go, **values}
        if value != "":
            data["answer"] = value
        return self.press(self.question_url(number), **data)

    def question_url(self, number: int) -> str:
        question = self.survey.asked_questions[number - 1]
        return f"/answer/{self.survey.pk}/question/{question.key}/"

    def step_url(self, name: str) -> str:
        return f"/answer/{self.survey.pk}/{name}/"

    def send(self):
        return self.press(self.step_url("check"))

    @property
    def url(self) -> str:
        """Where the person is now."""
        return self.page.redirect_chain[-1][0] if self.page.redirect_chain else self.page.request["PATH_INFO"]

    @property
    def words(self) -> str:
        return self.page.content.decode()

    @property
    def stored(self) -> Response:
        return Response.objects.latest("pk")
