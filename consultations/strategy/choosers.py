"""Choosing a priority or a statement in the editor: each once, whatever languages it is in."""

from wagtail.models import Locale
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet


class SourcesMixin:
    """Questions and outcomes name the row of the first language; its translations only lend their words."""

    def get_object_list(self):
        # Not ``sources``: the search takes no subquery.
        return super().get_object_list().filter(locale=Locale.get_default())


class ChooseSourceView(SourcesMixin, ChooseView):
    pass


class ChooseSourceResultsView(SourcesMixin, ChooseResultsView):
    pass


class SourceChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseSourceView
    choose_results_view_class = ChooseSourceResultsView
