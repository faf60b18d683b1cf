"""A code belongs to the office of its story, a seal to that of its code (see content 0005)."""

from django.db import migrations

KEYS = """
alter table authenticity_code add constraint authenticity_code_office unique (id, office_id);
alter table authenticity_code add constraint authenticity_code_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
alter table authenticity_code add constraint authenticity_code_in_story foreign key (revision_id, story_id)
  references content_revision (id, story_id) deferrable initially deferred;
alter table authenticity_seal add constraint authenticity_seal_in_office foreign key (code_id, office_id)
  references authenticity_code (id, office_id) deferrable initially deferred;
"""

UNDO = """
alter table authenticity_seal drop constraint authenticity_seal_in_office;
alter table authenticity_code drop constraint authenticity_code_in_office, drop constraint authenticity_code_in_story;
alter table authenticity_code drop constraint authenticity_code_office;
"""


class Migration(migrations.Migration):
    dependencies = [("authenticity", "0001_initial"), ("content", "0005_one_office")]
    operations = [migrations.RunSQL(KEYS, UNDO)]
