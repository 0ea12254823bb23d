"""Jobs of Wagtail and Django that every installation needs; the apps' own stand in their services."""

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision


def publish_scheduled() -> int:
    """Let pages with a date go live or expire. Returns how many were due."""
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lt=now).count()
    due += Page.objects.filter(live=True, expire_at__lt=now).count()
    if due:
        call_command("publish_scheduled")
    return due


def forget_sign_ins() -> int:
    """Delete the sign-ins whose time is over. Returns how many there were."""
    count: int = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    return count
