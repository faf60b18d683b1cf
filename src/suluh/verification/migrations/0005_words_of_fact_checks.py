"""The words a search looks in stand in a column: row-level security keeps it from asking an index."""

import django.contrib.postgres.search
from django.db import migrations

WORDS = """
create function verification_write_words() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin
  new.words := to_tsvector('indonesian', new.title || ' ' || new.reason);
  return new;
end $$;
create trigger verification_write_words before insert or update of title, reason on verification_factcheck
  for each row execute function verification_write_words();
update verification_factcheck set title = title;
"""

NO_WORDS = """
drop trigger verification_write_words on verification_factcheck;
drop function verification_write_words();
"""


class Migration(migrations.Migration):
    dependencies = [("verification", "0004_search_of_fact_checks")]
    operations = [
        migrations.RemoveIndex(model_name="factcheck", name="fact_check_words"),
        migrations.AddField(
            model_name="factcheck",
            name="words",
            field=django.contrib.postgres.search.SearchVectorField(editable=False, null=True),
        ),
        migrations.RunSQL(WORDS, NO_WORDS),
    ]
