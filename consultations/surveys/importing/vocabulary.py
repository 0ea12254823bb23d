"""What words of a file mean. A meaning is a short text such as "score:4", "choice:17", "state:do_not_know"."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from consultations.surveys.enums import AnswerState
from consultations.surveys.importing.folding import folded

LEAVE_OUT = "leave"
OWN_WORDS = "words"
TICKED = "ticked"
NOT_TICKED = "not_ticked"

# Written where nobody answered.
NOTHING = ("", "n/a", "na", "-", "--", "–", "nan", "null", "no answer", "not answered", "no response", "#n/a")
STATE_WORDS = {
    AnswerState.DO_NOT_KNOW: ("do not know", "i dont know", "dont know", "dk", "unsure", "not sure", "im not sure"),
    AnswerState.DO_NOT_UNDERSTAND: ("do not understand", "i dont understand", "dont understand"),
    AnswerState.DO_NOT_WANT_TO_SAY: (
        "do not want to say",
        "dont want to say",
        "i dont want to say",
        "prefer not to say",
        "i prefer not to say",
        "i would prefer not to say",
        "rather not say",
        "id rather not say",
    ),
}
TICK_WORDS = ("y", "yes", "1", "true", "x", "ticked", "checked", "selected", "chosen", "✓", "✔", "☑")
NO_TICK_WORDS = ("n", "no", "0", "false", "unticked", "unchecked", "not selected", "not chosen")


@dataclass
class Vocabulary:
    """The words of one question (or of one thing about the person), and what they can mean.

    ``options`` are all meanings as (meaning, label); ``known`` is the meaning of each folded word. A word that is
    not known has the meaning ``otherwise``: "" where it is not an answer.
    """

    key: str
    title: str
    options: list[tuple[str, str]]
    known: dict[str, str] = field(default_factory=dict)
    otherwise: str = ""

    def learn(self, words: Iterable[str], meaning: str) -> None:
        """Take words for a meaning, where they have none yet."""
        for word in words:
            self.known.setdefault(folded(str(word)), meaning)

    def is_known(self, word: str) -> bool:
        return folded(word) in self.known

    def meaning(self, word: str) -> str:
        return self.known.get(folded(word), self.otherwise)

    def decide(self, decided: dict[str, str]) -> None:
        """Let words mean what an officer said, by folded word. What is not offered is passed over."""
        offered = {meaning for meaning, _label in self.options}
        self.known.update({word: meaning for word, meaning in decided.items() if meaning in offered})


def leave_out_option() -> tuple[str, str]:
    return LEAVE_OUT, _("Leave it out: not answered")


def tick_vocabulary(key: str, title: str, choices: Iterable) -> Vocabulary:
    """For a column of each choice: ticked or not. A choice's own words in its column tick it as well."""
    options = [(TICKED, _("Chosen")), (NOT_TICKED, _("Not chosen"))]
    words = Vocabulary(key, title, options)
    words.learn(NOTHING, NOT_TICKED)
    for choice in choices:
        words.learn([choice.text], TICKED)
    words.learn(TICK_WORDS, TICKED)
    words.learn(NO_TICK_WORDS, NOT_TICKED)
    return words
