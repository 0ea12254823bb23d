"""The people who can sign in to the demo."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PEOPLE = [
    ("officer", "Ola", "Officer", "Engagement officers"),
    ("ambassador", "Amir", "Ambassador", "SEND Ambassadors"),
    ("safeguarding", "Sasha", "Lead", "Safeguarding leads"),
    ("admin", "Ada", "Admin", None),
]


def load_people(password: str) -> dict:
    """The demo's people by name. They get ``password`` when it is given; a new one without gets none."""
    people = {}
    for username, first, last, group in PEOPLE:
        user, made = get_user_model().objects.get_or_create(
            username=username,
            defaults={
                "first_name": first,
                "last_name": last,
                "email": f"{username}@northdale.example",
                "is_staff": group is None,
                "is_superuser": group is None,
            },
        )
        if password:
            user.set_password(password)
            user.save(update_fields=["password"])
        elif made:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        if group:
            user.groups.add(Group.objects.get(name=group))
        people[username] = user
    return people
