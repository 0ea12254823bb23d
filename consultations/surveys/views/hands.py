"""Hands up in a group session: a screen for the wall, and the counts that the facilitator types."""

from collections import defaultdict

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from consultations.surveys.asked import load_question
from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.hands_forms import HandsForm
from consultations.surveys.models import Question, Tally
from consultations.surveys.services.hands import (
    HandsClosed,
    HandsDoNotFit,
    count_hands,
    options_of,
    people_of,
    takes_hands,
)
from engage.core.qr import qr_svg

from .sessions import SessionMixin


class HandsMixin(SessionMixin):
    """The questions of a session's survey, with their numbers."""

    @cached_property
    def questions(self) -> list[Question]:
        return self.session.survey.asked_questions

    @cached_property
    def with_hands(self) -> list[Question]:
        return [question for question in self.questions if takes_hands(question)]

    @cached_property
    def question(self) -> Question:
        """The question of the address, with all that its page shows."""
        found = next((one for one in self.with_hands if one.pk == self.kwargs["question_pk"]), None)
        if found is None:
            raise Http404
        return load_question(found.pk)

    def after(self, question: Question) -> Question | None:
        """The next question that takes hands."""
        keys = [one.pk for one in self.with_hands]
        place = keys.index(question.pk) + 1
        return self.with_hands[place] if place < len(keys) else None

    def before(self, question: Question) -> Question | None:
        keys = [one.pk for one in self.with_hands]
        place = keys.index(question.pk)
        return self.with_hands[place - 1] if place else None

    def number(self, question: Question) -> int:
        return [one.pk for one in self.questions].index(question.pk) + 1

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("sessions:index"), "label": _("Group sessions")},
            {"url": reverse("sessions:inspect", args=[self.session.pk]), "label": self.session.place},
            {"url": "", "label": self.get_page_title()},
        ]


class HandsListView(HandsMixin, WagtailAdminTemplateMixin, TemplateView):
    """All questions: counted, not yet counted, or why not to be counted with hands."""

    template_name = "surveys/admin/hands.html"
    page_title = gettext_lazy("Hands up")
    header_icon = "group"

    def get_context_data(self, **kwargs):
        tallies: dict[int, list[Tally]] = defaultdict(list)
        for tally in self.session.tallies.all():
            tallies[tally.question_id].append(tally)
        rows = [
            {
                "question": question,
                "number": number,
                "takes_hands": takes_hands(question),
                "people": people_of(tallies[question.pk], several=question.kind == QuestionKind.SEVERAL_CHOICES),
            }
            for number, question in enumerate(self.questions, start=1)
        ]
        return super().get_context_data(
            **kwargs, session=self.session, rows=rows, first=self.with_hands[0] if self.with_hands else None
        )


class CountHandsView(HandsMixin, WagtailAdminTemplateMixin, FormView):
    """Type how many hands each answer had."""

    permission_required = "change"
    form_class = HandsForm
    template_name = "surveys/admin/count_hands.html"
    page_title = gettext_lazy("Count the hands")
    header_icon = "group"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "question": self.question}

    def get_initial(self):
        return HandsForm.initial_of(list(self.session.tallies.filter(question=self.question)))

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or self.get_form()
        on_devices = self.question.answers.filter(response__session=self.session, response__status="sent")
        return super().get_context_data(
            **{**kwargs, "form": form},
            session=self.session,
            question=self.question,
            number=self.number(self.question),
            count=len(self.questions),
            boxes=[(option, form[option.key]) for option in form.options],
            on_devices=on_devices.exclude(state=AnswerState.LEFT_OUT).count(),
            is_open=self.session.is_open(),
        )

    def form_valid(self, form):
        try:
            people = count_hands(
                session=self.session,
                question=self.question,
                hands=form.hands,
                people=form.people,
                by=self.request.user,
            )
        except HandsClosed:
            messages.error(self.request, _("The session is not open. The counts were not changed."))
            return self.form_invalid(form)
        except HandsDoNotFit:
            messages.error(self.request, _("The survey has changed. Please look at the numbers again."))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved: %(number)d people.") % {"number": people})
        upcoming = self.after(self.question)
        if upcoming is not None and "save_next" in self.request.POST:
            return redirect("sessions:count", self.session.pk, upcoming.pk)
        return redirect("sessions:hands", self.session.pk)


class WallView(HandsMixin, TemplateView):
    """One question for everybody to see, very large. Nobody's answers and no counts are on it."""

    template_name = "surveys/admin/wall_question.html"

    def get_context_data(self, **kwargs):
        question = self.question
        options = options_of(question)
        return super().get_context_data(
            **kwargs,
            session=self.session,
            question=question,
            number=self.number(question),
            count=len(self.questions),
            options=[option for option in options if not option.state],
            others=[option for option in options if option.state],
            before=self.before(question),
            after=self.after(question),
        )


class WallStartView(HandsMixin, TemplateView):
    """The first screen of the wall: where we are, and how to join with a device."""

    template_name = "surveys/admin/wall_start.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            session=self.session,
            survey=self.session.survey,
            square=qr_svg(self.address),
            address=self.typed_address,
            after=self.with_hands[0] if self.with_hands else None,
        )
