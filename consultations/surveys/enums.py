"""The words of surveys and responses, and named groups of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionKind(TextChoices):
    STATEMENT = "statement", _("I statement (faces)")
    ONE_CHOICE = "one_choice", _("One choice")
    SEVERAL_CHOICES = "several_choices", _("Several choices")
    YES_NO = "yes_no", _("Yes, no or not sure")
    TOP_THREE = "top_three", _("Top three")
    HOW_MUCH = "how_much", _("How much, from 0 to 10")
    TEXT = "text", _("Own words")


CHOICE_KINDS = frozenset({QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES, QuestionKind.TOP_THREE})
# In these, one choice may be "something else" with a box for own words.
OWN_WORDS_KINDS = frozenset({QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES})
# Answered with a score; all others are answered with choices or words.
SCORE_KINDS = frozenset({QuestionKind.STATEMENT, QuestionKind.YES_NO, QuestionKind.HOW_MUCH})
MOST_RANKS = 3


class Scale(TextChoices):
    """How many faces. The value is the highest score; 1 is always "no"."""

    FIVE = "5", _("5 faces")
    THREE = "3", _("3 faces")


# Score, words, pictogram; best first, as the faces stand on the page.
SCALE_STEPS = {
    Scale.FIVE: [
        (5, _("Yes, always"), "scale5-5"),
        (4, _("Most of the time"), "scale5-4"),
        (3, _("Sometimes"), "scale5-3"),
        (2, _("Not often"), "scale5-2"),
        (1, _("No, never"), "scale5-1"),
    ],
    Scale.THREE: [
        (3, _("Yes"), "scale3-3"),
        (2, _("Sometimes"), "scale3-2"),
        (1, _("No"), "scale3-1"),
    ],
}

# Score, words, pictogram. "Not sure" is an answer of its own, so "I do not know" does not stand under it.
YES_NO_STEPS = [
    (3, _("Yes"), "yes"),
    (1, _("No"), "no"),
    (2, _("Not sure"), "not-sure"),
]
HOW_MUCH_SCORES = range(11)


class AnswerState(TextChoices):
    """What a person did with a question. Only GIVEN answers carry a score, choices or words."""

    GIVEN = "given", _("Answered")
    DO_NOT_KNOW = "do_not_know", _("I do not know")
    DO_NOT_UNDERSTAND = "do_not_understand", _("I do not understand")
    DO_NOT_WANT_TO_SAY = "do_not_want_to_say", _("I do not want to say")
    LEFT_OUT = "left_out", _("Left out")


# The three that stand under every question, with their pictograms.
OTHER_ANSWERS = [
    (AnswerState.DO_NOT_KNOW, "do-not-know"),
    (AnswerState.DO_NOT_UNDERSTAND, "not-understand"),
    (AnswerState.DO_NOT_WANT_TO_SAY, "do-not-want-to-say"),
]


class ResponseStatus(TextChoices):
    STARTED = "started", _("Not sent yet")
    SENT = "sent", _("Sent")
    # The person deleted it; only what the safeguarding lead must decide on is still there.
    WITHDRAWN = "withdrawn", _("Deleted by the person")


class Source(TextChoices):
    ONLINE = "online", _("Online")
    PAPER = "paper", _("Paper")
    EVENT = "event", _("Listening event")
    IMPORT = "import", _("Import")
    GROUP_SESSION = "group_session", _("Group session")


class AnsweredBy(TextChoices):
    """Who answered. Kept so that help is visible; it never counts against anybody."""

    ALONE = "alone", _("I answer by myself")
    HELP_TO_READ = "help_to_read", _("Somebody helps me to read")
    WROTE_MY_WORDS = "wrote_my_words", _("Somebody writes my words")
    ANSWERED_FOR_ME = "answered_for_me", _("I answer for somebody else")


HELPED = frozenset({AnsweredBy.HELP_TO_READ, AnsweredBy.WROTE_MY_WORDS, AnsweredBy.ANSWERED_FOR_ME})

ANSWERED_BY_PICTURES = {
    AnsweredBy.ALONE: "young-person",
    AnsweredBy.HELP_TO_READ: "helper",
    AnsweredBy.WROTE_MY_WORDS: "write",
    AnsweredBy.ANSWERED_FOR_ME: "two-people",
}


class RespondentGroup(TextChoices):
    YOUNG_PERSON = "young_person", _("A child or young person")
    PARENT = "parent", _("A parent or carer")
    SIBLING_OR_FRIEND = "sibling_or_friend", _("A brother, sister or friend")
    PROFESSIONAL = "professional", _("Somebody who works with young people")
    OTHER = "other", _("Somebody else")


class AgeBand(TextChoices):
    UNDER_11 = "under_11", _("10 or younger")
    AGE_11_15 = "11_15", _("11 to 15")
    AGE_16_18 = "16_18", _("16 to 18")
    AGE_19_25 = "19_25", _("19 to 25")
    OVER_25 = "over_25", _("26 or older")


class ConcernState(TextChoices):
    OPEN = "open", _("Waiting for the safeguarding lead")
    CLEARED = "cleared", _("Cleared: the answer is back")
    KEPT_OUT = "kept_out", _("Dealt with: the answer stays out")


# An answer with a concern in one of these states is nobody's but the lead's.
WITHHELD_STATES = frozenset({ConcernState.OPEN, ConcernState.KEPT_OUT})
