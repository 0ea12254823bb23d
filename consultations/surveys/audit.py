"""What is written into the log about responses and concerns: who did what, never anybody's words."""

from django.utils.translation import gettext_lazy as _

from consultations.surveys.services.changing import CHANGE_ACTION
from consultations.surveys.services.concerns import DECIDE_ACTION, RAISE_ACTION
from consultations.surveys.services.imports import IMPORT_ACTION, UNDO_IMPORT_ACTION
from consultations.surveys.services.papers import UNDO_ACTION
from consultations.surveys.services.retention import ERASE_ACTION, WITHDRAW_ACTION
from consultations.surveys.services.voices import LISTEN_ACTION, WRITE_ACTION


def register_actions(actions) -> None:
    actions.register_action(RAISE_ACTION, _("Raise a concern"), _("Raised a concern about an answer"))
    actions.register_action(DECIDE_ACTION, _("Decide on a concern"), _("Decided on a concern"))
    actions.register_action(ERASE_ACTION, _("Delete a response"), _("Deleted a response because somebody asked"))
    actions.register_action(CHANGE_ACTION, _("Change a response"), _("A person changed what they had sent"))
    actions.register_action(WITHDRAW_ACTION, _("Withdraw a response"), _("A person deleted what they had sent"))
    actions.register_action(LISTEN_ACTION, _("Listen to a recording"), _("Listened to somebody's recording"))
    actions.register_action(WRITE_ACTION, _("Write down a recording"), _("Wrote down the words of a recording"))
    actions.register_action(UNDO_ACTION, _("Delete a paper"), _("Deleted a paper that they had typed in today"))
    actions.register_action(IMPORT_ACTION, _("Import answers"), _("Imported answers from a spreadsheet"))
    actions.register_action(UNDO_IMPORT_ACTION, _("Undo an import"), _("Deleted the responses of an import"))
