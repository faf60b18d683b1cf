"""The database keeps the truth: frozen words never change, and nobody approves what they wrote.

The trigger functions run as the table's owner (security definer), so that row-level security cannot hide from them
the rows they judge by.
"""

from django.db import migrations

FROZEN = """
create function content_revision_stays_frozen() returns trigger language plpgsql as $$
begin
  if old.is_frozen and (tg_op = 'DELETE' or new.content is distinct from old.content or not new.is_frozen
      or new.story_id <> old.story_id or new.number <> old.number or new.written_by_id <> old.written_by_id) then
    raise exception 'revision % is frozen', old.id using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger content_revision_stays_frozen before update or delete on content_revision
  for each row execute function content_revision_stays_frozen();
"""

TWO_PEOPLE = """
create function content_approval_by_another() returns trigger language plpgsql security definer
set search_path = public as $$
declare published integer;
begin
  select coalesce(max(r.number), 0) into published from content_story s
    join content_revision r on r.id = s.published_revision_id where s.id = new.story_id;
  if exists (select 1 from content_revision r where r.story_id = new.story_id and r.number > published
             and r.written_by_id = new.given_by_id) then
    raise exception 'who wrote a story cannot approve it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger content_approval_by_another before insert on content_approval
  for each row execute function content_approval_by_another();

create function content_story_goes_out_approved() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  if new.published_revision_id is not null and new.published_revision_id is distinct from old.published_revision_id
     and not exists (select 1 from content_approval a where a.revision_id = new.published_revision_id) then
    raise exception 'revision % has no approval', new.published_revision_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger content_story_goes_out_approved before update on content_story
  for each row execute function content_story_goes_out_approved();
"""

UNDO = """
drop trigger content_revision_stays_frozen on content_revision;
drop function content_revision_stays_frozen();
drop trigger content_approval_by_another on content_approval;
drop function content_approval_by_another();
drop trigger content_story_goes_out_approved on content_story;
drop function content_story_goes_out_approved();
"""


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]
    operations = [migrations.RunSQL(FROZEN + TWO_PEOPLE, UNDO)]
