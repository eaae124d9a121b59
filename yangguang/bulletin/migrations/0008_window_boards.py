"""Window boards (D11)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0007_every_number_of_an_officer"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicBoard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=26, unique=True, verbose_name="机关公开编号")),
                ("body_name", models.CharField(max_length=120, verbose_name="机关")),
                ("content", models.JSONField(default=dict, verbose_name="内容")),
                ("updated_at", models.DateTimeField(verbose_name="更新时间")),
            ],
            options={
                "verbose_name": "窗口公示牌公示副本",
                "ordering": ("body_name", "pk"),
            },
        ),
    ]
