"""Documents: recordings, films and files, which some collections keep from the public."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from tests.builders import make_document, make_home, make_image, make_officer

pytestmark = pytest.mark.django_db


# Who may see them


@pytest.mark.parametrize("folder", ["", "/", "./", "pictures/../", "documents/../"])
def test_a_document_is_not_given_out_past_its_privacy(client, folder):
    document = make_document()
    assert document.file.name.startswith("documents/")
    assert client.get(document.url).status_code == 200
    assert client.get(f"/media/{folder}{document.file.name}").status_code == 404


def test_a_picture_is_still_given_out(client):
    assert client.get(make_image().file.url).status_code == 200


# In parts


def body(reply) -> bytes:
    return b"".join(reply.streaming_content)


def test_a_whole_document_says_that_it_can_be_had_in_parts(client):
    reply = client.get(make_document().url)
    assert (reply.status_code, body(reply)) == (200, b"0123456789")
    assert reply.headers["Accept-Ranges"] == "bytes"
    assert reply.headers["Content-Length"] == "10"
    assert "Content-Encoding" not in reply.headers


@pytest.mark.parametrize(
    "asked, part, place",
    [
        ("bytes=0-1", b"01", "0-1"),
        ("bytes=3-3", b"3", "3-3"),
        ("bytes=7-", b"789", "7-9"),
        ("bytes=8-99", b"89", "8-9"),
        ("bytes=-4", b"6789", "6-9"),
        ("bytes=-99", b"0123456789", "0-9"),
    ],
)
def test_a_part_is_sent_alone(client, asked, part, place):
    reply = client.get(make_document().url, headers={"Range": asked})
    assert (reply.status_code, body(reply)) == (206, part)
    assert reply.headers["Content-Range"] == f"bytes {place}/10"
    assert reply.headers["Content-Length"] == str(len(part))
    assert reply.headers["Content-Type"] == "audio/mpeg"
    assert "Content-Encoding" not in reply.headers


def test_a_part_that_is_larger_than_one_read_is_whole(client):
    content = bytes(range(256)) * 1000
    reply = client.get(make_document(content).url, headers={"Range": "bytes=5-199999"})
    assert body(reply) == content[5:200000]


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=10-20", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused_with_the_size(client, asked):
    reply = client.get(make_document().url, headers={"Range": asked})
    assert reply.status_code == 416
    assert reply.headers["Content-Range"] == "bytes */10"


def test_an_empty_file_has_no_part(client):
    reply = client.get(make_document(b"").url, headers={"Range": "bytes=0-1"})
    assert (reply.status_code, reply.headers["Content-Range"]) == (416, "bytes */0")


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=5-2", "bytes=0-1,4-5", "bytes=a-b", "lines=0-1", "bytes=٣-٤", ""])
def test_a_range_that_makes_no_sense_gets_the_whole_file(client, asked):
    reply = client.get(make_document().url, headers={"Range": asked})
    assert (reply.status_code, body(reply)) == (200, b"0123456789")
    assert "Content-Range" not in reply.headers


def test_a_part_of_a_file_that_changed_is_not_mixed_with_the_old_one(client):
    url = make_document().url
    etag = client.get(url).headers["ETag"]
    assert client.get(url, headers={"Range": "bytes=0-1", "If-Range": etag}).status_code == 206
    assert client.get(url, headers={"Range": "bytes=0-1", "If-Range": '"another"'}).status_code == 200


def test_the_head_alone_tells_of_the_whole_file(client):
    reply = client.head(make_document().url, headers={"Range": "bytes=0-1"})
    assert (reply.status_code, reply.headers["Content-Length"]) == (200, "10")
    assert reply.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("asked", [{}, {"Range": "bytes=100-1099"}])
def test_what_can_be_had_in_parts_is_never_compressed(client, asked):
    reply = client.get(make_document(b"la " * 1000).url, headers={"Accept-Encoding": "gzip", **asked})
    assert "Content-Encoding" not in reply.headers
    assert int(reply.headers["Content-Length"]) == len(body(reply))


def test_pages_are_still_compressed(client):
    make_home()
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


def test_a_part_of_a_private_document_asks_who_you_are_first(client):
    collection = Collection.get_first_root_node().add_child(name="For officers")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    url = make_document(collection=collection).url
    assert client.get(url, headers={"Range": "bytes=0-1"}).status_code == 302
    client.force_login(make_officer())
    assert client.get(url, headers={"Range": "bytes=0-1"}).status_code == 206


def test_a_browser_that_has_the_file_is_told_so(client):
    url = make_document().url
    etag = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": etag, "Range": "bytes=0-1"}).status_code == 304
