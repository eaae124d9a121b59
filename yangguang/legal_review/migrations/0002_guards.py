"""No decision without its review, inside the database: put on whatever was there before.

SQLite makes a table anew for a new column and drops its triggers without a word: a migration that adds a column to cases or
decisions needs another one after it that does this again.
"""

from django.db import migrations

from yangguang.legal_review.review_gate import put_anew, remove


class Migration(migrations.Migration):
    dependencies = [("legal_review", "0001_tables"), ("cases", "0001_tables")]

    operations = [migrations.RunPython(put_anew, remove)]
