import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('surveys', '0023_fill_need_translations'),
    ]

    operations = [
        migrations.AlterField(
            model_name='need',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AlterField(
            model_name='need',
            name='translation_key',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterField(
            model_name='need',
            name='text',
            field=models.CharField(help_text='As somebody says it of themselves: I use a wheelchair.', max_length=80, verbose_name='words'),
        ),
        migrations.AddConstraint(
            model_name='need',
            constraint=models.UniqueConstraint(fields=('text', 'locale'), name='surveys_need_text_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='need',
            constraint=models.UniqueConstraint(fields=('translation_key', 'locale'), name='surveys_need_once_a_language'),
        ),
    ]
