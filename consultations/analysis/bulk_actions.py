"""Tagging many answers at once. Only answers that officers may read, and only those that were ticked."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from consultations.analysis.forms import AddThemesForm, PriorityForm, fits_a_key
from consultations.analysis.services import AnswerNotUsable, tag_answers, tag_priority, untag_answers
from consultations.surveys.models import Answer
from consultations.surveys.permissions import answer_policy


class AnswerBulkAction(BulkAction):
    """What the three have in common."""

    models = [Answer]
    template_name = "analysis/bulk_tag.html"
    action_button = _("Save")

    def dispatch(self, request, *args, **kwargs):
        if not answer_policy.user_has_permission(request.user, "code"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def get_queryset(cls, model, object_ids):
        keys = [int(key) for key in object_ids if fits_a_key(str(key))]
        answers = Answer.objects.usable().in_words().filter(pk__in=keys).select_related("response").order_by("pk")
        if not answers:
            raise Http404
        return answers

    def get_all_objects_in_listing_query(self, parent_id):
        """Nobody tags what they have not seen: only the ticked ones of a page."""
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, action_button=self.action_button, title=self.display_name)

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except AnswerNotUsable:
            messages.warning(self.request, _("The safeguarding lead has one of these answers now. Try again."))
            return redirect(self.next_url)

    def get_execution_context(self):
        return {"coder": self.request.user, **self.cleaned_form.cleaned_data}


class AddThemes(AnswerBulkAction):
    display_name = _("Add themes")
    aria_label = _("Add themes to the selected answers")
    action_type = "add_themes"
    action_priority = 10
    form_class: type[forms.Form] = AddThemesForm
    action_button = _("Add the themes")

    @classmethod
    def execute_action(cls, objects, *, themes, coder, **kwargs):
        return tag_answers(answers=objects, themes=themes, coder=coder).answers, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("Themes put on %(count)d answer.", "Themes put on %(count)d answers.", num_parent_objects) % {
            "count": num_parent_objects
        }


class AddPriority(AnswerBulkAction):
    display_name = _("Add priority")
    aria_label = _("Add a priority to the selected answers")
    action_type = "add_priority"
    action_priority = 20
    form_class: type[forms.Form] = PriorityForm
    action_button = _("Add the priority")

    @classmethod
    def execute_action(cls, objects, *, priority, coder, **kwargs):
        return tag_priority(answers=objects, priority=priority, coder=coder).answers, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "The priority is on %(count)d answer.", "The priority is on %(count)d answers.", num_parent_objects
        ) % {"count": num_parent_objects}


class RemoveThemes(AnswerBulkAction):
    display_name = _("Remove themes")
    aria_label = _("Remove themes from the selected answers")
    action_type = "remove_themes"
    action_priority = 30
    form_class: type[forms.Form] = AddThemesForm
    action_button = _("Remove the themes")
    classes = {"serious"}

    @classmethod
    def execute_action(cls, objects, *, themes, coder, **kwargs):
        return untag_answers(answers=objects, themes=themes, coder=coder), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return _("None of your tags was on these answers. Only their coder can remove the others.")
        return ngettext("%(count)d tag removed.", "%(count)d tags removed.", num_parent_objects) % {
            "count": num_parent_objects
        }
