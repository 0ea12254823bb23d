"""Recordings in the admin: who hears them, that it is logged, and the words that somebody writes down."""

import pytest
from wagtail.models import ModelLogEntry

from consultations.analysis.downloads import answer_rows, response_rows
from consultations.surveys.models import Answer, Concern, Response, Voice
from consultations.surveys.services.given import Given
from consultations.surveys.services.voices import LISTEN_ACTION, WRITE_ACTION, VoiceGone, write_down
from tests.builders import (
    make_concern,
    make_lead,
    make_officer,
    make_question,
    make_response,
    make_survey,
    make_theme,
    make_user,
)
from tests.recording import empty_store, recorded, sound, upload
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db
LISTS = "/admin/voices/"


@pytest.fixture(autouse=True)
def own_store():
    """No file of another test."""
    empty_store()


def make_voice(text: str = "") -> Voice:
    """The recording of a sent answer."""
    survey = make_survey(questions=[make_question(takes_voice=True)])
    question = survey.asked_questions[0]
    make_response(survey, answers={question: Given(question=question, text=text, voice=recorded())})
    return Voice.objects.latest("pk")


def listen(voice: Voice) -> str:
    return f"{LISTS}{voice.pk}/listen/"


def one(voice: Voice) -> str:
    return f"{LISTS}{voice.pk}/"


def heard_by() -> list[str]:
    return list(ModelLogEntry.objects.filter(action=LISTEN_ACTION).values_list("user__username", flat=True))


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


def test_an_officer_hears_a_recording_and_the_log_says_so(client, officer):
    voice = make_voice()
    reply = client.get(listen(voice))
    assert b"".join(reply.streaming_content) == sound()
    assert reply.headers["Content-Type"] == "audio/webm"
    assert reply.headers["Content-Disposition"] == f'attachment; filename="recording-{voice.pk}.webm"'
    assert "no-store" in reply.headers["Cache-Control"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in reply.headers["Content-Security-Policy"]
    assert heard_by() == ["officer"]


def test_safari_gets_the_part_that_it_asks_for(client, officer):
    reply = client.get(listen(make_voice()), headers={"range": "bytes=0-1"})
    assert (reply.status_code, b"".join(reply.streaming_content)) == (206, sound()[:2])
    assert heard_by() == ["officer"]


@pytest.mark.parametrize("who", ["nobody", "ambassador", "reader"])
def test_nobody_else_hears_or_sees_a_recording(client, who):
    voice = make_voice()
    if who != "nobody":
        group = {"ambassador": "SEND Ambassadors", "reader": "Safeguarding leads"}[who]
        client.force_login(make_user(who, group=group))
    for path in (LISTS, one(voice), listen(voice)):
        assert client.get(path).status_code in {302, 403, 404}
    assert client.post(one(voice), {"words": "I was here."}).status_code in {302, 403, 404}
    assert heard_by() == [] and not Answer.objects.exclude(transcript="").exists()


def test_listening_takes_get_only_and_a_missing_file_is_not_found(client, officer):
    voice = make_voice()
    assert client.post(listen(voice)).status_code == 405
    empty_store()
    assert client.get(listen(voice)).status_code == 404
    assert client.get(f"{LISTS}99999/listen/").status_code == 404
    assert heard_by() == []


def test_a_recording_that_was_not_sent_is_nobodys(client, officer):
    person = Person(make_survey(questions=[make_question(takes_voice=True)]))
    person.start()
    person.answer(1, voice=upload())
    voice = Voice.objects.get()
    assert client.get(listen(voice)).status_code == client.get(one(voice)).status_code == 404
    assert str(voice) not in client.get(LISTS).text


def test_what_a_concern_withholds_only_the_lead_hears_until_it_is_cleared(client, officer):
    voice = make_voice()
    concern = make_concern(voice.answer, raised_by=officer)
    assert client.get(listen(voice)).status_code == client.get(one(voice)).status_code == 404
    assert client.post(one(voice), {"words": "I like my bus."}).status_code == 404
    client.force_login(make_lead())
    assert listen(voice) in client.get(f"/admin/concerns/{concern.pk}/").text
    assert client.get(listen(voice)).status_code == 200
    Concern.objects.update(state="cleared")
    assert client.get(listen(voice)).status_code == 404
    client.force_login(officer)
    assert client.get(listen(voice)).status_code == 200
    assert sorted(heard_by()) == ["lead", "officer"]


def test_the_list_shows_those_to_write_down_first_and_filters_them(client, officer):
    written, waiting = make_voice(), make_voice()
    write_down(voice=written, by=officer, words="I like my bus.")
    text = client.get(LISTS).text
    assert text.index(one(waiting)) < text.index(one(written))
    assert one(written) not in client.get(f"{LISTS}?state=waiting").text
    assert one(waiting) not in client.get(f"{LISTS}?state=written").text
    assert "recording waits to be written down" in client.get("/admin/").text


def test_an_officer_writes_down_the_words_which_are_read_coded_found_and_exported(client, officer):
    voice = make_voice(text="Buses!")
    assert client.get(one(voice)).status_code == 200
    reply = client.post(one(voice), {"words": "I like my bus."}, follow=True)
    assert "The words are saved." in reply.text
    voice.refresh_from_db()
    answer = Answer.objects.select_related("voice", "question").get()
    assert (answer.text, answer.own_words) == ("Buses!", "Buses!\nI like my bus.")
    assert (voice.written_by, voice.is_written_down) == (officer, True)
    question = answer.question
    listed = client.get(f"/admin/reading/question/{question.pk}/?q=like").text
    assert "I like my bus." in listed and "From a voice recording (0:01)" in listed
    for path in (f"/admin/reading/answer/{answer.pk}/", f"/admin/responses/{answer.response_id}/"):
        text = client.get(path).text
        assert "I like my bus." in text and "From a voice recording" in text and one(voice) in text
    headings, row = answer_rows(question.page.consultation)
    assert dict(zip(headings, row, strict=True))["words"] == "Buses!\nI like my bus."
    assert row[-1] == "written down"
    headings, row = response_rows(question.page.consultation)
    assert (row[-2:], headings[-1].endswith(".recording")) == (["Buses!\nI like my bus.", "written down"], True)
    assert list(ModelLogEntry.objects.filter(action=WRITE_ACTION).values_list("user", flat=True)) == [officer.pk]


def test_a_recording_without_words_says_so_everywhere(client, officer):
    voice = make_voice()
    answer = voice.answer
    assert (
        "There is a recording that nobody has written down yet"
        in client.get(f"/admin/responses/{answer.response_id}/").text
    )
    assert client.get(f"/admin/reading/answer/{answer.pk}/").status_code == 404
    assert len(list(answer_rows(answer.question.page.consultation))) == 1
    _headings, row = response_rows(answer.question.page.consultation)
    assert row[-2:] == ["A recording. Nobody has written it down yet.", "not written down"]


def test_words_are_needed_and_stay_when_written_again(client, officer):
    voice = make_voice()
    assert "Write what you hear." in client.post(one(voice), {"words": " "}).text
    client.post(one(voice), {"words": "I like my bus."})
    theme = make_theme()
    answer = Answer.objects.get()
    client.post(f"/admin/reading/answer/{answer.pk}/", {"themes": [theme.pk], "seen": seen(client, answer)})
    assert answer.codings.count() == 1
    client.post(one(voice), {"words": "I like my bus."})
    assert answer.codings.count() == 1
    client.post(one(voice), {"words": "I like my boss."})
    assert answer.codings.count() == 0


def seen(client, answer) -> str:
    return client.get(f"/admin/reading/answer/{answer.pk}/").context["seen"]


def test_tags_on_words_that_were_written_anew_meanwhile_are_refused(client, officer):
    voice = make_voice(text="Buses!")
    answer = voice.answer
    before = seen(client, answer)
    write_down(voice=voice, by=officer, words="I like my bus.")
    theme = make_theme()
    reply = client.post(f"/admin/reading/answer/{answer.pk}/", {"themes": [theme.pk], "seen": before}, follow=True)
    assert "These words have changed." in reply.text
    assert not answer.codings.exists()


def test_words_of_a_recording_that_went_meanwhile_are_not_kept(officer):
    voice = make_voice()
    Response.objects.all().delete()
    with pytest.raises(VoiceGone):
        write_down(voice=voice, by=officer, words="I like my bus.")


def test_a_transcript_raises_a_concern_like_any_answer(client, officer):
    voice = make_voice()
    write_down(voice=voice, by=officer, words="I am afraid.")
    text = client.get(f"/admin/concerns/raise/{voice.answer_id}/").text
    assert "I am afraid." in text and listen(voice) in text
    client.post(f"/admin/concerns/raise/{voice.answer_id}/", {"reason": "I worry."})
    assert not Answer.objects.usable().exists()
    assert one(voice) not in client.get(LISTS).text


def test_the_words_of_people_run_nothing_on_the_page(client, officer):
    voice = make_voice(text="<script>alert(1)</script>")
    reply = client.get(one(voice))
    assert "<script>alert(1)</script>" not in reply.text
    assert "'unsafe-inline'" not in reply.headers["Content-Security-Policy"].split("script-src")[1].split(";")[0]
