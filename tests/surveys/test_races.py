"""Many presses at the same moment, over HTTP, on the database that is under test."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from consultations.surveys.models import Answer, Response
from tests.builders import make_question, make_survey
from tests.harness.client import SiteClient

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 10


def all_at_once(do):
    """Call ``do`` in ``AT_ONCE`` threads that start together; returns what each got."""
    barrier = Barrier(AT_ONCE)

    def wait_and_do(_number):
        barrier.wait()
        return do()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(wait_and_do, range(AT_ONCE)))


@pytest.fixture
def survey():
    return make_survey(questions=[make_question(text="What helps you?")])


def begun(live_server, survey):
    client = SiteClient(live_server.url)
    client.post(survey.url, {}, form=client.get(survey.url))
    return client


def test_ten_presses_of_start_at_once_begin_one_response(live_server, survey):
    client = SiteClient(live_server.url)
    form = client.get(survey.url)
    replies = all_at_once(lambda: client.post(survey.url, {}, form=form))
    assert {reply.status for reply in replies} == {200}
    assert Response.objects.count() == 1


def test_ten_presses_of_send_at_once_give_one_receipt(live_server, survey):
    client = begun(live_server, survey)
    check = client.get(f"/answer/{survey.pk}/check/")
    replies = all_at_once(lambda: client.post(check.path, {}, form=check))
    codes = {re.search(r"<strong>([0-9A-Z-]{14})</strong>", reply.text).group(1) for reply in replies}
    assert {reply.status for reply in replies} == {200}
    assert codes == {Response.objects.get().receipt_code}


def test_ten_presses_of_next_at_once_store_one_answer(live_server, survey):
    client = begun(live_server, survey)
    form = client.get(f"/answer/{survey.pk}/question/{survey.asked_questions[0].key}/")
    replies = all_at_once(lambda: client.post(form.path, {"answer": "A quiet room", "go": "next"}, form=form))
    assert {reply.status for reply in replies} == {200}
    assert [answer.text for answer in Answer.objects.all()] == ["A quiet room"]
