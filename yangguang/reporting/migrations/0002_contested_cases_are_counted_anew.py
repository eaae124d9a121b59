"""What is contested of penalties counts besides: cases with a remedy leave the counts, and the job counts them anew."""

from django.db import migrations
from django.db.models import Count, F, Sum


def leave_the_counts(apps, schema_editor):
    """Rows and months are made from the files; no report is frozen before the job has made them again."""
    store = schema_editor.connection.alias
    months = apps.get_model("reporting", "MonthlyCount").objects.using(store)
    contested = apps.get_model("cases", "Remedy").objects.using(store).order_by().values("case_id")
    facts = apps.get_model("reporting", "CountedFact").objects.using(store).filter(case_id__in=contested).order_by()
    rows = facts.values_list("body_id", "on__year", "on__month", "what", "detail")
    for body, year, month, what, detail, count, amount in rows.annotate(n=Count("pk"), m=Sum("amount_fen")):
        held = months.filter(body_id=body, year=year, month=month, what=what, detail=detail)
        held.update(count=F("count") - count, amount_fen=F("amount_fen") - amount)
    facts.delete()


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_grounds_of_fallen_alterations"), ("reporting", "0001_tables")]
    operations = [migrations.RunPython(leave_the_counts, migrations.RunPython.noop, elidable=True)]
