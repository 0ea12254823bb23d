"""All the invented answers in free text, and the notes from the events.

The people behind the notes of a listening event add up to those who attended: 118 in all.
"""

from . import (
    comments_events_district,
    comments_events_town,
    comments_first_plan_first,
    comments_first_plan_missing,
    comments_parents_change,
    comments_parents_works,
    comments_plan_change,
    comments_plan_future,
)

__all__ = ["COMMENTS", "EVENT_NOTES"]

COMMENTS = [
    *comments_plan_change.COMMENTS,
    *comments_plan_future.COMMENTS,
    *comments_parents_works.COMMENTS,
    *comments_parents_change.COMMENTS,
    *comments_first_plan_missing.COMMENTS,
    *comments_first_plan_first.COMMENTS,
]

EVENT_NOTES = [*comments_events_town.EVENT_NOTES, *comments_events_district.EVENT_NOTES]
