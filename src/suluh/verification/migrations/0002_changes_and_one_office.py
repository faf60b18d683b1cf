"""Changes numbered in the order of their commits, and no row that ties two offices (see content 0005).

The lock makes transactions that change fact-checks, messages or claims end one after the other: an index that has
applied change 41 will never miss a 40 that was committed later.
"""

from django.db import migrations

CHANGES = """
create sequence verification_change;
create function verification_number_change() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtext('verification_change'));
  new.change := nextval('verification_change');
  return new;
end $$;
create trigger verification_number_change before insert or update on verification_factcheck
  for each row execute function verification_number_change();
create trigger verification_number_change before insert or update on verification_message
  for each row execute function verification_number_change();
create trigger verification_number_change before insert or update of state, text, merged_into_id on verification_claim
  for each row execute function verification_number_change();
"""

NO_CHANGES = """
drop trigger verification_number_change on verification_factcheck;
drop trigger verification_number_change on verification_message;
drop trigger verification_number_change on verification_claim;
drop function verification_number_change();
drop sequence verification_change;
"""

KEYS = """
alter table verification_factcheck add constraint verification_factcheck_office unique (id, office_id);
alter table verification_claim add constraint verification_claim_office unique (id, office_id);
alter table verification_factcheck add constraint verification_factcheck_story_in_office
  foreign key (story_id, office_id) references content_story (id, office_id) deferrable initially deferred;
alter table verification_factcheckcorrection add constraint verification_factcheckcorrection_in_office
  foreign key (fact_check_id, office_id) references verification_factcheck (id, office_id)
  deferrable initially deferred;
alter table verification_claim add constraint verification_claim_merged_in_office foreign key (merged_into_id, office_id)
  references verification_claim (id, office_id) deferrable initially deferred;
alter table verification_question add constraint verification_question_in_office foreign key (claim_id, office_id)
  references verification_claim (id, office_id) deferrable initially deferred;
alter table verification_evidence add constraint verification_evidence_in_office foreign key (claim_id, office_id)
  references verification_claim (id, office_id) deferrable initially deferred;
alter table verification_storymatch add constraint verification_storymatch_in_office foreign key (story_id, office_id)
  references content_story (id, office_id) deferrable initially deferred;
"""

NO_KEYS = """
alter table verification_storymatch drop constraint verification_storymatch_in_office;
alter table verification_evidence drop constraint verification_evidence_in_office;
alter table verification_question drop constraint verification_question_in_office;
alter table verification_claim drop constraint verification_claim_merged_in_office;
alter table verification_factcheckcorrection drop constraint verification_factcheckcorrection_in_office;
alter table verification_factcheck drop constraint verification_factcheck_story_in_office;
alter table verification_claim drop constraint verification_claim_office;
alter table verification_factcheck drop constraint verification_factcheck_office;
"""


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_initial"), ("content", "0005_one_office")]
    operations = [migrations.RunSQL(CHANGES, NO_CHANGES), migrations.RunSQL(KEYS, NO_KEYS)]
