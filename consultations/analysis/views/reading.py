"""Answers to read: which questions wait, and the answers to one of them as a coding list."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.analysis.actions import latest_actions
from consultations.analysis.querysets import codings_of, newest_first, priorities_of, uncoded
from consultations.models import ConsultationPage
from consultations.surveys.models import Answer, Question
from engage.core.languages import sources


def counted(answers) -> Coalesce:
    """How many of these answers a question has, as an annotation."""
    per_question = answers.filter(question=OuterRef("pk")).order_by().values("question")
    return Coalesce(Subquery(per_question.annotate(number=Count("pk")).values("number")), 0)


class QuestionListView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The questions that people answer in their own words, with how many answers wait to be coded."""

    model = Answer
    permission_required = "code"
    template_name = "analysis/questions.html"
    page_title = gettext_lazy("Answers to read")
    header_icon = "openquote"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        in_words = Answer.objects.usable().in_words()
        questions = (
            Question.objects.in_words()
            .select_related("page", "statement", "priority")
            .annotate(answered=counted(in_words), to_read=counted(uncoded(in_words)))
            .order_by("-page__first_published_at", "page_id", "sort_order")
        )
        consultations = list(sources(ConsultationPage.objects.order_by("-opens_at")))
        groups = [
            (page, [question for question in questions if question.page.path.startswith(page.path)])
            for page in consultations
        ]
        return super().get_context_data(
            **kwargs,
            groups=[(page, asked) for page, asked in groups if asked],
            actions_url=reverse("reading:actions"),
        )


class AnswerListView(generic.IndexView):
    """The answers to one question, to read and tag one by one or many at once."""

    any_permission_required = ["code"]
    header_icon = "openquote"
    template_name = "analysis/answers.html"
    results_template_name = "analysis/answers_results.html"
    search_fields = ["text", "transcript"]
    paginate_by = 25

    @cached_property
    def question(self) -> Question:
        questions = sources(Question.objects.in_words().select_related("page", "statement"))
        return get_object_or_404(questions, pk=self.kwargs["question_pk"])

    def get_index_url(self):
        return reverse(self.index_url_name, args=[self.question.pk])

    def get_index_results_url(self):
        return reverse(self.index_results_url_name, args=[self.question.pk])

    def get_page_title(self):
        return self.question.wording

    def get_breadcrumbs_items(self):
        questions = {"url": reverse("reading:index"), "label": _("Answers to read")}
        # The question itself stands above the list, where there is room for all of it.
        here = {"url": "", "label": _("Answers to one question")}
        return [*self.breadcrumbs_items, questions, here]

    def get_base_queryset(self):
        answers = Answer.objects.usable().in_words().filter(question=self.question)
        return answers.select_related("response", "question", "voice")

    def order_queryset(self, queryset):
        return newest_first(queryset)

    def get_table(self, object_list):
        answers = list(object_list)
        codings, priorities = codings_of(answers), priorities_of(answers)
        for answer in answers:
            answer.shown_codings, answer.shown_priorities = codings[answer.pk], priorities[answer.pk]
        table = super().get_table(answers)
        table.list_url = self.list_url
        table.may_listen = self.request.user.has_perm("surveys.listen_voice")
        table.may_raise = self.request.user.has_perm("surveys.raise_concern")
        return table

    @cached_property
    def list_url(self) -> str:
        """The list as it is filtered now, to come back to. Filters arrive at the address of the results."""
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return f"{self.index_url}?{query.urlencode()}" if query else self.index_url

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        context["question"] = self.question
        context["last_action"] = next(iter(latest_actions(self.request.user, limit=1)), None)
        context["list_url"] = self.list_url
        return context
