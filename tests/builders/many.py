"""Rows by the thousand, straight into the tables: for pages that must stay quick, never for what the law asks."""

from datetime import date, timedelta

from django.forms.models import model_to_dict

from tests.builders.cases import officers_of
from yangguang.cases.models import Assignment, Case, Clock, Complaint, Counterpart, Lead, Party, StepTaken
from yangguang.kernel import chance, clock
from yangguang.records.api import Document, Evidence, documents_of, evidence_of


def many_cases(body, count):
    """Rows only, for a list that is long; each with a party, a handler and a running clock."""
    officer, unit = officers_of(body)[0], body.units.order_by("pk").first()
    first = date(2025, 1, 6)
    cases = Case.objects.bulk_create(
        Case(
            public_id=chance.public_id(), number=f"示人社监案〔2025〕{n}号", kind="labour", title=f"拖欠工资第{n}案", body=body,
            unit=unit, field="劳动保障监察", area="示范县", matter_code="LDJC-01", opened_on=first + timedelta(days=n % 300),
            touched_at=clock.now(), touched_by_name="陈立",
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    known = many_counterparts(count)
    Party.objects.bulk_create(
        Party(public_id=chance.public_id(), case=c, kind="organisation", name=one.name, counterpart=one)
        for c, one in zip(cases, known, strict=True)
    )
    Assignment.objects.bulk_create(Assignment(case=c, officer=officer, starts_on=c.opened_on) for c in cases)
    Clock.objects.bulk_create(
        Clock(
            public_id=chance.public_id(), case=c, kind="decide_by", clause="APL-2021:60", start_event="立案",
            started_on=c.opened_on, due_on=c.opened_on + timedelta(days=90),
        )
        for c in cases
    )  # fmt: skip
    return cases


def many_counterparts(count):
    """Employers without a code, each on its own."""
    return Counterpart.objects.bulk_create(
        Counterpart(
            public_id=chance.public_id(), kind="organisation", name=f"示范县第{n}建筑公司", registered_at=clock.now()
        )
        for n in range(count)
    )  # fmt: skip


def many_leads(body, count, by):
    """Complaints that wait, each with its running clock."""
    first = date(2026, 9, 1)
    leads = Lead.objects.bulk_create(
        Lead(
            public_id=chance.public_id(), number=f"示人社监诉〔2026〕{n}号", body=body, unit=by.unit, source="complaint",
            received_way="window", status="received", received_on=first + timedelta(days=n % 60),
            employer_name=f"示范县第{n}建筑公司", account="拖欠工资。", field="劳动保障监察", area="示范县", registered_by=by,
            registered_at=clock.now(),
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    Complaint.objects.bulk_create(Complaint(lead=one, workers_count=3, requests="支付工资") for one in leads)
    Clock.objects.bulk_create(
        Clock(
            public_id=chance.public_id(), lead_ref=one.public_id, kind="accept_complaint_by", clause="LSP-2004:18#accept",
            start_event="接到投诉", started_on=one.received_on, due_on=one.received_on + timedelta(days=7),
        )
        for one in leads
    )  # fmt: skip
    return leads


def many_records(case, count):
    """So many records of inquiries in one case, each with its paper, its evidence and its line in the history."""
    paper = documents_of(case.public_id).get(kind="interview_record")
    piece = evidence_of(case.public_id).get(document=paper)
    step = case.steps_taken.filter(act="interview").latest("pk")
    last = documents_of(case.public_id).count()
    known = model_to_dict(paper, exclude=("id", "public_id", "body", "pdf", "docx"))
    papers = Document.objects.bulk_create(
        Document(
            **known | {"title": f"询问笔录（第{n}名劳动者）", "position": last + n, "made_at": paper.made_at},
            public_id=chance.public_id(), body=paper.body,
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    said = model_to_dict(piece, exclude=("id", "public_id", "body", "document", "blob"))
    Evidence.objects.bulk_create(
        Evidence(
            **said | {"name": one.title, "added_at": piece.added_at}, public_id=chance.public_id(), body=piece.body, document=one
        )
        for one in papers
    )  # fmt: skip
    StepTaken.objects.bulk_create(
        StepTaken(
            case=case, line="case", act="interview", left=step.left, reached=step.reached, occurred_at=step.occurred_at,
            recorded_at=step.recorded_at, entry=step.entry,
        )
        for _ in papers
    )  # fmt: skip
    return papers
