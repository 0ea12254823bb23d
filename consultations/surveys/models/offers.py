"""What a question offers to press, by its kind."""

from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import (
    CHOICE_KINDS,
    HOW_MUCH_SCORES,
    OTHER_ANSWERS,
    OWN_WORDS_KINDS,
    SCALE_STEPS,
    YES_NO_STEPS,
    AnswerState,
    QuestionKind,
    Scale,
)

FEWEST_CHOICES = 2


class Offers:
    """The part of a question that its answers and forms read. No query beside that of its choices."""

    @property
    def steps(self) -> list[tuple]:
        """The scores that it offers as (score, words, pictogram), in the order of the page."""
        if self.kind == QuestionKind.STATEMENT:
            return SCALE_STEPS[Scale(self.scale)]
        if self.kind == QuestionKind.YES_NO:
            return YES_NO_STEPS
        if self.kind == QuestionKind.HOW_MUCH:
            return [(score, str(_("%(score)s out of 10") % {"score": score}), "") for score in HOW_MUCH_SCORES]
        return []

    @property
    def other_answers(self) -> list[tuple]:
        """The answers under every question as (state, pictogram). "Not sure" takes the place of the first."""
        if self.kind != QuestionKind.YES_NO:
            return OTHER_ANSWERS
        return [other for other in OTHER_ANSWERS if other[0] != AnswerState.DO_NOT_KNOW]

    @property
    def shown_help(self) -> str:
        """The help of the officer, and how many may be ticked where the help does not say so."""
        return self.with_limit(self.help_text)

    def with_limit(self, words: str) -> str:
        """Help with how many may be ticked, where it does not say so."""
        limit = self.kind == QuestionKind.SEVERAL_CHOICES and self.at_most
        if not limit or str(limit) in words:
            return words
        return f"{words} {_('Choose at most %(number)s.') % {'number': limit}}".strip()

    @property
    def starter_list(self) -> list[str]:
        """The starts of sentences that it offers."""
        if self.kind != QuestionKind.TEXT:
            return []
        return [line.strip() for line in self.starters.splitlines() if line.strip()]

    @property
    def offers_voice(self) -> bool:
        """Whether people may record their voice beside the box for their words."""
        return self.takes_voice and self.kind == QuestionKind.TEXT

    @property
    def own_words_choice(self):
        """The choice with a box for own words; None where there is none."""
        offered = self.asked_choices if self.kind in OWN_WORDS_KINDS else []
        return next((choice for choice in offered if choice.own_words), None)

    @property
    def asked_choices(self) -> list:
        return [choice for choice in self.choices.all() if not choice.retired]

    def choices_problem(self, offered: list[bool]) -> str:
        """What to tell an officer; "" when all is well. ``offered``: for each choice, whether it asks for own words."""
        if self.kind not in CHOICE_KINDS:
            return ""
        if len(offered) < FEWEST_CHOICES:
            return _("Give people at least 2 choices.")
        if sum(offered) > (1 if self.kind in OWN_WORDS_KINDS else 0):
            return _("Only one choice can ask for own words, and none in a top three.")
        return ""
