from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("bulletin", "0001_initial"),
        ("bulletin", "0002_search_index"),
        ("bulletin", "0003_body_columns"),
        ("bulletin", "0004_long_words"),
        ("bulletin", "0005_search_index_of_whole_tokens"),
        ("bulletin", "0006_pages_remember_what_they_were_made_with"),
        ("bulletin", "0007_letters"),
    ]

    dependencies = []

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Letter",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("receipt", models.CharField(max_length=12, unique=True, verbose_name="查询号")),
                    ("slip", models.CharField(max_length=26, unique=True, verbose_name="表单标识")),
                    ("notice_ref", models.CharField(db_index=True, max_length=26, verbose_name="公开编号")),
                    ("number", models.CharField(max_length=120, verbose_name="文号")),
                    ("body_ref", models.CharField(max_length=26, verbose_name="机关")),
                    ("body_name", models.CharField(max_length=120, verbose_name="执法机关")),
                    ("sealed", models.TextField(blank=True, verbose_name="内容（已加密）")),
                    (
                        "sender_mark",
                        models.CharField(blank=True, db_index=True, max_length=32, verbose_name="来处标记"),
                    ),
                    ("received_at", models.DateTimeField(db_index=True, verbose_name="收到时间")),
                    (
                        "status",
                        models.CharField(
                            choices=[("received", "已收到"), ("in_hand", "机关核实中"), ("answered", "已答复")],
                            default="received",
                            max_length=10,
                            verbose_name="状态",
                        ),
                    ),
                    ("outcome", models.CharField(blank=True, max_length=40, verbose_name="办理结果")),
                    ("reply", models.TextField(blank=True, verbose_name="答复")),
                    ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ],
                options={
                    "verbose_name": "公示异议来件",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="LetterKey",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("public", models.CharField(max_length=64, verbose_name="公钥")),
                    ("put_at", models.DateTimeField(verbose_name="更新时间")),
                ],
                options={
                    "verbose_name": "来件公钥",
                },
            ),
            migrations.CreateModel(
                name="PublicBody",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                    ("name", models.CharField(max_length=120, verbose_name="名称")),
                    ("position", models.PositiveIntegerField(default=0, verbose_name="次序")),
                    ("columns", models.JSONField(default=list, verbose_name="内容")),
                    ("entrustments", models.JSONField(default=list, verbose_name="委托")),
                    ("updated_on", models.DateField(verbose_name="更新日期")),
                ],
                options={
                    "verbose_name": "执法主体公示副本",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="PublicList",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                    ("list_kind", models.CharField(db_index=True, max_length=40, verbose_name="清单种类")),
                    ("list_label", models.CharField(max_length=80, verbose_name="清单名称")),
                    ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                    ("body_name", models.CharField(max_length=120, verbose_name="发布机关")),
                    ("title", models.CharField(max_length=200, verbose_name="版本名称")),
                    ("columns", models.JSONField(default=list, verbose_name="栏目")),
                    ("rows", models.JSONField(default=list, verbose_name="条目")),
                    ("in_force_from", models.DateField(verbose_name="施行日期")),
                    ("superseded_from", models.DateField(blank=True, null=True, verbose_name="被替代日期")),
                    ("published_on", models.DateField(verbose_name="公开日期")),
                ],
                options={
                    "verbose_name": "清单公示副本",
                    "ordering": ("list_kind", "-in_force_from"),
                },
            ),
            migrations.CreateModel(
                name="PublicOfficer",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                    ("name", models.CharField(db_index=True, max_length=60, verbose_name="姓名")),
                    ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                    ("body_name", models.CharField(max_length=120, verbose_name="单位")),
                    ("post", models.CharField(max_length=60, verbose_name="职务")),
                    ("certificates", models.JSONField(default=list, verbose_name="证件")),
                    ("certificate_numbers", models.CharField(db_index=True, max_length=200, verbose_name="证件编号")),
                    ("left_on", models.DateField(blank=True, null=True, verbose_name="离岗日期")),
                    ("updated_on", models.DateField(verbose_name="更新日期")),
                ],
                options={
                    "verbose_name": "执法人员公示副本",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Notice",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                    ("kind", models.CharField(max_length=30, verbose_name="执法类别")),
                    ("kind_label", models.CharField(max_length=40, verbose_name="执法类别名称")),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("public", "公开中"),
                                ("corrected", "已更正"),
                                ("withdrawn", "已撤回"),
                                ("expired", "期满下架"),
                            ],
                            default="public",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("number", models.CharField(max_length=120, verbose_name="文号")),
                    ("number_key", models.CharField(db_index=True, max_length=120, verbose_name="检索用文号")),
                    ("title", models.TextField(blank=True, verbose_name="案由")),
                    ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                    ("body_name", models.CharField(max_length=120, verbose_name="执法机关")),
                    ("party_name", models.TextField(blank=True, verbose_name="执法对象")),
                    ("party_kind", models.CharField(blank=True, max_length=40, verbose_name="对象类别")),
                    ("conclusion", models.TextField(blank=True, verbose_name="执法结论")),
                    ("basis", models.TextField(blank=True, verbose_name="依据")),
                    ("decided_on", models.DateField(verbose_name="决定日期")),
                    ("published_on", models.DateField(verbose_name="公开日期")),
                    ("published_in", models.CharField(blank=True, max_length=60, verbose_name="公开时限")),
                    ("until", models.DateField(blank=True, null=True, verbose_name="公开至")),
                    ("fulfilment", models.CharField(blank=True, max_length=200, verbose_name="履行情况")),
                    ("summary", models.JSONField(default=list, verbose_name="摘要")),
                    ("text", models.JSONField(default=list, verbose_name="正文")),
                    ("history", models.JSONField(default=list, verbose_name="变动")),
                    ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
                    ("withdrawal_reason", models.CharField(blank=True, max_length=400, verbose_name="撤回理由")),
                    ("withdrawal_basis", models.TextField(blank=True, verbose_name="撤回依据")),
                    ("version", models.PositiveIntegerField(default=1, verbose_name="版次")),
                    ("digest", models.CharField(max_length=64, verbose_name="指纹")),
                    ("received_at", models.DateTimeField(verbose_name="收到时间")),
                    ("page_made_with", models.JSONField(default=dict, verbose_name="网页写入时的站点名称和网址")),
                ],
                options={
                    "verbose_name": "公示信息副本",
                    "ordering": ("-published_on", "-pk"),
                    "indexes": [
                        models.Index(fields=["status", "-published_on", "-id"], name="notice_newest"),
                        models.Index(fields=["kind", "-published_on"], name="notice_by_kind"),
                    ],
                },
            ),
        )
    ]
