"""A real mail server on a real socket, which takes mail or makes trouble as a test wants it."""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

# Longer than the test's own patience with a server that says nothing.
SILENCE_SECONDS = 30


class Handler:
    """Takes messages. ``trouble`` is what happens instead, "" for nothing:

    "later" says 451 to each message, "refuse" 550 to each recipient, "hang" says nothing after DATA, "die" hangs
    up after DATA, before it took the message; "die after" after it took it. ``connections`` counts those who came.
    """

    def __init__(self) -> None:
        self.trouble = ""
        self.taken: list[EmailMessage] = []
        self.connections = 0

    async def handle_HELO(self, server: SMTP, session: Session, envelope: Envelope, hostname: str) -> str:
        return self._greet(session, hostname)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self._greet(session, hostname)
        return responses

    def _greet(self, session: Session, hostname: str) -> str:
        session.host_name = hostname
        self.connections += 1
        return "250 hello"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.trouble == "refuse":
            return "550 nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.trouble == "later":
            return "451 come back later"
        if self.trouble == "hang":
            await asyncio.sleep(SILENCE_SECONDS)
        if self.trouble == "die":
            return self._hang_up(server)
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return self._hang_up(server) if self.trouble == "die after" else "250 taken"

    def _hang_up(self, server: SMTP) -> str:
        assert server.transport is not None
        server.transport.abort()
        return "421 gone"

    def times_by_number(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        return Counter(str(message["Message-ID"]) for message in self.taken)


@contextmanager
def mail_server(handler: Handler, port: int) -> Iterator[None]:
    """Listen on a port of this machine until the block ends."""
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    # It tells of every line that it hears.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    controller.start()
    try:
        yield
    finally:
        controller.stop()
