"""The editor's side of ``engage.core.publishing``: the same rules, said at the field."""

from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model


class _SaysWhatIsMissing:
    """Adds the instance's ``publishing_errors()`` to a form, unless a draft is being saved or shown."""

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for name, message in self.instance.publishing_errors().items():
            # What rows lack is said by their own forms: the instance does not hold the typed rows yet.
            if name not in self.errors and name not in self.formsets:
                self.add_error(name if name in self.fields else None, message)


class CompletePageForm(_SaysWhatIsMissing, WagtailAdminPageForm):
    """The form of a page with ``CompleteBeforePublishing``."""


class CompleteRowForm(_SaysWhatIsMissing, WagtailAdminModelForm):
    """The form of a row whose model has ``publishing_errors()``."""


class RowsFormSet(BaseChildFormSet):
    """Rows in the order in which the form shows them.

    Modelcluster gives its new place only to rows with another change; the others keep the numbers
    of their last save, which no longer fit once a row before them was removed.
    """

    default_error_messages = {**BaseFormSet.default_error_messages, "too_few_forms": _("Add at least %(num)d.")}

    def add_fields(self, form, index):
        """Leave out of a new row what is asked of stored ones only (the model's ``asked_when_stored``).

        A form with ``offer_from(page)`` is told of the page: what it offers may hang on the other rows.
        """
        super().add_fields(form, index)
        if hasattr(form, "offer_from"):
            form.offer_from(self.instance)
        if form.instance.pk is None:
            for name in getattr(self.model, "asked_when_stored", ()):
                del form.fields[name]

    def save(self, commit=True):
        saved = super().save(commit=False)
        manager = getattr(self.instance, self.rel_name)
        rows = manager.get_object_list()
        shown = [form.instance for form in self.ordered_forms]
        rows.sort(key=lambda row: shown.index(row) if row in shown else len(shown))
        for order, row in enumerate(rows):
            setattr(row, self.model.sort_order_field, order)
        if commit:
            manager.commit()
        return saved


class RowsPanel(InlinePanel):
    """Wagtail's inline panel with ``RowsFormSet``."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = RowsFormSet
        return options


class CompleteRowsPanel(RowsPanel):
    """Rows that are checked by their model's ``publishing_errors()`` when the page is published.

    The model's ``row_form_class`` is a ``CompleteRowForm``; a ``row_label`` that is not empty closes
    the row in the editor and stands on it (``templates/wagtailadmin/panels/inline_panel_child.html``).
    """

    def get_form_options(self):
        options = super().get_form_options()
        child_options = self.child_edit_handler.get_form_options()
        options["formsets"][self.relation_name]["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=self.db_field.related_model.row_form_class,
            defer_required_on_fields=child_options.get("defer_required_on_fields", []),
        )
        return options
