"""Responses: the list, and one in full."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from consultations.analysis.querysets import codings_of, priorities_of, uncoded
from consultations.surveys.models import Answer, Response
from consultations.surveys.wording import asked_wordings


def counted(answers: QuerySet) -> Coalesce:
    """How many of these answers a response has, as an annotation."""
    per_response = answers.filter(response=OuterRef("pk")).order_by().values("response")
    return Coalesce(Subquery(per_response.annotate(number=Count("pk")).values("number")), 0)


class ResponseListView(generic.IndexView):
    """Sent responses, newest first. As many queries for 10 as for 1,000."""

    any_permission_required = ["view"]
    page_title = gettext_lazy("Responses")
    default_ordering = "-sent_at"

    @cached_property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if self.user_has_permission("erase"):
            buttons.append(HeaderButton(_("Find by code"), url=reverse("responses:find"), icon_name="search"))
        if self.user_has_permission("import"):
            buttons.append(HeaderButton(_("Import answers"), url=reverse("imports:index"), icon_name="upload"))
        return buttons

    def get_base_queryset(self):
        in_words = Answer.objects.usable().in_words()
        return (
            Response.objects.sent()
            .select_related("survey")
            .annotate(in_words=counted(in_words), to_read=counted(uncoded(in_words)))
        )

    def get_list_more_buttons(self, instance):
        """The title leads to the only thing there is to do: read it."""
        return []

    def order_queryset(self, queryset):
        # Many responses of an event were sent at one moment; pages must not overlap.
        return super().order_queryset(queryset).order_by(self.ordering, "-pk")


class ResponseView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One response in full: every question as it was asked, with what was said and what was put on it."""

    model = Response
    permission_required = "view"
    template_name = "analysis/response.html"
    header_icon = "form"
    index_url_name = None

    @cached_property
    def object(self) -> Response:
        responses = Response.objects.sent().select_related("survey", "entered_by", "area")
        response = responses.filter(pk=self.kwargs["pk"]).first()
        if response is None or not self.user_has_permission_for_instance("view", response):
            raise Http404
        return response

    def get_page_title(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Responses")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            response=self.object,
            needs=self.object.needs_in_words,
            rows=self.rows(),
            may_code=user.has_perm("surveys.code_answer"),
            may_raise=user.has_perm("surveys.raise_concern"),
            may_decide=user.has_perm("surveys.decide_concern"),
            may_read_answers=user.has_perm("surveys.view_answer"),
            may_listen=user.has_perm("surveys.listen_voice"),
            may_erase=self.user_has_permission_for_instance("erase", self.object),
        )

    def rows(self) -> list[dict]:
        """A row for each question of the survey: withheld answers without a word, score or tag."""
        answers = list(self.object.answers.for_showing().order_by("question__sort_order", "pk"))
        usable = set(self.object.answers.usable().values_list("pk", flat=True))
        readable = [answer for answer in answers if answer.pk in usable]
        wordings, codings, priorities = asked_wordings(answers), codings_of(readable), priorities_of(readable)
        return [
            {
                "answer": answer,
                "wording": wordings[answer.pk],
                "withheld": answer.pk not in usable,
                "in_words": bool(answer.own_words),
                "codings": codings.get(answer.pk, []),
                "priorities": priorities.get(answer.pk, []),
            }
            for answer in answers
        ]
