"""The office's own words: added by a person, or learned from approved stories."""

import django.db.models.deletion
import suluh.creative.states
import suluh.foundation.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0004_one_office'),
        ('creative', '0006_office_layouts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OfficeWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60)),
                ('key', models.CharField(max_length=60)),
                ('state', models.CharField(choices=suluh.creative.states.WordStates.choices, default='seen', max_length=10)),
                ('origin', models.CharField(choices=[('added', 'Added by a person'), ('learned', 'Learned from approved stories')], default='added', max_length=10)),
                ('stories', models.JSONField(default=list)),
                ('changed_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('office', 'key'), name='office_word_once')],
            },
        ),
    ]
