"""Who may do what with the codebook and with codings."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail.permissions import register_permission_policy

from consultations.analysis.models import Theme
from engage.core.permissions import AllowedActionsPolicy

# Nobody deletes a theme: its codings point at it. A theme that is not used any more is merged into another.
theme_policy = AllowedActionsPolicy(Theme, {"view", "add", "change"})


def register_policies() -> None:
    """Before any viewset looks for a policy, so that Wagtail makes none of its own."""
    register_permission_policy(Theme, theme_policy)


def coding_permissions() -> QuerySet[Permission]:
    """What an administrator can give to a group besides the viewsets' own: reading codings opens the analysis."""
    return Permission.objects.filter(
        content_type__app_label="analysis", codename__in=["view_coding", "view_prioritytag"]
    )
