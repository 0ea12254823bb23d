# Apart from the changes of the tables: PostgreSQL does not alter a table with rows that changed in the same transaction.
from django.db import migrations
from wagtail.models import BootstrapTranslatableModel


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0004_area_translations'),
    ]

    operations = [
        BootstrapTranslatableModel("consultations.Area"),
    ]
