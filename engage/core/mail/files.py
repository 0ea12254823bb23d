"""Mail that goes to a folder instead of to people: in the demo and on a developer's machine."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from re import compile as pattern

from django.conf import settings
from django.core.mail import EmailMessage as DjangoMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

BACKEND = "engage.core.mail.files.FolderBackend"
NAME = pattern(r"\d{8}-\d{6}-[0-9a-f]{8}\.eml")
MOST_SHOWN = 200


class FolderBackend(BaseEmailBackend):
    """Writes each message into a file of its own in ``EMAIL_FILE_PATH``, which only the service's user reads."""

    def send_messages(self, email_messages: Sequence[DjangoMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.localtime():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.eml"
            # Nobody shall list half a message.
            unfinished = folder / f".{name}"
            unfinished.write_bytes(message.message().as_bytes())
            unfinished.replace(folder / name)
        return len(email_messages)


@dataclass(frozen=True)
class MailFile:
    """One message in the folder."""

    name: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def recipient(self) -> str:
        return str(self.message["To"])

    @property
    def sent_at(self) -> datetime:
        return datetime.strptime(self.name[:15], "%Y%m%d-%H%M%S").replace(tzinfo=timezone.get_default_timezone())

    @property
    def attachments(self) -> list[str]:
        return [part.get_filename() or "" for part in self.message.iter_attachments()]

    def text(self, kind: str) -> str:
        """The message as ``plain`` or ``html``; "" where it has none of the kind."""
        part = self.message.get_body(preferencelist=(kind,))
        return str(part.get_content()) if part is not None else ""


def mail_goes_to_files() -> bool:
    return settings.EMAIL_BACKEND == BACKEND


def newest() -> list[MailFile]:
    """The newest messages of the folder, the newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    names = sorted((path.name for path in folder.glob("*.eml") if NAME.fullmatch(path.name)), reverse=True)
    return [_read(folder / name) for name in names[:MOST_SHOWN]]


def find(name: str) -> MailFile | None:
    """The message of this file, or None. ``name`` comes from an address: it is no path."""
    path = Path(settings.EMAIL_FILE_PATH) / name
    return _read(path) if NAME.fullmatch(name) and path.is_file() else None


def _read(path: Path) -> MailFile:
    return MailFile(path.name, message_from_bytes(path.read_bytes(), policy=policy.default))
