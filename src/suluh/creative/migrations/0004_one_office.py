"""A pack belongs to the office of its revision and of its code, a rendition to that of its pack (see content 0005)."""

from django.db import migrations

KEYS = """
alter table creative_pack add constraint creative_pack_office unique (id, office_id);
alter table creative_pack add constraint creative_pack_in_office foreign key (revision_id, story_id, office_id)
  references content_revision (id, story_id, office_id) deferrable initially deferred;
alter table creative_pack add constraint creative_pack_code_in_office foreign key (code_id, office_id)
  references authenticity_code (id, office_id) deferrable initially deferred;
alter table creative_rendition add constraint creative_rendition_in_office foreign key (pack_id, office_id)
  references creative_pack (id, office_id) deferrable initially deferred;
alter table creative_dismissal add constraint creative_dismissal_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
"""

UNDO = """
alter table creative_dismissal drop constraint creative_dismissal_in_office;
alter table creative_rendition drop constraint creative_rendition_in_office;
alter table creative_pack drop constraint creative_pack_in_office, drop constraint creative_pack_code_in_office;
alter table creative_pack drop constraint creative_pack_office;
"""


class Migration(migrations.Migration):
    dependencies = [("creative", "0003_shortened"), ("authenticity", "0002_one_office"), ("content", "0005_one_office")]
    operations = [migrations.RunSQL(KEYS, UNDO)]
