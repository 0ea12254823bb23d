"""Who may do what with e-mails. Nobody writes or deletes one by hand, administrators neither."""

from wagtail.permissions import register_permission_policy

from engage.core.mail.models import OutboxMessage
from engage.core.mail.wording_models import MailWording
from engage.core.permissions import AllowedActionsPolicy

mail_policy = AllowedActionsPolicy(OutboxMessage, ["view", "retry", "forget"])
wording_policy = AllowedActionsPolicy(MailWording, ["change"])


def register_policies() -> None:
    """Once, when the app starts."""
    register_permission_policy(OutboxMessage, mail_policy)
    register_permission_policy(MailWording, wording_policy)
