"""Importing a set of pictures in the admin, as an officer does it."""

import re

import pytest
from wagtail.models import Collection

from engage.images import import_forms
from engage.images.importing import waiting
from engage.images.models import CustomImage
from tests.builders import make_ambassador, make_image, make_lead, make_officer
from tests.images.sets import a_set, row, svg, table, zipped

pytestmark = pytest.mark.django_db
URL = "/admin/pictures/import/"


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(waiting.tempfile, "gettempdir", lambda: str(tmp_path))


@pytest.fixture
def officer(client):
    client.force_login(make_officer())
    return client


def check(client, files=None, name="Animals", **data):
    file = zipped(a_set() if files is None else files)
    values = {"name": name, "collection": Collection.get_first_root_node().pk, "file": file, **data}
    return client.post(URL, values)


def ticket_in(reply) -> str:
    assert "Everything is in order" in reply.content.decode()
    return re.search(r'name="ticket" value="([^"]+)"', reply.content.decode())[1]


def test_an_officer_checks_a_zip_file_sees_what_would_happen_and_imports_it(officer):
    html = officer.get(URL).content.decode()
    assert "Name of the set" in html and "Check the file" in html
    checked = check(officer)
    assert "Big dog" in checked.content.decode() and "dog, hound" in checked.content.decode()
    assert not CustomImage.objects.exists()
    done = officer.post(URL, {"ticket": ticket_in(checked)}, follow=True)
    assert "Imported: 2 new, 0 changed, 0 as they were." in done.content.decode()
    assert set(CustomImage.objects.values_list("source", "uploaded_by_user__username")) == {("Animals", "officer")}


def test_the_same_file_again_says_that_nothing_changes(officer):
    officer.post(URL, {"ticket": ticket_in(check(officer))})
    checked = check(officer)
    assert "0 will change" in checked.content.decode()
    officer.post(URL, {"ticket": ticket_in(checked)})
    assert CustomImage.objects.count() == 2
    changed = a_set(**{"set.csv": table(row("cat.svg", keywords="kitten"), row("pets/big-dog.png", keywords="Dog"))})
    assert "1 will change" in check(officer, changed).content.decode()


def test_bad_rows_are_named_one_by_one_and_what_was_typed_stays(officer):
    html = check(officer, {"set.csv": table(row("no.svg"), row("<b>.gif"))}, name="My set").content.decode()
    assert "Nothing was imported" in html
    assert "no.svg" in html and "&lt;b&gt;.gif" in html
    assert 'value="My set"' in html
    assert "ticket" not in html
    assert not CustomImage.objects.exists()


def test_more_rows_than_anybody_reads_are_counted(officer):
    rows = [row(f"{number}.svg") for number in range(250)]
    assert "And 50 more." in check(officer, {"set.csv": table(*rows)}).content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": " "}, "This field is required."),
        ({"file": ""}, "Choose the ZIP file."),
        ({"collection": "99999"}, "Select a valid choice"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(officer, data, words):
    html = check(officer, **data).content.decode()
    assert words in html or "collection" in data
    assert "ticket" not in html
    assert not CustomImage.objects.exists()


def test_what_is_no_zip_file_and_what_is_too_large_is_said(officer, monkeypatch):
    from django.core.files.uploadedfile import SimpleUploadedFile

    assert "not a ZIP file" in check(officer, file=SimpleUploadedFile("a.zip", b"words")).content.decode()
    monkeypatch.setattr(import_forms, "LARGEST_UPLOAD", 10)
    assert "Import the pictures in parts" in check(officer).content.decode()


@pytest.mark.parametrize("ticket", ["", "nonsense", "a:b:c"])
def test_a_ticket_that_nobody_was_given_imports_nothing(officer, ticket):
    reply = officer.post(URL, {"ticket": ticket}, follow=True)
    assert "The checked file is gone" in reply.content.decode()
    assert not CustomImage.objects.exists()


def test_a_ticket_is_its_owners_and_works_once(client):
    client.force_login(make_officer())
    ticket = ticket_in(check(client))
    client.force_login(make_officer("other"))
    assert "is gone" in client.post(URL, {"ticket": ticket}, follow=True).content.decode()
    assert not CustomImage.objects.exists()
    client.force_login(CustomImage._meta.get_field("uploaded_by_user").related_model.objects.get(username="officer"))
    client.post(URL, {"ticket": ticket})
    assert CustomImage.objects.count() == 2
    assert "is gone" in client.post(URL, {"ticket": ticket}, follow=True).content.decode()


def test_what_became_wrong_since_the_check_is_said_and_not_imported(officer):
    """Somebody else brought the set in meanwhile, and this officer may not change their pictures."""
    ticket = ticket_in(check(officer))
    group = CustomImage._meta.get_field("uploaded_by_user").related_model.objects.get().groups.get()
    group.collection_permissions.filter(permission__codename="change_image").delete()
    make_image("Cat", source="Animals", source_file="cat.svg")
    html = officer.post(URL, {"ticket": ticket}).content.decode()
    assert "you may not change it" in html
    assert CustomImage.objects.count() == 1


def test_a_file_waits_an_hour(officer):
    import os
    import time

    check(officer)
    folder = waiting._folder()
    old = next(folder.iterdir())
    os.utime(old, (time.time() - 3601,) * 2)
    check(officer, {"set.csv": table(row("cat.svg")), "cat.svg": svg()})
    assert not old.exists()
    assert len(list(folder.iterdir())) == 1
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("person", [make_lead, make_ambassador])
def test_whoever_may_add_no_pictures_neither_sees_nor_sends_the_form(client, person):
    client.force_login(person())
    assert "Import pictures" not in client.get("/admin/").content.decode()
    for reply in (client.get(URL), check(client)):
        assert reply.status_code == 302
    assert not CustomImage.objects.exists()


def test_an_officer_finds_it_in_the_menu(officer):
    assert URL in officer.get("/admin/").content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(officer, method):
    assert getattr(officer, method)(URL).status_code == 405
