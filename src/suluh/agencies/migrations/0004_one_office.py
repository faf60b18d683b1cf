"""A key belongs to the office of the member it works for (see content 0005)."""

from django.db import migrations

KEYS = """
alter table agencies_member add constraint agencies_member_office unique (id, office_id);
alter table agencies_apikey add constraint agencies_apikey_in_office foreign key (member_id, office_id)
  references agencies_member (id, office_id) deferrable initially deferred;
"""

UNDO = """
alter table agencies_apikey drop constraint agencies_apikey_in_office;
alter table agencies_member drop constraint agencies_member_office;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_installation_invites")]
    operations = [migrations.RunSQL(KEYS, UNDO)]
