"""The pack page: wishes, work on a ready pack, links that end. Each row is of one office (see 0004)."""

import django.db.models.deletion
import suluh.creative.states
import suluh.foundation.clock
from django.conf import settings
from django.db import migrations, models


KEYS = """
alter table creative_packjob add constraint creative_packjob_in_office foreign key (pack_id, office_id)
  references creative_pack (id, office_id) deferrable initially deferred;
alter table creative_wish add constraint creative_wish_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
alter table creative_sharelink add constraint creative_sharelink_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
"""

UNDO = """
alter table creative_sharelink drop constraint creative_sharelink_in_office;
alter table creative_wish drop constraint creative_wish_in_office;
alter table creative_packjob drop constraint creative_packjob_in_office;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0004_one_office'),
        ('content', '0005_one_office'),
        ('creative', '0004_one_office'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pack',
            name='finished',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='pack',
            name='formats',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='PackJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('formats', 'Added formats'), ('video', 'Video')], default='formats', max_length=10)),
                ('state', models.CharField(choices=suluh.creative.states.PackJobStates.choices, default='waiting', max_length=10)),
                ('formats', models.JSONField(default=list)),
                ('finished', models.JSONField(default=list)),
                ('problems', models.JSONField(default=list)),
                ('asked_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='creative.pack')),
            ],
            options={
                'indexes': [models.Index(fields=['pack', '-asked_at'], name='pack_job_newest')],
            },
        ),
        migrations.CreateModel(
            name='ShareLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('label', models.CharField(blank=True, max_length=80)),
                ('made_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('opened', models.PositiveIntegerField(default=0)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='share_links', to='content.story')),
            ],
            options={
                'indexes': [models.Index(fields=['story', '-made_at'], name='share_link_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='share_link_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('formats', models.JSONField(default=list)),
                ('changed_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='content.story')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('story', 'office'), name='wish_once_per_story')],
            },
        ),
        migrations.RunSQL(KEYS, UNDO),
    ]
