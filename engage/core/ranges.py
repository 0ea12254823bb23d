"""Documents in parts: Safari plays no recording or film whose parts it cannot ask for.

Wagtail's own view decides who may see a document and answers first; only its answer is changed.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.documents.views.serve import serve

CHUNK_BYTES = 64 * 1024
# One range with a start, an end, or both. Eighteen digits are more bytes than any file has.
ONE_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})", re.ASCII | re.IGNORECASE)


class Unsatisfiable(Exception):
    """The range that was asked for holds no byte of the file."""


def document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Wagtail's answer for a document; the part that was asked for, where it sends the file itself.

    206 for a range that the file has, 416 for one beyond its end. Malformed ranges and several at
    once get the whole file, as RFC 9110 allows.
    """
    response = serve(request, document_id, filename)
    # Wagtail sets this header to None for files that are not compressed, which is sent as a word.
    if response.headers.get("Content-Encoding") == "None":
        del response.headers["Content-Encoding"]
    if isinstance(response, FileResponse) and response.status_code == 200 and response.file_to_stream is not None:
        return in_parts(request, response, response.file_to_stream)
    return response


def in_parts(request: HttpRequest, response: FileResponse, file: BinaryIO) -> HttpResponseBase:
    """The answer that sends a file, as the part that was asked for: 206, 416, or the whole with 200."""
    response.headers["Accept-Ranges"] = "bytes"
    size = int(response.headers["Content-Length"])
    try:
        asked = _asked_range(request, response, size)
    except Unsatisfiable:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    if asked is None:
        return response
    first, last = asked
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response.headers["Content-Length"] = str(last - first + 1)
    # The response still closes its file at the end.
    response.streaming_content = _part(file, first, last - first + 1)
    return response


def _asked_range(request: HttpRequest, response: FileResponse, size: int) -> tuple[int, int] | None:
    """The first and last byte that are asked for; None for the whole file. Raises ``Unsatisfiable``."""
    found = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    if request.method != "GET" or not found or not any(found.groups()) or _has_changed(request, response):
        return None
    first, last = found["first"], found["last"]
    if not first:
        start, end = max(size - int(last), 0), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
        if last and int(last) < start:
            return None
    if start >= size:
        raise Unsatisfiable
    return start, end


def _has_changed(request: HttpRequest, response: FileResponse) -> bool:
    """Whether the browser holds parts of another file than this: it then needs all of it anew."""
    held = request.headers.get("If-Range")
    return held is not None and held not in {response.headers.get("ETag"), response.headers.get("Last-Modified")}


def _part(file: BinaryIO, first: int, length: int) -> Iterator[bytes]:
    file.seek(first)
    while length and (chunk := file.read(min(CHUNK_BYTES, length))):
        length -= len(chunk)
        yield chunk
