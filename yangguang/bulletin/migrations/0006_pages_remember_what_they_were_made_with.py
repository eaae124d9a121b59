from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0005_search_index_of_whole_tokens")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="page_made_with",
            field=models.JSONField("网页写入时的站点名称和网址", default=dict),
        ),
    ]
