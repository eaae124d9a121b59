"""Progress of complaints (D11)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0008_window_boards"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgressAsk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sender_mark", models.CharField(db_index=True, max_length=32, verbose_name="来处标记")),
                ("number_mark", models.CharField(db_index=True, max_length=64, verbose_name="编号标记")),
                ("asked_at", models.DateTimeField(db_index=True, verbose_name="查询时间")),
            ],
            options={
                "verbose_name": "进度查询记录",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="PublicProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=64, unique=True, verbose_name="查询标记")),
                ("complaint_mark", models.CharField(db_index=True, max_length=64, verbose_name="投诉标记")),
                ("stage", models.CharField(max_length=60, verbose_name="办理阶段")),
                ("next_step", models.CharField(blank=True, max_length=80, verbose_name="下一步")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="下一步最晚日期")),
                ("contact", models.CharField(max_length=300, verbose_name="咨询窗口")),
                ("updated_on", models.DateField(verbose_name="更新日期")),
                ("until", models.DateField(blank=True, null=True, verbose_name="可查询至")),
            ],
            options={
                "verbose_name": "投诉办理进度公示副本",
                "ordering": ("pk",),
            },
        ),
    ]
