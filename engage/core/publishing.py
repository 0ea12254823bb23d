"""Pages that must be complete before the public sees them.

A draft may be incomplete. A page goes live by many ways: the editor, bulk actions, workflows, the
schedule, a copy. All of them end in the page's ``publish()`` or ``save()``, so the rule stands
there; the editor's form says the same words at the field (``engage.core.publishing_forms``).
"""

import logging

from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)

# How Wagtail's publish_scheduled command names what it does.
SCHEDULED_ACTION = "wagtail.publish.scheduled"
REFUSED_ACTION = "engage.publish_refused"


class NotReadyToPublish(ValidationError):
    """A page that is not complete was about to go live. ``problems`` are sentences for an officer."""

    def __init__(self, page: Page, problems: list[str]):
        super().__init__(problems)
        self.page = page
        self.problems = problems


class CompleteBeforePublishing:
    """For page types, before ``BasePage``: what is not complete does not go live, by any way."""

    def publishing_errors(self) -> dict[str, str]:
        """What the page itself lacks, by the name of the field."""
        return {}

    def publishing_problems(self) -> list[str]:
        """Everything that the page and its rows lack, as sentences. Empty when it may go live."""
        return [str(message) for message in self.publishing_errors().values()]

    def publish(self, revision, *args, **kwargs):
        """Publish a revision. Raises ``NotReadyToPublish``; a scheduled one is refused without raising.

        Wagtail's ``publish_scheduled`` publishes one page after another: an error would keep all
        others from going live. The refusal stands in the page's history instead.
        """
        problems = revision.as_object().publishing_problems()
        if problems and kwargs.get("log_action") == SCHEDULED_ACTION:
            return self._refuse_schedule(revision, problems)
        if problems:
            raise NotReadyToPublish(self, problems)
        return super().publish(revision, *args, **kwargs)

    def _refuse_schedule(self, revision, problems: list[str]) -> None:
        # Not ``revision.save()``: that would log a cancellation that nobody made.
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        log(instance=self, action=REFUSED_ACTION, revision=revision, data={"problems": problems})
        logger.warning("Page %s was not published on schedule: it is not complete.", self.pk)

    def save(self, *args, **kwargs):
        if self.live and kwargs.get("update_fields") is None:
            problems = self.publishing_problems()
            if problems:
                raise NotReadyToPublish(self, problems)
        return super().save(*args, **kwargs)
