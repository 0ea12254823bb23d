import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The column points at the same table as before; only the model's name has moved."""

    dependencies = [
        ("consultations", "0003_areas_from_surveys"),
        ("surveys", "0020_deleted_sendings"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="response",
                    name="area",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="consultations.area",
                        verbose_name="area",
                    ),
                ),
                migrations.DeleteModel(name="Area"),
            ],
        ),
    ]
