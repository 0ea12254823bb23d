"""Fields of an editor's row that stand closed until somebody needs them."""

from typing import Any

from wagtail.admin.panels import MultiFieldPanel


class ClosedPanel(MultiFieldPanel):
    """A group of fields in a native disclosure with ``summary`` on it, which also works in new rows."""

    def __init__(self, *args: Any, summary: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summary = summary

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "summary": self.summary}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "wagtailadmin/panels/closed_panel.html"
