"""The four surveys: two on the open consultation, two on the closed one."""

from .surveys_closed import LISTENING_EVENT_NOTES, WHAT_WE_ASKED
from .surveys_open import MY_PLAN_AND_ME, PARENTS_AND_CARERS

SURVEYS = [MY_PLAN_AND_ME, PARENTS_AND_CARERS, WHAT_WE_ASKED, LISTENING_EVENT_NOTES]
