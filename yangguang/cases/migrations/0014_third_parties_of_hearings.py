"""Who else took part in a hearing, and who of all signed its record page by page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_answers_to_remedies")]

    operations = [
        migrations.AddField(
            model_name="hearing",
            name="signatures",
            field=models.JSONField(default=list, verbose_name="参加人逐页签名"),
        ),
        migrations.AddField(
            model_name="hearing",
            name="third_parties",
            field=models.JSONField(default=list, verbose_name="第三人"),
        ),
    ]
