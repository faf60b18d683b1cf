"""A row of a story belongs to the story's office, and a story's revisions to the story: no row ties two offices.

Row-level security asks whose a row is by its own column; these keys make that column true. Checked at the end of a
transaction, as Django's own.
"""

from django.db import migrations

KEYS = """
alter table content_story add constraint content_story_office unique (id, office_id);
alter table content_revision add constraint content_revision_story unique (id, story_id);
alter table content_revision add constraint content_revision_office unique (id, story_id, office_id);
alter table content_exit add constraint content_exit_office unique (id, office_id);

alter table content_revision add constraint content_revision_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
alter table content_approval add constraint content_approval_in_office foreign key (revision_id, story_id, office_id)
  references content_revision (id, story_id, office_id) deferrable initially deferred;
alter table content_exit add constraint content_exit_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
alter table content_exit add constraint content_exit_before_in_story foreign key (before_id, story_id)
  references content_revision (id, story_id) deferrable initially deferred;
alter table content_exit add constraint content_exit_after_in_story foreign key (after_id, story_id)
  references content_revision (id, story_id) deferrable initially deferred;
alter table content_exitreason add constraint content_exitreason_in_office foreign key (exit_id, office_id)
  references content_exit (id, office_id) deferrable initially deferred;
alter table content_story add constraint content_story_current_own foreign key (current_revision_id, id)
  references content_revision (id, story_id) deferrable initially deferred;
alter table content_story add constraint content_story_published_own foreign key (published_revision_id, id)
  references content_revision (id, story_id) deferrable initially deferred;
"""

UNDO = """
alter table content_story drop constraint content_story_current_own, drop constraint content_story_published_own;
alter table content_exitreason drop constraint content_exitreason_in_office;
alter table content_exit drop constraint content_exit_in_office, drop constraint content_exit_before_in_story,
  drop constraint content_exit_after_in_story;
alter table content_approval drop constraint content_approval_in_office;
alter table content_revision drop constraint content_revision_in_office;
alter table content_exit drop constraint content_exit_office;
alter table content_revision drop constraint content_revision_story, drop constraint content_revision_office;
alter table content_story drop constraint content_story_office;
"""


class Migration(migrations.Migration):
    dependencies = [("content", "0004_exit_reason")]
    operations = [migrations.RunSQL(KEYS, UNDO)]
