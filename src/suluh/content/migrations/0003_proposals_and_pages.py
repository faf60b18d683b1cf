import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0002_frozen_words")]
    operations = [
        migrations.AddField(
            model_name="story",
            name="proposals",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="page",
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
