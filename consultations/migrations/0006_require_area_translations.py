import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0005_fill_area_translations'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='area',
            name='surveys_area_once',
        ),
        migrations.AlterField(
            model_name='area',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AlterField(
            model_name='area',
            name='translation_key',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.UniqueConstraint(fields=('district', 'name', 'locale'), name='surveys_area_name_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.UniqueConstraint(fields=('translation_key', 'locale'), name='surveys_area_once_a_language'),
        ),
    ]
