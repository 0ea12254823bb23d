"""The groups of people who sign in, and what each may do."""

from django.contrib.auth.models import Group


def ensure_groups() -> None:
    """Make the groups with their permissions; those that exist get what they miss."""
    for name in ("Engagement officers", "Safeguarding leads", "SEND Ambassadors"):
        Group.objects.get_or_create(name=name)
