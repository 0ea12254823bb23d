"""The forms of the page editor for questions."""

from engage.core.publishing_forms import CompleteRowForm


class QuestionRowForm(CompleteRowForm):
    """A question in the survey's editor, with its choices below it."""

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
