"""What other parts of Engage put on the words of an answer goes when the words change."""

from django.db.models import CASCADE

from consultations.surveys.models import Answer


def drop_tags(answer: Answer) -> None:
    """Delete what hangs on the words and would go with the answer: themes, priorities by hand."""
    for relation in Answer._meta.related_objects:
        model = relation.related_model
        if relation.on_delete is CASCADE and model._meta.app_label != Answer._meta.app_label:
            model._base_manager.filter(**{relation.field.name: answer}).delete()
