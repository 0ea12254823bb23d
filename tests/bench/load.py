"""A load generator: some visitors at once, each with a connection of its own, as fast as the server answers.

It writes prepared bytes to plain sockets and reads just as much as HTTP asks for, so that it costs the
machine little beside what it measures. ``Result.own_cpu`` says how much.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import urlsplit

CONNECTIONS = 8
END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True)
class Result:
    """What came of a measurement. ``own_cpu`` is the generator's share of one core, 0.0 to 1.0."""

    per_second: float
    answered: int
    failed: int
    own_cpu: float


class Line:
    """One connection to a server, opened again whenever the server closes it."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self.place = (address.hostname, address.port)
        self.socket: socket.socket | None = None
        # One of this machine's own addresses (127.0.0.0/8), where a visit shall not come from the usual one.
        self.source = ""

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request; returns the status and the head of the reply. The body is read and dropped."""
        for attempt in (1, 2):
            fresh = self.socket is None
            if self.socket is None:
                source = (self.source, 0) if self.source else None
                self.socket = socket.create_connection(self.place, timeout=30, source_address=source)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                self.socket.sendall(request)
                return self._read(self.socket)
            except ConnectionError:
                self.close()
                # A kept connection may have been closed while it was idle; a new one may not.
                if fresh or attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        if self.socket:
            self.socket.close()
            self.socket = None

    def _read(self, source: socket.socket) -> tuple[int, bytes]:
        received = b""
        while END_OF_HEAD not in received:
            more = source.recv(65536)
            if not more:
                raise ConnectionResetError("closed before an answer")
            received += more
        head, body = received.split(END_OF_HEAD, 1)
        lower = head.lower()
        length = _content_length(lower)
        got = len(body)
        while length is None or got < length:
            more = source.recv(65536)
            if not more:
                break
            got += len(more)
        if length is None or b"\r\nconnection: close" in lower:
            self.close()
        return int(head[9:12]), head


def _content_length(head: bytes) -> int | None:
    at = head.find(b"\r\ncontent-length:")
    if at < 0:
        return None
    return int(head[at + 17 :].split(b"\r\n", 1)[0])


def measure(url: str, visits: list[Callable[[Line], bool]], seconds: float) -> Result:
    """How often the visits are done in a second, all of them at once, one after another each.

    ``visits`` has a callable for each connection, which does the thing once and says whether it went well.
    """
    lines = [Line(url) for _visit in visits]
    counts = [[0, 0] for _visit in visits]
    start, stop = threading.Event(), threading.Event()

    def work(number: int) -> None:
        start.wait()
        while not stop.is_set():
            counts[number][0 if visits[number](lines[number]) else 1] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(visits))]
    for thread in threads:
        thread.start()
    began, cpu = time.perf_counter(), time.process_time()
    start.set()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    used = time.process_time() - cpu
    for line in lines:
        line.close()
    good, bad = (sum(count[which] for count in counts) for which in (0, 1))
    return Result(good / took, good, bad, used / took)


def request(method: str, path: str, *, host: str, cookie: str = "", body: bytes = b"") -> bytes:
    """The bytes of a request."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Accept: text/html", "User-Agent: engage-bench"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if method == "POST":
        lines += [f"Origin: http://{host}", "Content-Type: application/x-www-form-urlencoded"]
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + END_OF_HEAD + body


def repeated(requests: list[bytes], status: int) -> Callable[[Line], bool]:
    """A visit that sends the requests in turn, one each time, and expects the status."""
    upcoming: Iterator[bytes] = cycle(requests)

    def visit(line: Line) -> bool:
        return line.ask(next(upcoming))[0] == status

    return visit
