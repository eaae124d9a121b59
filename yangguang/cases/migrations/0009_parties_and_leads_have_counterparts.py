"""Every lead with a named employer and every party gets its counterpart: one for each code, one for each row without.

In batches, each in a transaction of its own. Begun again after a stop it goes on where it stopped: only rows without a
counterpart are taken. Nothing is merged by name.
"""

from django.db import migrations, transaction

from yangguang.cases.sealed_codes import fingerprint, seal

BATCH = 500
FACTS = ("name", "address", "representative")


def tie(apps, editor):
    """Leads first: a party without a code that a lead brought is that lead's employer."""
    _in_batches(apps, apps.get_model("cases", "Lead").objects.exclude(employer_name=""), _tie_lead)
    _in_batches(apps, apps.get_model("cases", "Party").objects.all(), _tie_party)


def _in_batches(apps, rows, tie_row):
    rows = rows.filter(counterpart=None).order_by("pk")
    last = 0
    while True:
        with transaction.atomic():
            batch = list(rows.filter(pk__gt=last)[:BATCH])
            for row in batch:
                tie_row(apps, row)
        if not batch:
            return
        last = batch[-1].pk


def _tie_lead(apps, lead):
    told = {
        "name": lead.employer_name,
        "address": lead.employer_address,
        "representative": lead.employer_contact,
    }
    row = _counterpart(apps, "organisation", lead.employer_name, lead.employer_code, lead.registered_at)
    by = lead.registered_by.name
    _note(apps, row, told, f"线索（{lead.number}）", lead.received_on, lead.registered_at, by, lead.body, lead=lead)
    lead.counterpart = row
    lead.save(update_fields=["counterpart"])


def _tie_party(apps, party):
    case = party.case
    told = {"name": party.name, "address": party.address, "representative": party.legal_representative}
    row = None if party.code else _brought_by_lead(apps, case, party)
    row = row or _counterpart(apps, party.kind, party.name, party.code, case.touched_at)
    if row.kind == "organisation" and party.kind == "individual_business":
        row.kind = party.kind
    _note(apps, row, told, f"立案（{case.number}）", case.opened_on, case.touched_at, "", case.body, case=case)
    row.name = _present_name(apps, row)
    row.save(update_fields=["kind", "name"])
    party.counterpart = row
    party.save(update_fields=["counterpart"])


def _brought_by_lead(apps, case, party):
    found = apps.get_model("cases", "Lead").objects.filter(public_id=case.lead_ref, employer_name=party.name).first()
    return found.counterpart if found and case.lead_ref else None


def _counterpart(apps, kind, name, code, registered_at):
    rows = apps.get_model("cases", "Counterpart").objects
    if not code:
        return rows.create(kind=kind, name=name, registered_at=registered_at)
    code_kind = "identity" if kind == "person" else "credit_code"
    made = {
        "kind": kind,
        "name": name,
        "code_kind": code_kind,
        "code": "" if kind == "person" else code,
        "sealed_code": seal(code) if kind == "person" else "",
        "registered_at": registered_at,
    }
    return rows.get_or_create(code_digest=fingerprint(code_kind, code), defaults=made)[0]


def _note(apps, row, told, source, from_on, recorded_at, by, body, **file):
    facts = apps.get_model("cases", "CounterpartFact").objects
    for what in FACTS:
        if told[what]:
            facts.get_or_create(
                counterpart=row,
                what=what,
                text=told[what],
                body=body,
                **file,
                defaults={
                    "from_on": from_on,
                    "source": source,
                    "established": "case" in file,
                    "recorded_at": recorded_at,
                    "recorded_by_name": by or "系统",
                },
            )


def _present_name(apps, row):
    names = apps.get_model("cases", "CounterpartFact").objects.filter(counterpart=row, what="name")
    return names.order_by("established", "from_on", "pk").last().text


def untie(apps, editor):
    """The parties and leads as they were; the next migration back takes the register away."""
    for name in ("Party", "Lead"):
        apps.get_model("cases", name).objects.update(counterpart=None)
    apps.get_model("cases", "Counterpart").objects.update(superior=None, stands_as=None)
    for name in ("CounterpartFact", "CounterpartMerger", "ComplianceGrade", "Counterpart"):
        apps.get_model("cases", name).objects.all().delete()


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0008_counterparts_and_agents")]

    operations = [migrations.RunPython(tie, untie)]
