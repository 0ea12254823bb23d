"""The rules of the Easy Read checker, on words alone."""

import random

import pytest

from engage.core.readability import Piece, PlainWord, Rule, Severity, Vocabulary, check, read_markup

WORDS = Vocabulary(
    [
        PlainWord("provision", swap="help"),
        PlainWord("EHCP", ("EHC plan", "education, health and care plan"), "a plan for your help"),
        PlainWord("SEND"),
        PlainWord("responsibilities"),
        PlainWord("co-production", ("co-produce",), "working together"),
        PlainWord("college", known=True),
    ]
)


def found(text, *, language="en-gb", **options):
    return check([Piece(text, **options)], language=language, vocabulary=WORDS).findings


def rules(text, **options):
    return [finding.rule for finding in found(text, **options)]


EASY = [
    "We want to know what your life is like now.",
    "There are no wrong answers.",
    "You do not have to answer if you do not want to.",
    "Say yes or no.",
    "We send you a letter at 9.30 a.m. on Monday.",
    "You go to college.",
    "The NHS and the council work with you.",
    "I am worried. I am interested in this.",
    "Go to https://example.org/one-very-long-address/that-nobody-reads?x=AND now.",
    "SEND means special educational needs and disabilities.\nPeople with SEND help us.",
    "The plan says which help you get (provision).",
    "Responsibilities means what you must do. He told us of his responsibilities.",
    "My EHCP, a plan for my help, is new.",
    "We talk about co-production.\nThat means we work together.",
    "1. Mr. Smith is here.",
    "J. Smith and E. Jones came.",
    "",
    "   \n\n \t ",
    "🙂 🎉",
    "!!! ... ???",
]


@pytest.mark.parametrize("text", EASY)
def test_easy_words_are_left_alone(text):
    assert rules(text) == []


HARD = [
    ("We ask you and your family and your friends and your school to tell us all of it.", Rule.LONG_SENTENCE),
    ("We check the provision.", Rule.JARGON),
    ("My EHC plans are new.", Rule.JARGON),
    ("We like to co-produce.", Rule.JARGON),
    ("Ask the ABC about it.", Rule.INITIALS),
    ("Ask the A.B.C. about it.", Rule.INITIALS),
    ("Ask the ABCs about it.", Rule.INITIALS),
    ("This is a misunderstanding.", Rule.LONG_WORD),
    ("The plan was written last year.", Rule.PASSIVE),
    ("You will not be told.", Rule.PASSIVE),
    ("It is not without help.", Rule.DOUBLE_NEGATIVE),
    ("Nobody does nothing.", Rule.DOUBLE_NEGATIVE),
    ("You can't go unless you ask.", Rule.DOUBLE_NEGATIVE),
    ("We are on the same page.", Rule.METAPHOR),
    ("There are four of us.", Rule.NUMBER_IN_WORDS),
    ("This is IMPORTANT to us.", Rule.CAPITALS),
    ("PLEASE READ THIS now.", Rule.CAPITALS),
]


@pytest.mark.parametrize(("text", "rule"), HARD)
def test_hard_words_are_found_once(text, rule):
    assert rules(text) == [rule]


def test_a_finding_says_where_why_and_what_instead():
    (finding,) = found("You get provision, and more.", where="Question 2")
    assert finding.words == "provision"
    assert "You get provision, and more."[finding.start : finding.end] == "provision"
    assert (finding.where, finding.swap, finding.severity) == ("Question 2", "help", Severity.WARNING)
    assert "plainer words" in finding.reason


def test_a_reason_holds_the_figures():
    (finding,) = found(" ".join(["we"] * 16))
    assert "16 words" in finding.reason
    assert "at most 15" in finding.reason


def test_15_words_are_allowed_and_16_are_not():
    assert rules(" ".join(["we"] * 15)) == []
    assert rules(" ".join(["we"] * 16)) == [Rule.LONG_SENTENCE]


def test_initials_are_not_words_of_the_same_letters():
    assert rules("We send you a letter.") == []
    assert rules("People with SEND write.") == [Rule.JARGON]


def test_a_digit_is_offered_for_a_number_in_words():
    assert [one.swap for one in found("Choose three of twelve.")] == ["3", "12"]


def test_more_sentences_than_fit_and_a_missing_picture_are_found():
    assert rules("We are here. You are here.", sentences_at_most=1) == [Rule.MANY_SENTENCES]
    assert rules("We are here.", sentences_at_most=1, picture=False) == [Rule.NO_PICTURE]
    assert rules("We are here.", sentences_at_most=1, picture=True) == []
    assert rules("", sentences_at_most=1, picture=False) == []


def test_what_one_piece_explains_the_others_may_use():
    pieces = [Piece("My provision is good.", where="1"), Piece("Provision means the help you get.", where="2")]
    assert check(pieces, language="en", vocabulary=WORDS).findings == ()
    assert len(check(pieces[:1], language="en", vocabulary=WORDS).findings) == 1


def test_quotation_marks_and_brackets_end_sentences_as_well():
    result = check([Piece("He said “Yes.” (I saw it.) Then he left.")], language="en")
    assert (result.sentences, result.findings) == (3, ())


def test_lines_of_a_list_are_sentences_and_their_marks_are_no_words():
    result = check([Piece("- a ramp\n* a lift\n3) a quiet room")], language="en")
    assert (result.sentences, result.words) == (3, 7)


def test_rich_text_keeps_its_lines_and_its_italics():
    text, italics = read_markup("<h2>Hello</h2><p>We <i>listen</i> &amp; act.</p><ul><li>One</li></ul>")
    assert [line for line in text.splitlines() if line] == ["Hello", "We listen & act.", "One"]
    assert [text[start:end] for start, end in italics] == ["listen"]
    assert [one.words for one in found(text, italics=italics)] == ["listen"]


@pytest.mark.parametrize("language", ["ur", "pl", "cy", "fr-fr", "enm", ""])
def test_other_languages_are_left_alone(language):
    result = check([Piece("Provision " * 40, picture=False)], language=language, vocabulary=WORDS)
    assert (result.findings, result.checked) == ((), False)


@pytest.mark.parametrize("language", ["en", "en-gb", "EN_US"])
def test_english_is_read_under_all_its_names(language):
    assert check([Piece("Provision")], language=language, vocabulary=WORDS).findings


AWKWARD = [
    "a", "I", "not", "no", "unless", "is", "was", "made", "EHCP", "S.E.N.D.", "SEND", "means", "(", ")", "“", "”", '"',
    "'", "’s", "—", "-", "•", "…", ".", "!", "?", ",", "\n", "\r\n", "\t", "\x00", "\u202e", "\u200d", "🙂", "👩‍🦽",
    "👍🏽",
    "https://example.org/?a=b.", "www.x.y", "me@example.org", "@", "::", "<b>", "&amp;", "%(count)d", "%s", "{}", "3",
    "1,000.50", "1.", "a)", "ﬀ", "İ", "ß", "ہے", "کیا", "ไทย", "e\u0301", "co-", "-op", "o'o'o", "FOUR", "four",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_typed_every_finding_stands_where_it_says(seed):
    dice = random.Random(seed)
    text = "".join(dice.choice(AWKWARD) + dice.choice(["", " ", " "]) for _word in range(dice.randrange(120)))
    piece = Piece(text, sentences_at_most=dice.choice([None, 1]), picture=dice.choice([None, False]))
    result = check([piece], language="en", vocabulary=WORDS)
    for finding in result.findings:
        assert finding.reason
        assert text[finding.start : finding.end] == finding.words
        assert finding.words or finding.rule == Rule.NO_PICTURE
    assert len(result.warnings) + len(result.hints) == len(result.findings)
    assert result == check([piece], language="en", vocabulary=WORDS)


@pytest.mark.parametrize(
    "text", ["a", "!", ".", "(", "a ", "not ", "A.B.", "a.", "SEND ", "a-", "'", "\n", "🙂", "a@", "<i>"]
)
def test_100_kb_of_anything_are_read(text):
    huge = text * (100_000 // len(text))
    result = check([Piece(huge, sentences_at_most=1)], language="en", vocabulary=WORDS)
    assert result.words <= len(huge)
    assert read_markup(huge)[0] is not None
