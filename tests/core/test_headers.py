"""What stands in the headers of every answer."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.builders import make_answer, make_officer, make_survey

pytestmark = pytest.mark.django_db


def test_public_pages_allow_no_inline_script_or_style_and_no_other_site(client):
    policy = client.get(make_survey().url).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_admin_allows_inline_scripts_only_where_nobodys_words_are_shown(client):
    answer = make_answer("<script>alert(1)</script>")
    client.force_login(make_officer())
    strict = [
        "/admin/reading/",
        f"/admin/reading/question/{answer.question_id}/",
        f"/admin/reading/answer/{answer.pk}/",
        f"/admin/responses/{answer.response_id}/",
        f"/admin/concerns/raise/{answer.pk}/",
    ]
    for path in ["/admin/", *strict]:
        reply = client.get(path)
        assert reply.status_code == 200
        policy = reply.headers["Content-Security-Policy"]
        directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if " " in part.strip())
        assert directives["script-src"] == ("'self' 'unsafe-inline'" if path == "/admin/" else "'self'")
        assert directives["default-src"] == "'none'"


def test_pages_say_that_they_depend_on_the_persons_cookies(client):
    assert "Cookie" in client.get(make_survey().consultation.url).headers["Vary"]


def test_an_uploaded_file_cannot_run_anything(client):
    name = default_storage.save("pictures/evil.svg", ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    reply = client.get(f"/media/{name}")
    assert reply.status_code == 200
    assert "sandbox" in reply.headers["Content-Security-Policy"]
    assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_uploads_answer_nothing_outside_their_folder(client):
    make_survey()
    for path in ["/media/../manage.py", "/media/%2e%2e/manage.py", "/media/", "/media/nothing.png"]:
        assert client.get(path).status_code in {400, 404}
