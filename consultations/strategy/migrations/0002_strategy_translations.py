import django.db.models.deletion
import engage.core.languages
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='priority',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='priority',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='locale',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='statement',
            name='translation_key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='objective',
            name='priority',
            field=models.ForeignKey(limit_choices_to=engage.core.languages.in_first_language, on_delete=django.db.models.deletion.PROTECT, related_name='objectives', to='strategy.priority', verbose_name='priority'),
        ),
        migrations.AlterField(
            model_name='priority',
            name='name',
            field=models.CharField(help_text='A few plain words.', max_length=80, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='statement',
            name='priorities',
            field=models.ManyToManyField(help_text='Most statements belong to one priority. Some belong to 2.', limit_choices_to=engage.core.languages.in_first_language, related_name='statements', to='strategy.priority', verbose_name='priorities'),
        ),
        migrations.AlterField(
            model_name='statement',
            name='replaces',
            field=models.ForeignKey(blank=True, help_text='The older wording of the same statement. Scores of both are compared over the years.', limit_choices_to=engage.core.languages.in_first_language, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='strategy.statement', verbose_name='replaces'),
        ),
    ]
