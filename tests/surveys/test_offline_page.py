"""The page that a device keeps: the whole survey, nothing of anybody, the same text until the survey changes."""

import html
import json
import re
import subprocess
from datetime import timedelta
from pathlib import Path
from shutil import which
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.surveys.conditions import reached
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Choice, GroupSession
from consultations.surveys.offline import OfflineCopy
from consultations.surveys.question_forms import form_for
from consultations.surveys.services.sessions import end_session
from tests.builders import make_question, make_session, make_survey, publish
from tests.harness.tools import required
from tests.surveys.conditions import travel_survey
from tests.surveys.devices import answered, send

RULES = Path(settings.PROJECT_DIR) / "static" / "engage" / "js" / "offline-rules.js"


def page_of(session, client=None):
    return (client or Client()).get(f"/join/{session.code}/offline/")


def data_of(page, name):
    return json.loads(html.unescape(re.search(rf'data-{name}="([^"]*)"', page.text)[1]))


@pytest.mark.django_db
def test_the_page_has_every_question_and_what_the_script_needs():
    session = make_session(survey=travel_survey())
    page = page_of(session)
    alone, helps, wrong, last = session.survey.asked_questions
    rules = [json.loads(html.unescape(found)) for found in re.findall(r'data-question="([^"]*)"', page.text)]
    assert [rule["key"] for rule in rules] == [alone.key, helps.key, wrong.key, last.key]
    assert (rules[1]["on"], rules[1]["when"]) == (str(alone.uid), ["1", "2"])
    assert set(rules[1]["uids"].values()) == {str(choice.uid) for choice in helps.choices.all()}
    assert data_of(page, "settings")["session"] == session.code
    token = re.search(r'data-token="([^"]*)"', page.text)[1]
    assert OfflineCopy.from_token(html.unescape(token), session).questions == (alone.pk, helps.pk, wrong.pk, last.pk)


@pytest.mark.django_db
def test_the_page_is_the_same_for_all_and_holds_no_token_of_a_form():
    session = make_session()
    send(session, answered(session, ("q1-answer", "Marker words")))
    pages = [page_of(session).text for _device in range(2)]
    assert pages[0] == pages[1]
    assert "Marker words" not in pages[0]
    assert "csrfmiddlewaretoken" not in pages[0]
    assert "no-store" in page_of(session)["Cache-Control"]
    publish(session.survey)
    assert page_of(session).text != pages[0]


@pytest.mark.django_db
def test_no_two_parts_of_the_page_have_the_same_id():
    text = {"starters": "I like\nI need"}
    questions = [make_question(kind, **(text if kind == QuestionKind.TEXT else {})) for kind in QuestionKind]
    page = page_of(make_session(survey=make_survey(questions=[*questions, make_question(**text)]))).text
    found = re.findall(r'\sid="([^"]+)"', page)
    assert len(found) == len(set(found))
    for name in ("aria-labelledby", "aria-describedby", "for", "data-starters"):
        assert {one for value in re.findall(rf'\s{name}="([^"]+)"', page) for one in value.split()} <= set(found)


@pytest.mark.django_db
def test_the_page_takes_nobody_after_the_session_and_goes_when_nothing_is_taken():
    session = make_session()
    assert data_of(page_of(session), "settings")["over"] > 0
    end_session(session=session)
    assert data_of(page_of(session), "settings")["over"] == 0
    GroupSession.objects.update(ends_at=timezone.now() - timedelta(days=8))
    assert page_of(session).url == f"/join/{session.code}/"
    assert Client().get("/join/ZZZZZZ/offline/").status_code == 404
    assert Client().post(f"/join/{session.code}/offline/").status_code == 405


@pytest.mark.django_db
def test_the_sessions_page_offers_it_to_scripts_while_it_is_open():
    session = make_session()
    page = Client().get(f"/join/{session.code}/").text
    assert re.search(r"data-offline-offer hidden", page)
    assert f'href="/join/{session.code}/offline/"' in page
    end_session(session=session)
    page = Client().get(f"/join/{session.code}/").text
    assert "data-offline-offer" not in page
    assert "data-offline-waiting hidden" in page


def queries_of(questions):
    session = make_session(survey=make_survey(questions=questions))
    page_of(session)
    with CaptureQueriesContext(connection) as queries:
        page_of(session)
    return len(queries)


@pytest.mark.django_db
def test_a_further_question_needs_at_most_one_query_more():
    few = [make_question(kind) for kind in QuestionKind]
    many = [make_question(kind) for kind in [*QuestionKind, *QuestionKind]]
    # The one asks whether the kept list of hard words is still the newest.
    assert queries_of(many) - queries_of(few) <= len(few)


def test_the_worker_is_asked_for_anew_each_time_and_sees_only_sessions():
    reply = Client().get("/join/worker.js")
    assert reply.headers["Content-Type"].startswith("text/javascript")
    assert reply.headers["Cache-Control"] == "no-cache"
    assert "Service-Worker-Allowed" not in reply.headers
    assert Client().post("/join/worker.js").status_code == 405


# The rules are written twice: once for the server, once for a device. One table is run against both.

QUESTIONS = [
    {"uid": "a", "on": "", "when": []},
    {"uid": "b", "on": "a", "when": ["1", "2"]},
    {"uid": "c", "on": "b", "when": ["bus"]},
    {"uid": "d", "on": "gone", "when": ["1"]},
    {"uid": "e", "on": "", "when": []},
]
SAID = [
    {},
    {"a": ["1"]},
    {"a": ["3"]},
    {"a": []},
    {"a": ["2"], "b": []},
    {"a": ["1"], "b": ["bus", "train"]},
    {"a": ["1"], "b": ["train"]},
    {"a": ["3"], "b": ["bus"], "c": ["x"]},
    {"b": ["bus"]},
    {"e": ["1"]},
]
LONG = "x" * 11
RULE = {"others": ["do_not_know", "do_not_want_to_say"], "own": "", "most": None, "uids": {}}


def run_rules(tmp_path: Path, script: str, *values: object):
    node = required(which("node"), "Node")
    (tmp_path / "rules.mjs").write_text(RULES.read_text())
    code = f'import * as rules from "{tmp_path}/rules.mjs"; const [a, b, c] = JSON.parse(process.argv[1]); '
    command = [node, "--input-type=module", "-e", f"{code}console.log(JSON.stringify({script}))", json.dumps(values)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("finished", [False, True])
def test_a_device_shows_the_same_questions_as_the_server(tmp_path, finished):
    rows = [
        SimpleNamespace(pk=one["uid"], uid=one["uid"], condition_uid=one["on"] or None, condition_values=one["when"])
        for one in QUESTIONS
    ]
    here = [
        [row.uid for row in reached(rows, {uid: set(values) for uid, values in said.items()}, finished=finished)]
        for said in SAID
    ]
    script = "b.map((said) => rules.reached(a, said, c).map((one) => one.uid))"
    assert run_rules(tmp_path, script, QUESTIONS, SAID, finished) == here
    assert len({tuple(shown) for shown in here}) == 3


@pytest.mark.django_db
def test_a_device_complains_of_the_same_answers_as_the_server(tmp_path):
    kinds = {"one": QuestionKind.ONE_CHOICE, "several": QuestionKind.SEVERAL_CHOICES, "text": QuestionKind.TEXT}
    asked = {}
    for mode, kind in kinds.items():
        survey = make_survey(questions=[make_question(kind, at_most=2 if mode == "several" else None)])
        asked[mode] = survey.asked_questions[0]
        if mode != "text":
            Choice.objects.filter(pk=asked[mode].choices.last().pk).update(own_words=True)
    cases = []
    for mode, question in asked.items():
        pks = [str(choice.pk) for choice in question.choices.all()]
        rule = {**RULE, "mode": mode, "own": pks[-1] if pks else "", "most": 2 if mode == "several" else None}
        answers = [[], pks[:1], pks[-1:], pks[:2], pks[:3]] if pks else [[], ["Words"], ["x" * 5001]]
        for answer in answers if mode != "one" else [*answers[:3], ["do_not_know"]]:
            for words in ("", "My own") if pks else ("",):
                for instead in ([], ["do_not_know"], ["do_not_know", "do_not_want_to_say"]) if mode != "one" else ([],):
                    cases.append((question, rule, {"answer": answer, "words": words, "instead": instead}))
    here = [form_for(question, data=as_form(given)).is_valid() for question, _rule, given in cases]
    script = "a.map(([rule, given]) => rules.problem(rule, given, 5000) === null)"
    there = run_rules(tmp_path, script, [[rule, given] for _question, rule, given in cases])
    assert there == here
    assert 10 < here.count(False) < len(here) - 10


def as_form(given):
    data = QueryDict(mutable=True)
    for name, value in given.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data
