"""The forms of the page editor for questions."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.surveys.conditions import answers_to_choose
from engage.core.publishing_forms import CompleteRowForm

NOTHING_TO_TICK = _(
    "There is no earlier question whose answers you can tick. One that you have just added stands here after you "
    "save the page and open it again."
)


class AnswersOfQuestions(forms.CheckboxSelectMultiple):
    """Ticks in groups, each group closed until one of its ticks is set."""

    template_name = "surveys/admin/answers_of_questions.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        context["groups"] = [(label, ticks, any(tick["selected"] for tick in ticks)) for label, ticks, _index in groups]
        return context


class QuestionRowForm(CompleteRowForm):
    """A question in the survey's editor, with its choices below it.

    ``shown_when`` are the answers to one earlier question after which this one is shown, each as
    "uid of the question|value" (``consultations.surveys.conditions``).
    """

    shown_when = forms.MultipleChoiceField(
        label=_("Show only when"),
        required=False,
        widget=AnswersOfQuestions,
        help_text=_(
            "Tick answers to 1 earlier question. Then only people who gave one of them see this question. "
            "No tick: everybody sees it. A new question stands here after you save the page and open it again."
        ),
    )

    def offer_from(self, survey) -> None:
        """Offer the answers to the questions before this one, as the page held them when it was opened."""
        own = self.instance
        rows = [row for row in survey.questions.all() if not row.retired]
        uids = [row.uid for row in rows]
        before = rows[: uids.index(own.uid)] if own.uid in uids else rows
        groups = {row.uid: (str(row), self._tokens(row)) for row in before if answers_to_choose(row)}
        held = [f"{own.condition_uid}|{value}" for value in own.condition_values] if own.condition_uid else []
        offered = {token for _label, tokens in groups.values() for token, _words in tokens}
        gone = [(token, _("An answer that is not offered any more")) for token in held if token not in offered]
        field = self.fields["shown_when"]
        field.choices = [*groups.values(), *([(_("Take this tick away"), gone)] if gone else [])]
        self.initial["shown_when"] = held
        if not field.choices:
            field.help_text = NOTHING_TO_TICK

    @staticmethod
    def _tokens(row) -> list[tuple[str, str]]:
        return [(f"{row.uid}|{value}", words) for value, words in answers_to_choose(row)]

    def clean(self):
        cleaned = super().clean()
        if "shown_when" in self.fields and "shown_when" not in self.errors:
            pairs = [token.split("|") for token in self.cleaned_data["shown_when"]]
            uids = {uid for uid, _value in pairs}
            if len(uids) > 1:
                self.add_error("shown_when", _("Tick answers to 1 question only."))
            else:
                self.instance.condition_uid = UUID(uids.pop()) if uids else None
                self.instance.condition_values = [value for _uid, value in pairs]
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation or self.instance.retired:
            return
        offered = [form for form in self.formsets["choices"].forms if self._offers(form)]
        message = self.instance.choices_problem([bool(form.cleaned_data.get("own_words")) for form in offered])
        if message:
            self.add_error(None, message)

    def _offers(self, form) -> bool:
        if not form.is_valid() or form.cleaned_data.get("DELETE"):
            return False
        return bool(form.cleaned_data.get("text")) and not form.cleaned_data.get("retired")
