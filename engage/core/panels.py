"""Panels for the editors of records."""

from wagtail.admin.panels import Panel


class EasyReadPanel(Panel):
    """What the checker says of a stored record; a new one has nothing to check yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/easy_read/panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None
