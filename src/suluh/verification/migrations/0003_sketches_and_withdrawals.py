"""Sketches of claims, for joining forwards of one text; who took a fact-check from view, and why."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("verification", "0002_changes_and_one_office")]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="sketch",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(fields=["sketch"], name="claim_sketch"),
        ),
        migrations.AddField(
            model_name="factcheck",
            name="withdrawn_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="factcheck",
            name="withdrawn_because",
            field=models.CharField(blank=True, max_length=500, verbose_name="note to the public"),
        ),
        migrations.AddConstraint(
            model_name="factcheck",
            constraint=models.CheckConstraint(
                condition=~models.Q(state="withdrawn")
                | models.Q(office__isnull=True)
                | ~models.Q(withdrawn_because=""),
                name="fact_check_withdrawn_says_why",
            ),
        ),
    ]
