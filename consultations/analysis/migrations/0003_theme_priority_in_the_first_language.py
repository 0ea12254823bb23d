import django.db.models.deletion
import engage.core.languages
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0002_initial'),
        ('strategy', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='theme',
            name='priority',
            field=models.ForeignKey(blank=True, help_text='Answers with this theme count for this priority.', limit_choices_to=engage.core.languages.in_first_language, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='strategy.priority', verbose_name='priority'),
        ),
    ]
