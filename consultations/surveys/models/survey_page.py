"""The survey: a page with questions, which keeps faith with the answers people gave."""

from django.db import models, transaction
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from consultations.forms import CopyWithoutAliasForm
from consultations.models import Area, ConsultationPage
from consultations.surveys.conditions import condition_problems
from consultations.surveys.faith import keep_faith_with_answers, recognise_questions
from engage.core.blocks import PassagesBlock
from engage.core.easy_read import language_of
from engage.core.models import BasePage
from engage.core.publishing import CompleteBeforePublishing
from engage.core.publishing_forms import CompletePageForm, CompleteRowsPanel
from engage.core.readability import Piece

from .people import Need


class SurveyPage(CompleteBeforePublishing, BasePage):
    """A set of questions of one consultation. Its own address is the start page of the journey."""

    template = "pages/surveys/survey_page.html"
    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types: list[str] = []

    easy_read_relations = ("questions__choices", "questions__statement")

    intro = StreamField(
        PassagesBlock(),
        verbose_name=_("what it is about"),
        blank=True,
        help_text=_("2 or 3 pictures with one sentence each. They stand on the start page."),
    )
    minutes = models.PositiveSmallIntegerField(
        _("how long it takes"), default=5, help_text=_("In minutes, for somebody who reads slowly.")
    )
    ask_age = models.BooleanField(_("ask how old people are"), default=True)
    ask_group = models.BooleanField(_("ask who people are"), default=True, help_text=_("Young person, parent, ..."))
    ask_area = models.BooleanField(
        _("ask in which area people live"), default=False, help_text=_("From the list of areas, under About people.")
    )
    ask_needs = models.BooleanField(
        _("ask what people need"), default=False, help_text=_("From the list of needs, under About people.")
    )
    thanks_next = StreamField(
        PassagesBlock(),
        verbose_name=_("what happens next"),
        blank=True,
        help_text=_("Stands on the thank you page. Say when people will hear what you did."),
    )

    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel("minutes"),
        CompleteRowsPanel(
            "questions",
            heading=_("Questions"),
            label=_("question"),
            min_num=1,
            help_text=_("People see one question a page, and may leave out each of them."),
        ),
        MultiFieldPanel(
            [FieldPanel("ask_group"), FieldPanel("ask_age"), FieldPanel("ask_area"), FieldPanel("ask_needs")],
            _("About the person"),
        ),
        FieldPanel("thanks_next"),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]
    search_fields = Page.search_fields + [index.SearchField("summary"), index.SearchField("intro")]

    base_form_class = CompletePageForm
    copy_form_class = CopyWithoutAliasForm

    class Meta:
        verbose_name = _("survey")

    @cached_property
    def consultation(self) -> ConsultationPage:
        """The consultation that this survey belongs to; its dates are the survey's dates."""
        return ConsultationPage.objects.with_answer().ancestor_of(self).get()

    @property
    def asked_questions(self) -> list:
        """The questions that are asked now, in order, without those no longer asked."""
        return [question for question in self.questions.all() if not question.retired]

    @property
    def has_conditions(self) -> bool:
        """Whether some questions are asked only of those who gave a certain answer before."""
        return any(question.condition_uid for question in self.asked_questions)

    @property
    def asks_about_you(self) -> bool:
        return self.ask_age or self.ask_group or self.ask_area or self.ask_needs

    def publishing_errors(self) -> dict[str, str]:
        errors = super().publishing_errors()
        if self.ask_area and not Area.objects.in_use().exists():
            errors["ask_area"] = str(
                _("There is no area to choose yet. Add areas first, under Engagement, About people.")
            )
        if self.ask_needs and not Need.objects.in_use().exists():
            errors["ask_needs"] = str(
                _("There is no need to choose yet. Add needs first, under Engagement, About people.")
            )
        return errors

    def publishing_problems(self) -> list[str]:
        problems = super().publishing_problems()
        if not self.asked_questions:
            problems.append(str(_("Ask at least one question.")))
        for number, question in enumerate(self.asked_questions, start=1):
            problems += [
                str(_("Question %(number)s: %(problem)s") % {"number": number, "problem": message})
                for message in question.publishing_errors().values()
            ]
        rows = list(self.questions.all())
        for place, message in condition_problems(rows).items():
            number = self.asked_questions.index(rows[place]) + 1
            problems.append(str(_("Question %(number)s: %(problem)s") % {"number": number, "problem": message}))
        return problems

    def easy_read_pieces(self) -> list[Piece]:
        pieces = super().easy_read_pieces()
        for number, question in enumerate(self.asked_questions, start=1):
            pieces += question.easy_read_pieces(str(_("Question %(number)d") % {"number": number}))
        return pieces

    def with_content_json(self, content):
        """The survey as a revision has it, its rows known again as the stored ones."""
        page = super().with_content_json(content)
        recognise_questions(page)
        return page

    def publish(self, revision, *args, **kwargs):
        """Publish a revision; where the district has a speech engine, its questions are spoken afterwards."""
        from consultations.surveys.services.speech import speak_questions

        super().publish(revision, *args, **kwargs)
        if self.live:
            speak_questions(survey=self)

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save; questions and choices that people answered come back as retired, never deleted."""
        update_fields = kwargs.get("update_fields")
        if update_fields is None or "questions" in update_fields:
            keep_faith_with_answers(self)
        return super().save(*args, **kwargs)

    @property
    def start_url(self) -> str:
        """The address of the start page in the active language, where the survey has it. One query in translations."""
        from consultations.surveys.translating import shown_survey

        return shown_survey(self).url

    def serve(self, request, *args, **kwargs):
        from consultations.surveys.views.front import serve

        return serve(request, self)

    def serve_preview(self, request, mode_name):
        from consultations.surveys.views.preview import preview

        with translation.override(language_of(self)):
            return preview(request, survey=self, mode=mode_name)

    @property
    def preview_modes(self):
        modes = [("start", _("Start page"))]
        modes += [
            (f"question-{number}", _("Question %(number)s") % {"number": number})
            for number, _question in enumerate(self.asked_questions, start=1)
        ]
        return modes + [("thanks", _("Thank you page"))]
