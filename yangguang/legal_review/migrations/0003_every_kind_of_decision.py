from django.db import migrations

from yangguang.legal_review.review_gate import install, remove


def put_anew(apps, editor):
    remove(apps, editor)
    install(apps, editor)


class Migration(migrations.Migration):
    dependencies = [
        ("legal_review", "0002_no_decision_without_review"), ("cases", "0006_instruction_is_disposed"),
    ]  # fmt: skip

    operations = [migrations.RunPython(put_anew, remove)]
