"""Events had one time; now they have sessions. Each gets one with its time, also in its drafts and old revisions.

Nobody booked yet, so they take no bookings until an officer says how many places there are.
"""

import uuid

from django.db import migrations


def give_sessions(apps, schema_editor):
    Event = apps.get_model("events", "ListeningEventPage")
    Session = apps.get_model("events", "EventSession")
    Revision = apps.get_model("wagtailcore", "Revision")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Event.objects.update(takes_bookings=False)
    kind = ContentType.objects.filter(app_label="events", model="listeningeventpage").first()
    for event in Event.objects.select_related("locale"):
        uid = uuid.uuid4()
        session = None
        same = Event.objects.filter(translation_key=event.translation_key).order_by("pk").first()
        if event.starts_at and event.ends_at and same.pk == event.pk:
            session = Session.objects.create(
                page=event, uid=uid, starts_at=event.starts_at, ends_at=event.ends_at, sort_order=0
            )
        for revision in Revision.objects.filter(content_type=kind, object_id=str(event.pk)) if kind else ():
            content = revision.content
            content["takes_bookings"] = False
            content["booking_questions"] = []
            content["sessions"] = [_row(content, event, session, uid)] if content.get("starts_at") else []
            revision.content = content
            revision.save(update_fields=["content"])


def _row(content, event, session, uid):
    return {
        "pk": session.pk if session else None,
        "sort_order": 0,
        "page": event.pk,
        "uid": str(uid),
        "name": "",
        "starts_at": content["starts_at"],
        "ends_at": content.get("ends_at"),
        "capacity": 20,
        "called_off": False,
        "retired": False,
        "told": {},
    }


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_sessions_and_bookings"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(give_sessions, migrations.RunPython.noop)]
