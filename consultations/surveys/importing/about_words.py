"""The words for what people say of themselves."""

from django.utils.translation import gettext as _

from consultations.models import Area
from consultations.surveys.enums import AgeBand, AnsweredBy, RespondentGroup
from consultations.surveys.importing.targets import AGE_BAND, ANSWERED_BY, AREA, GROUP, LANGUAGE, NEEDS
from consultations.surveys.importing.vocabulary import LEAVE_OUT, NOTHING, STATE_WORDS, Vocabulary, leave_out_option
from consultations.surveys.models import Need
from engage.core.languages import language_choices, own_name

ANSWERED_BY_WORDS = {
    AnsweredBy.ALONE: ("alone", "on my own", "by myself", "myself", "no help", "without help"),
    AnsweredBy.HELP_TO_READ: ("with help to read", "help to read", "somebody helped me to read", "with help"),
    AnsweredBy.WROTE_MY_WORDS: ("somebody wrote my words", "someone wrote my words", "scribe"),
    AnsweredBy.ANSWERED_FOR_ME: ("on behalf of somebody else", "on behalf of someone else", "for somebody else"),
}
GROUP_WORDS = {
    RespondentGroup.YOUNG_PERSON: (
        "child",
        "young person",
        "child or young person",
        "pupil",
        "student",
        "young people",
    ),
    RespondentGroup.PARENT: (
        "parent",
        "carer",
        "parent or carer",
        "parent/carer",
        "parent carer",
        "parents and carers",
    ),
    RespondentGroup.SIBLING_OR_FRIEND: ("sibling", "brother", "sister", "friend", "family member"),
    RespondentGroup.PROFESSIONAL: (
        "professional",
        "practitioner",
        "teacher",
        "staff",
        "member of staff",
        "social worker",
    ),
    RespondentGroup.OTHER: ("other", "someone else", "member of the public"),
}
# The oldest of each band. An age in years becomes its band; the years are not kept.
OLDEST = {
    AgeBand.UNDER_11: 10,
    AgeBand.AGE_11_15: 15,
    AgeBand.AGE_16_18: 18,
    AgeBand.AGE_19_25: 25,
    AgeBand.OVER_25: 110,
}
AGE_WORDS = {
    AgeBand.UNDER_11: ("under 11", "0-10", "5-10", "0 to 10"),
    AgeBand.AGE_11_15: ("11-15",),
    AgeBand.AGE_16_18: ("16-18",),
    AgeBand.AGE_19_25: ("19-25",),
    AgeBand.OVER_25: ("over 25", "26+", "26 and over"),
}


def about_vocabularies() -> dict[str, Vocabulary]:
    """The words for each thing about the person, by the key of its target. Two queries."""
    areas, needs = list(Area.objects.in_use()), list(Need.objects.in_use())
    found = {
        ANSWERED_BY: _vocabulary(ANSWERED_BY, _("Who answered"), AnsweredBy.choices),
        GROUP: _vocabulary(GROUP, _("Who they are"), RespondentGroup.choices),
        AGE_BAND: _vocabulary(AGE_BAND, _("Age"), AgeBand.choices),
        AREA: _vocabulary(AREA, _("Area"), [(str(area.pk), str(area)) for area in areas]),
        NEEDS: _vocabulary(NEEDS, _("Needs"), [(str(need.pk), need.text) for need in needs]),
        LANGUAGE: _vocabulary(LANGUAGE, _("Language"), language_choices()),
    }
    _learn(found[ANSWERED_BY], ANSWERED_BY_WORDS)
    _learn(found[GROUP], GROUP_WORDS)
    _learn(found[AGE_BAND], AGE_WORDS)
    for code, _name in language_choices():
        # "en" for "en-gb", and the name in the language itself.
        found[LANGUAGE].learn([code.split("-")[0], own_name(code)], f"value:{code}")
    youngest = 0
    for band, oldest in OLDEST.items():
        found[AGE_BAND].learn([str(years) for years in range(youngest, oldest + 1)], f"value:{band}")
        youngest = oldest + 1
    names = [area.name for area in areas]
    for area in areas:
        # Two districts may have an area of the same name: then only both together say which.
        if names.count(area.name) == 1:
            found[AREA].learn([area.name], f"value:{area.pk}")
    return found


def _vocabulary(key: str, title: str, choices) -> Vocabulary:
    options = [(f"value:{value}", str(label)) for value, label in choices]
    words = Vocabulary(key, title, [*options, leave_out_option()])
    for meaning, label in options:
        words.learn([label, meaning.removeprefix("value:")] if key not in (AREA, NEEDS) else [label], meaning)
    words.learn(NOTHING, LEAVE_OUT)
    for said in STATE_WORDS.values():
        words.learn(said, LEAVE_OUT)
    return words


def _learn(words: Vocabulary, known: dict) -> None:
    for value, synonyms in known.items():
        words.learn(synonyms, f"value:{value}")
