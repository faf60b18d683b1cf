"""An office's own layouts and their revisions; each row is of one office (see 0004)."""

import django.db.models.deletion
import suluh.creative.states
import suluh.foundation.clock
from django.conf import settings
from django.db import migrations, models

KEYS = """
alter table creative_officelayout add constraint creative_officelayout_office unique (id, office_id);
alter table creative_layoutrevision add constraint creative_layoutrevision_in_office foreign key (layout_id, office_id)
  references creative_officelayout (id, office_id) deferrable initially deferred;
"""

UNDO = """
alter table creative_layoutrevision drop constraint creative_layoutrevision_in_office;
alter table creative_officelayout drop constraint creative_officelayout_office;
"""

class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0004_one_office'),
        ('creative', '0005_pack_page'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LayoutRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('title_id', models.CharField(max_length=60)),
                ('title_en', models.CharField(max_length=60)),
                ('form', models.TextField()),
                ('program', models.TextField()),
                ('sample', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OfficeLayout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=30)),
                ('state', models.CharField(choices=suluh.creative.states.LayoutStates.choices, default='draft', max_length=10)),
                ('based_on', models.CharField(blank=True, max_length=60)),
                ('submitted_at', models.DateTimeField(null=True)),
                ('remark', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('changed_at', models.DateTimeField(default=suluh.foundation.clock.now)),
                ('current', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='creative.layoutrevision')),
                ('offered', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='creative.layoutrevision')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.office')),
                ('shared', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='creative.layoutrevision')),
                ('submitted', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='creative.layoutrevision')),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='layoutrevision',
            name='layout',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='creative.officelayout'),
        ),
        migrations.AddConstraint(
            model_name='officelayout',
            constraint=models.UniqueConstraint(fields=('office', 'slug'), name='office_layout_name_once'),
        ),
        migrations.AddConstraint(
            model_name='officelayout',
            constraint=models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z][a-z0-9-]{1,29}$')), name='office_layout_name_form'),
        ),
        migrations.AddConstraint(
            model_name='officelayout',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'retired')), ('offered__isnull', False), _connector='OR'), name='office_layout_offers_what_it_says'),
        ),
        migrations.AddConstraint(
            model_name='officelayout',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'shared'), _negated=True), ('shared__isnull', False), _connector='OR'), name='office_layout_shares_what_it_says'),
        ),
        migrations.AddConstraint(
            model_name='layoutrevision',
            constraint=models.UniqueConstraint(fields=('layout', 'number'), name='layout_revision_number_once'),
        ),
        migrations.RunSQL(KEYS, UNDO),
    ]
