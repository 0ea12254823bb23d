"""Tagging answers by theme and priority, and undoing it."""

from uuid import uuid4

import pytest
from wagtail.models import ModelLogEntry

from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.services import (
    AnswerNotUsable,
    NothingToUndo,
    tag_answers,
    tag_priority,
    undo_batch,
    untag_answers,
    untag_priority,
)
from consultations.surveys.models import Response
from tests.builders import make_answer, make_concern, make_officer, make_priority, make_theme

pytestmark = pytest.mark.django_db


def test_many_answers_get_many_themes_at_once_and_who_and_when_is_kept():
    answers, themes, officer = [make_answer(), make_answer()], [make_theme(), make_theme()], make_officer()
    done = tag_answers(answers=answers, themes=themes, coder=officer)
    assert (done.answers, done.added) == (2, 4)
    codings = Coding.objects.all()
    assert {(coding.answer, coding.theme) for coding in codings} == {(a, t) for a in answers for t in themes}
    assert {(coding.coder, coding.batch) for coding in codings} == {(officer, done.batch)}
    assert all(coding.coded_at for coding in codings)


def test_tagging_again_changes_nothing():
    answer, theme, officer = make_answer(), make_theme(), make_officer()
    tag_answers(answers=[answer], themes=[theme], coder=officer)
    before = list(Coding.objects.values())
    assert tag_answers(answers=[answer, answer], themes=[theme, theme], coder=officer).added == 0
    assert list(Coding.objects.values()) == before


def test_two_coders_can_put_the_same_theme_on_the_same_answer():
    answer, theme = make_answer(), make_theme()
    for name in ("ann", "bea"):
        assert tag_answers(answers=[answer], themes=[theme], coder=make_officer(name)).added == 1


def test_a_merged_theme_is_put_on_as_the_one_it_was_merged_into():
    last = make_theme()
    middle = make_theme(merged_into=last)
    first = make_theme(merged_into=middle)
    tag_answers(answers=[make_answer()], themes=[first], coder=make_officer())
    assert Coding.objects.get().theme == last


def test_a_withheld_answer_is_not_tagged_and_neither_are_those_beside_it():
    withheld, other, officer = make_answer(), make_answer(), make_officer()
    make_concern(withheld)
    with pytest.raises(AnswerNotUsable):
        tag_answers(answers=[other, withheld], themes=[make_theme()], coder=officer)
    with pytest.raises(AnswerNotUsable):
        tag_priority(answers=[other, withheld], priority=make_priority(), coder=officer)
    with pytest.raises(AnswerNotUsable):
        untag_answers(answers=[withheld], themes=[make_theme()], coder=officer)
    with pytest.raises(AnswerNotUsable):
        untag_priority(answers=[withheld], priority=make_priority(), coder=officer)
    assert not Coding.objects.exists()
    assert not PriorityTag.objects.exists()


def test_an_answer_that_was_not_sent_is_not_tagged():
    answer = make_answer()
    Response.objects.update(status="started", sent_at=None)
    with pytest.raises(AnswerNotUsable):
        tag_answers(answers=[answer], themes=[make_theme()], coder=make_officer())


def test_a_priority_is_put_on_an_answer_once_by_hand():
    answers, priority, officer = [make_answer(), make_answer()], make_priority(), make_officer()
    assert tag_priority(answers=answers, priority=priority, coder=officer).added == 2
    assert tag_priority(answers=answers, priority=priority, coder=make_officer("bea")).added == 0
    assert set(PriorityTag.objects.values_list("coder", flat=True)) == {officer.pk}


def test_taking_themes_off_leaves_what_another_coder_said():
    answer, theme, ann, bea = make_answer(), make_theme(), make_officer("ann"), make_officer("bea")
    for coder in (ann, bea):
        tag_answers(answers=[answer], themes=[theme], coder=coder)
    assert untag_answers(answers=[answer], themes=[theme], coder=ann) == 1
    assert [coding.coder for coding in Coding.objects.all()] == [bea]


def test_a_coding_whose_coder_has_no_account_any_more_can_be_taken_off():
    answer, theme = make_answer(), make_theme()
    tag_answers(answers=[answer], themes=[theme], coder=make_officer("gone"))
    Coding.objects.update(coder=None)
    assert untag_answers(answers=[answer], themes=[theme], coder=make_officer()) == 1


def test_taking_a_theme_off_takes_what_was_merged_into_it():
    answer, old, officer = make_answer(), make_theme(), make_officer()
    tag_answers(answers=[answer], themes=[old], coder=officer)
    old.merged_into = make_theme()
    old.save()
    assert untag_answers(answers=[answer], themes=[old.merged_into], coder=officer) == 1


def test_a_priority_by_hand_can_be_taken_off():
    answer, priority, officer = make_answer(), make_priority(), make_officer()
    tag_priority(answers=[answer], priority=priority, coder=officer)
    assert untag_priority(answers=[answer], priority=priority, coder=officer) == 1
    assert not PriorityTag.objects.exists()


def test_undo_takes_back_only_what_that_action_added():
    answers, theme, officer = [make_answer(), make_answer()], make_theme(), make_officer()
    first = tag_answers(answers=answers[:1], themes=[theme], coder=officer)
    second = tag_answers(answers=answers, themes=[theme], coder=officer)
    assert undo_batch(batch=second.batch, coder=officer) == 1
    assert [coding.batch for coding in Coding.objects.all()] == [first.batch]


def test_undo_of_an_action_with_a_theme_and_a_priority_takes_both():
    answer, officer, batch = make_answer(), make_officer(), uuid4()
    tag_answers(answers=[answer], themes=[make_theme()], coder=officer, batch=batch)
    tag_priority(answers=[answer], priority=make_priority(), coder=officer, batch=batch)
    assert undo_batch(batch=batch, coder=officer) == 2


def test_undo_twice_or_of_somebody_else_is_refused():
    officer = make_officer()
    done = tag_answers(answers=[make_answer()], themes=[make_theme()], coder=officer)
    with pytest.raises(NothingToUndo):
        undo_batch(batch=done.batch, coder=make_officer("bea"))
    undo_batch(batch=done.batch, coder=officer)
    with pytest.raises(NothingToUndo):
        undo_batch(batch=done.batch, coder=officer)


def test_every_action_is_logged_on_its_theme_without_the_words_of_the_answer():
    theme, officer = make_theme(), make_officer()
    answer = make_answer("Marker words of a young person")
    done = tag_answers(answers=[answer], themes=[theme], coder=officer)
    undo_batch(batch=done.batch, coder=officer)
    tag_answers(answers=[answer], themes=[theme], coder=officer)
    untag_answers(answers=[answer], themes=[theme], coder=officer)
    entries = ModelLogEntry.objects.for_instance(theme).order_by("pk")
    assert [entry.action for entry in entries] == ["analysis.tag", "analysis.undo", "analysis.tag", "analysis.untag"]
    assert {entry.user for entry in entries} == {officer}
    assert entries[0].data["answers"] == 1
    assert not any("Marker" in str(entry.data) for entry in entries)
