from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_one_office")]

    operations = [
        migrations.AddField(
            model_name="office",
            name="typeface",
            field=models.CharField(default="plus-jakarta-sans", max_length=60, verbose_name="typeface"),
        ),
    ]
