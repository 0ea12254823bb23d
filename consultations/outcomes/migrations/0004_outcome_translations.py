import django.db.models.deletion
import engage.core.languages
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0003_theme_priority_in_the_first_language'),
        ('outcomes', '0003_frozen_figure'),
        ('strategy', '0002_strategy_translations'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='outcome',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='outcome',
            name='priority',
            field=models.ForeignKey(limit_choices_to=engage.core.languages.in_first_language, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='strategy.priority', verbose_name='priority'),
        ),
    ]
