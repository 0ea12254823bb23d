"""Tagging one answer, and taking back what one did."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.analysis.actions import latest_actions
from consultations.analysis.forms import TagAnswerForm
from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.querysets import Codebook, codings_of, following, newest_first, priorities_of, uncoded
from consultations.analysis.services import AnswerNotUsable, NothingToUndo, code_answer, undo_batch
from consultations.surveys.models import Answer
from consultations.surveys.wording import asked_wordings


class TagAnswerView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """One answer with the codebook beside it. The ticks are the coder's own."""

    model = Answer
    permission_required = "code"
    form_class = TagAnswerForm
    template_name = "analysis/tag_answer.html"
    page_title = gettext_lazy("Tag an answer")
    header_icon = "tag"

    @cached_property
    def answer(self) -> Answer:
        answers = Answer.objects.usable().in_words().select_related("response__survey", "question__statement", "voice")
        answer = get_object_or_404(answers, pk=self.kwargs["pk"])
        if not self.user_has_permission_for_instance("code", answer):
            raise Http404
        return answer

    @property
    def list_url(self) -> str:
        own = reverse("reading:answers", args=[self.answer.question_id])
        return get_valid_next_url_from_request(self.request) or own

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("reading:index"), "label": _("Answers to read")},
            {"url": self.list_url, "label": _("Answers to one question")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_initial(self):
        codebook = Codebook()
        mine = Coding.objects.filter(content_object=self.answer, coder=self.request.user, start__isnull=True)
        by_hand = PriorityTag.objects.filter(answer=self.answer)
        return {
            "themes": [codebook.standing_for(key).pk for key in mine.values_list("tag", flat=True)],
            "priorities": list(by_hand.values_list("priority", flat=True)),
        }

    def get_context_data(self, **kwargs):
        answer = self.answer
        codings = codings_of([answer])[answer.pk]
        return super().get_context_data(
            **kwargs,
            answer=answer,
            wording=asked_wordings([answer])[answer.pk],
            others=[coding for coding in codings if coding.coder_id != self.request.user.pk],
            priorities=priorities_of([answer])[answer.pk],
            list_url=self.list_url,
            seen=self.seen,
            next_answer=self.next_to_read(),
            may_raise=self.request.user.has_perm("surveys.raise_concern"),
        )

    def next_to_read(self) -> Answer | None:
        """The next answer of the list that is without a theme; from the start again after the last."""
        waiting = uncoded(Answer.objects.usable().in_words().filter(question=self.answer.question_id))
        waiting = waiting.exclude(pk=self.answer.pk)
        return following(waiting, self.answer).first() or newest_first(waiting).first()

    @property
    def seen(self) -> str:
        """Which words the coder has before them: when they changed last, and when somebody wrote them down."""
        voice = self.answer.recording
        moments = (self.answer.changed_at, voice.written_at if voice else None)
        return " ".join(moment.isoformat() for moment in moments if moment)

    def form_valid(self, form):
        if self.request.POST.get("seen", "") != self.seen:
            messages.warning(self.request, _("These words have changed. Please read them again."))
            return redirect(self.request.get_full_path())
        try:
            code_answer(answer=self.answer, coder=self.request.user, **form.cleaned_data)
        except AnswerNotUsable:
            messages.warning(self.request, _("The safeguarding lead has this answer now. Nothing was changed."))
            return redirect(self.list_url)
        messages.success(self.request, _("The tags are saved."))
        upcoming = self.next_to_read() if "save_next" in self.request.POST else None
        if upcoming is not None:
            query = urlencode({"next": self.list_url})
            return redirect(f"{reverse('reading:tag', args=[upcoming.pk])}?{query}")
        return redirect(self.list_url)


class ActionListView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What I did: one's own latest actions, each to be undone."""

    model = Answer
    permission_required = "code"
    template_name = "analysis/actions.html"
    page_title = gettext_lazy("What I did")
    header_icon = "history"

    def get_breadcrumbs_items(self):
        reading = {"url": reverse("reading:index"), "label": _("Answers to read")}
        return [*self.breadcrumbs_items, reading, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, actions=latest_actions(self.request.user))


class UndoView(PermissionCheckedMixin, View):
    """Take back one's own action: only what it added."""

    model = Answer
    permission_required = "code"
    http_method_names = ["post"]

    def post(self, request, batch: UUID):
        try:
            count = undo_batch(batch=batch, coder=request.user)
        except NothingToUndo:
            messages.warning(request, _("There is nothing to undo any more."))
        else:
            messages.success(request, _("Undone. Tags taken back: %(count)d.") % {"count": count})
        return redirect(get_valid_next_url_from_request(request) or reverse("reading:actions"))
