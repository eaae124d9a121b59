from django.db import migrations

from yangguang.legal_review.review_gate import install, remove


def put_anew(apps, editor):
    remove(apps, editor)
    install(apps, editor)


class Migration(migrations.Migration):
    dependencies = [("legal_review", "0005_gate_put_anew"), ("cases", "0011_penalties_on_the_spot")]

    operations = [migrations.RunPython(put_anew, remove)]
