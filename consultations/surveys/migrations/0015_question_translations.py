import django.db.models.deletion
import engage.core.languages
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('surveys', '0014_areas_and_needs'),
        ('strategy', '0002_strategy_translations'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='choice',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='choice',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='question',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='question',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='response',
            name='language',
            field=models.CharField(blank=True, choices=engage.core.languages.language_choices, max_length=10, verbose_name='language'),
        ),
        migrations.AlterField(
            model_name='question',
            name='priority',
            field=models.ForeignKey(blank=True, help_text='Answers count for it. An I statement brings its own priorities.', limit_choices_to=engage.core.languages.in_first_language, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='strategy.priority', verbose_name='priority'),
        ),
        migrations.AlterField(
            model_name='question',
            name='statement',
            field=models.ForeignKey(blank=True, help_text='From the bank. Its words and picture are used where you leave them empty here.', limit_choices_to=engage.core.languages.in_first_language, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='strategy.statement', verbose_name='I statement'),
        ),
    ]
