"""Documents: recordings, films and files, which some collections keep from the public."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from tests.builders import make_image

pytestmark = pytest.mark.django_db


def make_document(content: bytes = b"0123456789", *, name: str = "voice.mp3", **fields) -> Document:
    return Document.objects.create(title=name, file=ContentFile(content, name=name), **fields)


# Who may see them


@pytest.mark.parametrize("folder", ["", "/", "./", "pictures/../", "documents/../"])
def test_a_document_is_not_given_out_past_its_privacy(client, folder):
    document = make_document()
    assert document.file.name.startswith("documents/")
    assert client.get(document.url).status_code == 200
    assert client.get(f"/media/{folder}{document.file.name}").status_code == 404


def test_a_picture_is_still_given_out(client):
    assert client.get(make_image().file.url).status_code == 200
