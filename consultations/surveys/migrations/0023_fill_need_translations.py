# Apart from the changes of the tables: PostgreSQL does not alter a table with rows that changed in the same transaction.
from django.db import migrations
from wagtail.models import BootstrapTranslatableModel


class Migration(migrations.Migration):

    dependencies = [
        ('surveys', '0022_need_translations'),
    ]

    operations = [
        BootstrapTranslatableModel("surveys.Need"),
    ]
