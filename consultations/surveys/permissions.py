"""Who may do what with responses, answers and concerns. Nobody edits them, administrators neither."""

from wagtail.permissions import register_permission_policy

from consultations.surveys.models import Answer, Concern, GroupSession, Response, SurveyLink, Voice
from engage.core.permissions import AllowedActionsPolicy

# To type in answers that came on paper.
ENTER_PERMISSION = "surveys.enter_response"
# To import answers from a spreadsheet, and to undo an import.
IMPORT_PERMISSION = "surveys.import_response"


class AnswerPolicy(AllowedActionsPolicy):
    """An answer that a concern withholds, or that was not sent, is nobody's; the lead reads it in the queue."""

    def user_has_permission_for_instance(self, user, action: str, instance: Answer) -> bool:
        return (
            self.user_has_permission(user, action)
            and instance.response.is_sent
            and not instance.concerns.withholding().exists()
        )


class ConcernPolicy(AllowedActionsPolicy):
    """Seeing a concern and deciding on it are one permission, the safeguarding lead's."""

    def user_has_permission(self, user, action: str) -> bool:
        return super().user_has_permission(user, "decide" if action == "view" else action)


class VoicePolicy(AllowedActionsPolicy):
    """Who hears a recording and writes it down. Where a concern withholds the answer, the safeguarding lead alone."""

    def user_has_permission_for_instance(self, user, action: str, instance: Voice) -> bool:
        answer = instance.answer
        if answer is None or answer.concerns.withholding().exists():
            return action == "listen" and concern_policy.user_has_permission(user, "decide")
        return self.user_has_permission(user, action) and answer.response.is_sent


response_policy = AllowedActionsPolicy(Response, {"view", "export", "erase", "enter", "import"})
answer_policy = AnswerPolicy(Answer, {"view", "code"})
concern_policy = ConcernPolicy(Concern, {"view", "raise", "decide"})
voice_policy = VoicePolicy(Voice, {"listen", "transcribe"})
session_policy = AllowedActionsPolicy(GroupSession, {"view", "add", "change"})
link_policy = AllowedActionsPolicy(SurveyLink, {"view", "add", "delete"})


def register_policies() -> None:
    """Before any viewset looks for a policy, so that Wagtail makes none of its own."""
    register_permission_policy(Response, response_policy)
    register_permission_policy(Answer, answer_policy)
    register_permission_policy(Concern, concern_policy)
    register_permission_policy(Voice, voice_policy)
    register_permission_policy(SurveyLink, link_policy)
    register_permission_policy(GroupSession, session_policy)
