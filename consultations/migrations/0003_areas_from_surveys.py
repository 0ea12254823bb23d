from django.db import migrations, models


def move_content_type(old, new):
    """Permissions, history and references of areas point at their content type: it moves with them."""

    def move(apps, schema_editor):
        types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
        moving = types.filter(app_label=old, model="area")
        if moving.exists():
            # One that was made before there were such areas: nothing but unused permissions can point at it.
            types.filter(app_label=new, model="area").delete()
            moving.update(app_label=new)

    return move


class Migration(migrations.Migration):
    """Areas are of surveys and of events: the app above both has them. No table changes."""

    dependencies = [
        ("consultations", "0002_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("surveys", "0014_areas_and_needs"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Area",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As people call it. Large enough that many young people live there.",
                                max_length=80,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "district",
                            models.CharField(
                                blank=True,
                                help_text="The heading over its areas.",
                                max_length=80,
                                verbose_name="district",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Small numbers come first.", verbose_name="order"
                            ),
                        ),
                        ("in_use", models.BooleanField(default=True, verbose_name="people can choose it")),
                    ],
                    options={
                        "verbose_name": "area",
                        "verbose_name_plural": "areas",
                        "db_table": "surveys_area",
                        "ordering": ["order", "district", "name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("district", "name"), name="surveys_area_once")
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(
            move_content_type("surveys", "consultations"), move_content_type("consultations", "surveys")
        ),
    ]
