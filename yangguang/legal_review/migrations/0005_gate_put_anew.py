from django.db import migrations

from yangguang.legal_review.review_gate import install, remove


def put_anew(apps, editor):
    remove(apps, editor)
    install(apps, editor)


class Migration(migrations.Migration):
    """SQLite makes the table of decisions anew for a new column, and drops its triggers without a word."""

    dependencies = [
        ("legal_review", "0004_reason_of_an_overdue_review"), ("cases", "0007_the_case_whole"),
    ]  # fmt: skip

    operations = [migrations.RunPython(put_anew, remove)]
