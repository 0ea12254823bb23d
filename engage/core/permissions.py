"""Permission policies for records that are not edited like others."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy


class AllowedActionsPolicy(ModelPermissionPolicy):
    """Allows only the actions it names, such as "view". What it does not name nobody may do, administrators neither.

    An action is allowed to those with the model's permission of that name (``view_response``).
    """

    def __init__(self, model: type[Model] | str, actions: Iterable[str]) -> None:
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: AbstractBaseUser | AnonymousUser, action: str) -> bool:
        return action in self.actions and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        return super().users_with_any_permission(self.actions.intersection(actions))
