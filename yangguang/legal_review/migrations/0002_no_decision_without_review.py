from django.db import migrations

from yangguang.legal_review.review_gate import install, remove


class Migration(migrations.Migration):
    dependencies = [("legal_review", "0001_initial"), ("cases", "0002_initial")]

    operations = [migrations.RunPython(install, remove)]
