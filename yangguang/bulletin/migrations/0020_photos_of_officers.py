"""Photos beside the public entries of officers (D11)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0019_when_letters_are_due")]

    operations = [
        migrations.CreateModel(
            "PublicPhoto",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField(verbose_name="照片")),
                ("sha256", models.CharField(max_length=64, verbose_name="指纹")),
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photo",
                        to="bulletin.publicofficer", verbose_name="执法人员",
                    ),
                ),
            ],
            options={"verbose_name": "执法人员照片公示副本"},
        ),
    ]  # fmt: skip
