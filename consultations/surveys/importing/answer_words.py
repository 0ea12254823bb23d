"""The words of each kind of question."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consultations.surveys.enums import CHOICE_KINDS, AnswerState, QuestionKind, Scale
from consultations.surveys.importing.targets import whole_key
from consultations.surveys.importing.vocabulary import (
    LEAVE_OUT,
    NOTHING,
    OWN_WORDS,
    STATE_WORDS,
    Vocabulary,
    leave_out_option,
    tick_vocabulary,
)
from consultations.surveys.models import Question

# What other tools call the steps of a scale, by score. Numbers count as scores.
SCALE_WORDS: dict[Scale, dict[int, tuple[str, ...]]] = {
    Scale.FIVE: {
        5: ("strongly agree", "agree strongly", "always", "yes always", "definitely agree", "all of the time"),
        4: ("agree", "tend to agree", "usually", "often", "mostly", "most of the time"),
        3: ("neither agree nor disagree", "neither", "neutral", "sometimes", "some of the time"),
        2: ("disagree", "tend to disagree", "rarely", "seldom", "not often", "hardly ever"),
        1: ("strongly disagree", "disagree strongly", "never", "no never", "definitely disagree"),
    },
    Scale.THREE: {
        3: ("yes", "y", "agree", "always"),
        2: ("sometimes", "neither agree nor disagree", "neutral", "a bit"),
        1: ("no", "n", "disagree", "never"),
    },
}
YES_NO_WORDS = {
    3: ("y", "true", "1"),
    1: ("n", "false", "0"),
    2: ("unsure", "maybe", "im not sure", "do not know", "dont know", "i do not know", "i dont know", "dk"),
}
OTHER_WORDS = ("other", "other please specify", "something else", "oth")
# LimeSurvey names the answers of a question A1, A2… or AO01, AO02…
CODE_LETTERS = ("", "a", "ao0", "ao", "a0")


def answer_vocabulary(question: Question) -> Vocabulary:
    """What a cell, or a part of one, can mean as an answer to a question that is not in own words."""
    states = [(f"state:{state}", str(state.label)) for state, _picture in question.other_answers]
    offered = _choices(question) if question.kind in CHOICE_KINDS else _scores(question)
    words = Vocabulary(whole_key(question), question.wording, [*offered, *states, leave_out_option()])
    for meaning, label in offered:
        words.learn([label], meaning)
    if question.kind in CHOICE_KINDS:
        _learn_choices(words, question)
    else:
        _learn_scores(words, question)
    for state, _picture in question.other_answers:
        words.learn([str(state.label), *STATE_WORDS[AnswerState(state)]], f"state:{state}")
    words.learn(NOTHING, LEAVE_OUT)
    return words


def tick_words(question: Question) -> Vocabulary:
    """What a cell can mean where each choice of a question has a column of its own."""
    title = _("%(question)s (a column for each choice)") % {"question": question.wording}
    return tick_vocabulary(f"{whole_key(question)}/ticks", title, question.asked_choices)


def _scores(question: Question) -> list[tuple[str, str]]:
    return [(f"score:{score}", str(words)) for score, words, _picture in question.steps]


def _choices(question: Question) -> list[tuple[str, str]]:
    offered = [(f"choice:{choice.pk}", choice.text) for choice in question.asked_choices]
    own = question.own_words_choice
    if own:
        offered.append((OWN_WORDS, _("Their own words, beside “%(choice)s”") % {"choice": own.text}))
    return offered


def _learn_scores(words: Vocabulary, question: Question) -> None:
    if question.kind == QuestionKind.YES_NO:
        _learn_by_score(words, YES_NO_WORDS.items())
        return
    for score, _label, _picture in question.steps:
        words.learn([str(score), f"{score}/10", f"{score} / 10"], f"score:{score}")
    if question.kind == QuestionKind.STATEMENT:
        _learn_by_score(words, SCALE_WORDS[Scale(question.scale)].items())


def _learn_by_score(words: Vocabulary, known: Iterable) -> None:
    for score, synonyms in known:
        words.learn(synonyms, f"score:{score}")


def _learn_choices(words: Vocabulary, question: Question) -> None:
    for choice in question.asked_choices:
        words.learn([choice.key], f"choice:{choice.pk}")
    for place, choice in enumerate(question.asked_choices, start=1):
        words.learn([f"{letters}{place}" for letters in CODE_LETTERS], f"choice:{choice.pk}")
    own = question.own_words_choice
    if own:
        words.learn(OTHER_WORDS, f"choice:{own.pk}")
        words.otherwise = OWN_WORDS
