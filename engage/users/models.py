"""The people who sign in: officers, leads, ambassadors, administrators. Respondents never do."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff or an ambassador. Custom from migration one, so that it can grow."""

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
