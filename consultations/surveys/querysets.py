"""Which responses and answers. The docstrings define the numbers that the product shows."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from consultations.surveys.enums import WITHHELD_STATES, AnswerState, ResponseStatus


class ResponseQuerySet(QuerySet):
    def sent(self):
        """Responses that people sent. Only these are counted, coded, quoted and exported."""
        return self.filter(status=ResponseStatus.SENT)

    def unfinished(self):
        """Responses that somebody began and has not sent. Nobody reads their words."""
        return self.filter(status=ResponseStatus.STARTED)

    def withdrawn(self):
        """Responses that the person deleted, of which the safeguarding lead still has an answer."""
        return self.filter(status=ResponseStatus.WITHDRAWN)

    def to_come_back_to(self):
        """Unfinished responses of live surveys whose time is not over: a code or a link opens these only."""
        since = timezone.now() - timedelta(days=settings.ENGAGE_UNFINISHED_DAYS)
        return self.unfinished().filter(survey__live=True, changed_at__gt=since)

    def with_receipt_code(self, typed):
        """The sent response with exactly this code, whatever the case, blanks and dashes; never by a part of it."""
        from consultations.surveys.models.responses import as_receipt_code

        return self.sent().filter(receipt_code=as_receipt_code(typed))

    def of_consultation(self, consultation):
        """Responses to the surveys of a consultation page."""
        return self.filter(survey__path__startswith=consultation.path)


class AnswerQuerySet(QuerySet):
    def withheld(self):
        """Answers that a concern keeps from everybody but the safeguarding lead."""
        return self.filter(_has_withholding_concern())

    def usable(self):
        """Answers of sent responses that no concern withholds: the base of every list, figure and export."""
        return self.filter(response__status=ResponseStatus.SENT).exclude(_has_withholding_concern())

    def given(self):
        """Answers with a score, choices or words; not "I do not know" and its sisters."""
        return self.filter(state=AnswerState.GIVEN)

    def in_words(self):
        """Answers with the person's own words, also beside "something else": those that are coded.

        A recording counts when somebody has written down its words.
        """
        return self.given().exclude(text="", transcript="")

    def of_consultation(self, consultation):
        """Answers to the surveys of a consultation page."""
        return self.filter(response__survey__path__startswith=consultation.path)

    def for_showing(self):
        """The answers with what ``Answer.words`` reads, in a fixed number of queries."""
        return self.select_related("question__statement", "response", "voice").prefetch_related("picks__choice")


class VoiceQuerySet(QuerySet):
    def usable(self):
        """Recordings of sent answers that no concern withholds: those that officers hear."""
        from consultations.surveys.models import Answer

        return self.filter(answer__in=Answer.objects.usable())

    def to_write_down(self):
        """Usable recordings whose words nobody has written down."""
        return self.usable().filter(written_at__isnull=True)


def _has_withholding_concern():
    from consultations.surveys.models import Concern

    return Exists(Concern.objects.filter(answer=OuterRef("pk"), state__in=WITHHELD_STATES))
