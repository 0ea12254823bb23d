"""What is written into the log about publishing: never anybody's words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from engage.core.easy_read import LOOKED_ACTION, UNSEEN_ACTION
from engage.core.mail.care import FORGET_ACTION, RETRY_ACTION
from engage.core.mail.wording_views import WORDS_ACTION
from engage.core.publishing import REFUSED_ACTION


def _warnings(log_entry: BaseLogEntry) -> str:
    count = log_entry.data.get("warnings", 0)
    return ngettext("%(count)d Easy Read warning", "%(count)d Easy Read warnings", count) % {"count": count}


class LookedFormatter(LogFormatter):
    label = _("Publish with Easy Read warnings")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return str(_("Looked at %(warnings)s and published anyway") % {"warnings": _warnings(log_entry)})


class UnseenFormatter(LogFormatter):
    label = _("Publish without looking at Easy Read warnings")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return str(_("Published with %(warnings)s that were not shown first") % {"warnings": _warnings(log_entry)})


def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(
        REFUSED_ACTION, _("Refuse to publish"), _("Not published on the date that was set: it was not complete")
    )
    actions.register_action(LOOKED_ACTION)(LookedFormatter)
    actions.register_action(UNSEEN_ACTION)(UnseenFormatter)
    actions.register_action(RETRY_ACTION, _("Try an e-mail again"), _("An e-mail was tried again"))
    actions.register_action(FORGET_ACTION, _("Forget an e-mail"), _("An e-mail was emptied because somebody asked"))
    actions.register_action(WORDS_ACTION, _("Change an e-mail"), _("The words of an e-mail were changed"))
