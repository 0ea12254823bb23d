"""What is written into the log about tagging and exports: who, what and how many, never anybody's words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import LogFormatter

from consultations.analysis.note_services import UNDO_NOTE_ACTION
from consultations.analysis.services import TAG_ACTION, UNDO_ACTION, UNTAG_ACTION

EXPORT_ACTION = "surveys.export"


class _CountedFormatter(LogFormatter):
    """An action on so many answers."""

    def format_message(self, log_entry) -> str:
        count = log_entry.data.get("answers", 0)
        return f"{self.message}: " + ngettext("%(count)d answer", "%(count)d answers", count) % {"count": count}


def register_actions(actions) -> None:
    for action, label, message in (
        (TAG_ACTION, _("Tag answers"), _("Put on answers")),
        (UNTAG_ACTION, _("Take tags off"), _("Taken off answers")),
        (UNDO_ACTION, _("Undo tagging"), _("Undone")),
    ):
        formatter = type("Formatter", (_CountedFormatter,), {"label": label, "message": message})
        actions.register_action(action)(formatter)
    actions.register_action(EXPORT_ACTION, _("Export responses"), _("Exported responses"))
    actions.register_action(UNDO_NOTE_ACTION, _("Delete a note"), _("Deleted a note that they had written today"))
