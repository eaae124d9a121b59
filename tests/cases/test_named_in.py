"""Whoever a record, a paper or a form of a case names is known to what may never be published; nobody can be forgotten."""

import ast
import re
from datetime import date

import pytest
from django.apps import apps
from django.db import models
from django.utils.dateparse import parse_datetime

from tests.builders import cases as build
from tests.builders.fulfilment import an_overdue_fine
from tests.structure.source import PACKAGE, syntax_tree
from tests.structure.test_forms import FORMS
from yangguang.base.form_fields import NamesField, WrittenField
from yangguang.cases import named_in
from yangguang.cases.known_persons import private_facts
from yangguang.cases.models import Case, Execution, Hearing, PartyKind
from yangguang.cases.rules.witnesses import Signing, Witness
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview

NAME = "谭永明"
HE = Witness("何建国", "滨河社区居民委员会", "社区工作人员", "13905310001", "signed")
VISIT = date(2026, 10, 14)
LIKE_A_PERSON = re.compile(r"(姓名|人|人员|代表|者|成员)(（.*）)?$")
CONTEXTS = ("yangguang.cases", "yangguang.records", "yangguang.legal_review")
READ = {f"{model.__name__}.{field}" for model, _, field in named_in.FIELDS}

# Fields of rows that hold names and are read by a source of their own.
BY_THEIR_SOURCE = {
    "Party.name", "Party.legal_representative", "RosterWorker.name", "AuthorisedAgent.name", "ListedParty.name",
    "Evidence.source", "Informant.sealed", "PartySuccession.before", "Document.sheet",
    *(f"Hearing.{field}" for field in named_in.OF_A_HEARING),
}  # fmt: skip
# Fields about persons that name nobody from outside, each with the reason.
OF_THE_AGENCY = "who of the agency did it"
WORDS = "words about the case, in which names are looked for"
NO_NAME = "a number, an address or a thing"
NAME_NOBODY = {
    OF_THE_AGENCY: (
        "Alteration.altered_by_name", "AuthorisedAgent.registered_by_name", "BoundFile.asked_by_name",
        "Closing.approved_by_name", "CollectiveDiscussion.absent", "CollectiveDiscussion.opinions",
        "CollectiveDiscussion.presided_by_name", "CollectiveDiscussion.recorder_name", "CollectiveDiscussion.withdrawn",
        "ComplianceGrade.assessed_by_name", "CounterpartFact.recorded_by_name", "CounterpartMerger.merged_by_name",
        "CounterpartMerger.undone_by_name", "Decision.decided_by_name", "DecisionDraft.prepared_by_name",
        "Deferral.decided_by_name", "Document.made_by_name", "ExecutionAgreement.approved_by_name",
        "ExecutionAgreement.proposed_by_name", "Hearing.clerk_name", "Hearing.member_names", "Instruction.drafted_by_name",
        "LegalReview.requested_by_name", "MediaManifest.importer_name", "MediaManifest.officer_name",
        "OnTheSpotCollection.collected_by_name", "OnTheSpotPenalty.certificates",
        "OnTheSpotPenalty.filed_with_name", "OwnExecution.officer_names", "PenaltyExecution.officer_names",
        "PlannedDay.agreed_by_name", "Recusal.decided_by_name", "ReviewExemption.confirmed_by_name",
        "ServiceAnnouncement.agreed_by_name", "ServiceAnnouncement.officer_names", "ServiceOfDocuments.officer_names",
        "Upload.importer_name", "Upload.officer_name",
    ),
    WORDS: (
        "Alteration.content", "Alteration.reason", "Case.facts", "Case.title", "ClericalCorrection.right",
        "ClericalCorrection.wrong", "Closing.summary", "CollectiveDiscussion.conclusion_words",
        "CollectiveDiscussion.differing_reason", "CollectiveDiscussion.minority", "Complaint.arbitration_note",
        "Complaint.requests", "ComplianceGrade.ground", "CounterpartFact.text", "CriminalTransfer.grounds",
        "CriminalTransfer.report", "Decision.content", "DecisionDraft.content", "Deferral.grounds", "Disposition.statement",
        "Document.title", "Evidence.name", "Evidence.proves", "Execution.answer", "ExecutionAgreement.drop_reason",
        "ExecutionAgreement.harmless", "ExecutionAgreement.measures", "FoundCircumstance.text", "FoundFact.text",
        "Hearing.opinion", "Instruction.facts", "InvestigationReport.content", "Lead.account", "LegalReview.draft_content",
        "LegalReview.opinion", "LegalReview.overdue_reason", "ListedParty.objection", "ListedParty.verification",
        "MajorViolation.facts", "MajorViolation.objection", "MediaManifest.name", "OwnExecution.facts", "PenaltyExecution.facts",
        "AdvancePreservation.reason", "CoerciveMeasure.reason", "PriorNotice.content", "Recusal.decision_reason",
        "Recusal.reason", "Remake.plan", "Remedy.outcome_terms", "Remedy.outcome_words", "ReviewElement.reason",
        "SanctionsListing.ground", "ServiceAddressConfirmation.refusal", "ServiceAnnouncement.course",
        "StatementPoint.answer", "StatementPoint.text", "SupervisionOpinion.answer", "SupervisionOpinion.words",
        "TransferAnswer.words", "UnheededInstruction.words", "Upload.name",
    ),
    NO_NAME: (
        "AuthorisedAgent.position", "AuthorisedAgent.phone", "AuthorisedAgent.sealed_code", "Counterpart.code_digest",
        "Counterpart.sealed_code", "CriminalTransfer.items", "Lead.employer_phone", "OnTheSpotPenalty.place",
        "Party.address", "Party.code", "Party.phone", "Restitution.things", "RosterWorker.person_id", "RosterWorker.phone",
        "ServiceAddressConfirmation.address", "ServiceAddressConfirmation.electronic_address",
        "ServiceAddressConfirmation.phone", "ServiceOfDocuments.place", "ServiceOfDocuments.sent_to",
        "ServiceOfDocuments.witness_relation", "ServiceRecipient.address", "WorkerPayment.voucher",
    ),
    "the register of parties, whose name the case has as its party": ("Counterpart.name",),
    "after a change the party itself has it": ("PartySuccession.after",),
}  # fmt: skip
# Where each field of a form that holds a person's name is found again: a field read, a label of a paper, or of the agency.
FOUND_AGAIN = {
    "agent": "RosterWorker.agent", "agent_names": "Hearing.agent_names", "applicant": "HandedInApplication.applicant",
    "attended_names": "Hearing.attended_names", "buyer": "买受人", "custodian": "CoerciveMeasure.custodian",
    "educated_by": OF_THE_AGENCY, "employer_contact": "Lead.employer_contact", "filed_with": OF_THE_AGENCY,
    "in_charge": "ListedParty.name", "informant_name": "Informant.sealed", "informed_head": OF_THE_AGENCY,
    "legal_representative": "Party.legal_representative", "made_by": "StatementAndDefence.made_by",
    "member_names": OF_THE_AGENCY,
    "others": "CollectiveDiscussion.others", "party_name": "Party.name", "person": "被询问人", "present": "在场人",
    "receiver": "接收人", "recipient": "ServiceOfDocuments.recipient", "recorder_name": OF_THE_AGENCY,
    "refused_names": "Hearing.signatures", "representative": "ListedParty.name", "representatives": "Informant.sealed",
    "responsible": "ListedParty.name", "signed_by": "ServiceAddressConfirmation.signed_by",
    "third_parties": "Hearing.third_parties", "waived_names": "Hearing.third_parties", "witness": "见证人",
}  # fmt: skip
# The same field name means somebody else in these forms.
IN_FORMS = {
    "AgentForm.name": "AuthorisedAgent.name", "RecusalForm.name": "Recusal.name", "WorkerForm.name": "RosterWorker.name",
    "WorkerCorrectionForm.name": "RosterWorker.name", "LinkForm.name": "ContractLink.name",
    "LinkCorrectionForm.name": "ContractLink.name", "AssetQueryForm.name": OF_THE_AGENCY, "CounterpartForm.name": "Party.name",
    "CounterpartForm.representative": "Party.legal_representative",
    "AgreementSignedForm.signed_by": "ExecutionAgreement.signed_by_name",
    "ReturnForm.received_by": "CaseItem.received_by", "HandOverForm.received_by": OF_THE_AGENCY,
    "AddressForm.recipient": "ServiceAddressConfirmation.recipient",
}  # fmt: skip
# Labels of papers that read like a person and name nobody from outside.
PUBLIC_LABELS = frozenset({
    "执法人员", "承办人", "检查人", "询问人", "提取人", "取得人", "送达人", "张贴人", "交办人", "登记人",
    "报备人", "移交人", "说明人", "收缴人", "经办人",
    "执行人员", "核查人员", "教育人员", "调查人员", "记录人", "主持人", "参加人", "听证主持人", "听证记录员",
    "听证员", "送审人", "承办机构负责人",
    "知悉人（承办机构负责人）", "机关负责人", "立卷人",
    "当事人",  # a party: its name has a source of its own, or is public
    "投诉人、举报人", "投诉人（按登记的次序）",  # the papers say how many, or which in order, or nothing
    "提供人", "提供人或者来源",  # signs by hand; the testimony names who gave it, and things come from places
    "当事人（签名、盖章）", "承诺人（签字、盖章）",  # signed by hand
})  # fmt: skip


def known(case):
    return {fact.text for fact in private_facts(case)}


def personal_fields():
    """Every field of the case file that its model declares to be about a person."""
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models() if model.__module__.startswith(CONTEXTS)
        for field in model._meta.concrete_fields
        if field.name in model.personal_data and isinstance(field, models.CharField | models.TextField | models.JSONField)
    }  # fmt: skip


def test_every_field_about_a_person_is_read_or_says_why_it_names_nobody():
    excused = {field for fields in NAME_NOBODY.values() for field in fields}
    assert personal_fields() == READ | BY_THEIR_SOURCE | excused
    assert not READ & BY_THEIR_SOURCE
    assert not (READ | BY_THEIR_SOURCE) & excused


def test_every_field_of_a_form_that_holds_a_name_is_found_again():
    found = {}
    for form in FORMS:
        for name, field in form.base_fields.items():
            typed = isinstance(field, NamesField) or (
                isinstance(field, WrittenField) and LIKE_A_PERSON.search(str(field.label or ""))
            )
            if typed and form.__module__.startswith("yangguang.cases"):
                found[f"{form.__name__}.{name}"] = IN_FORMS.get(f"{form.__name__}.{name}", FOUND_AGAIN.get(name, ""))
    assert not [field for field, place in found.items() if not place], "say where its name is found again"
    places = READ | BY_THEIR_SOURCE | named_in.ON_PAPERS | {OF_THE_AGENCY}
    assert set(found.values()) <= places
    assert {place for name, place in FOUND_AGAIN.items()} | set(IN_FORMS.values()) <= set(found.values())


def test_every_label_of_a_paper_that_names_somebody_is_declared():
    papers = [
        path for context in ("cases", "legal_review", "records") for path in (PACKAGE / context).rglob("*.py")
        if "documents" in path.parts or "use_cases" in path.parts or path.stem == "papers"
    ]  # fmt: skip
    labels = {label for path in papers for label in labels_in(syntax_tree(path))}
    assert {"见证人", "在场人", "买受人", "执法人员"} <= labels, "the papers are read"
    assert labels <= named_in.ON_PAPERS | PUBLIC_LABELS
    assert not named_in.ON_PAPERS & PUBLIC_LABELS
    assert named_in.ON_PAPERS | {field for *_, field in named_in.FIELDS} >= named_in.TYPED_AS_A_PERSON


def labels_in(tree):
    """Labels that read like a person: of a line to sign on, and of a pair of label and value that is no constant."""
    for node in ast.walk(tree):
        first = None
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SignatureLine" and node.args:
            first = node.args[0]
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and not isinstance(node.elts[1], ast.Constant):
            first = node.elts[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and LIKE_A_PERSON.search(first.value):
            yield first.value


@pytest.fixture
def fine(db):
    return an_overdue_fine()


def a_row(model, case, /, **told):
    """One row of a model that belongs to the case, with something in every field that wants something."""
    row = model(**told)
    for field in model._meta.concrete_fields:
        if field.attname in told or field.name in told or field.primary_key or field.has_default():
            continue
        if field.null and field.name != "party":  # of those who may be one of two
            continue
        if isinstance(field, models.ForeignKey):
            related = field.related_model
            value = case if related is Case else related.objects.order_by("pk").first() or a_row(related, case)
        elif isinstance(field, models.DateTimeField):
            value = parse_datetime("2026-11-01T09:00:00+08:00")
        elif isinstance(field, models.DateField):
            value = date(2026, 11, 1)
        elif field.choices:
            value = field.choices[0][0]
        else:
            value = "" if field.blank else ("1" if isinstance(field, models.CharField | models.TextField) else 1)
        setattr(row, field.name, value)
    row.save()
    return row


@pytest.mark.parametrize(("model", "way", "field"), named_in.FIELDS, ids=lambda told: getattr(told, "__name__", told))
def test_person_named_in_a_field_is_known_and_only_in_that_case(fine, model, way, field):
    case = fine.case
    assert NAME not in known(case)
    owner = {"execution": Execution.objects.get(case=case)} if way == "execution__case" else {"case": case}
    a_row(model, case, **owner, **{field: f"{NAME}（同事）"})
    assert NAME in known(case)
    assert NAME not in known(build.an_open_case(body=case.body))


def test_who_took_part_in_a_hearing_is_known_and_its_staff_is_not(fine):
    case = fine.case
    a_row(
        Hearing, case, case=case, attended_names=["罗玉梅"], agent_names=["冯志强"], member_names=["苏晓晨"], clerk_name="石磊",
        third_parties=[{"name": "阮秋萍", "interest": "职工", "kind": str(PartyKind.PERSON)}],
        signatures=[{"name": "乔安邦", "part": "第三人"}, {"name": "苏晓晨", "part": "听证员"}],
    )  # fmt: skip
    told = known(case)
    assert {"罗玉梅", "冯志强", "阮秋萍", "乔安邦"} <= told
    assert not {"苏晓晨", "石磊"} & told


@pytest.mark.django_db
def test_who_stands_on_a_paper_only_is_known_and_an_officer_is_not():
    case = build.an_open_case()
    officers = build.officers_of(case.body)
    with build.on(VISIT, 10) as at:
        told = {
            "case_id": case.pk,
            "officers": officers,
            "certificate_shown": True,
            "actor": build.handler_of(case),
            "at": at,
        }
        inspect_on_site(
            place="厂区", present=f"刘芳（前台）、负责人乔安邦；{officers[0].name}", findings="有考勤机。",
            proves="考勤", badge_worn=True,
            urgent_reason="账册正在转移。", signing=Signing(witness=HE), **told,
        )  # fmt: skip
        interview(
            person="万长河", person_role="worker", place="厂区", ended_at=at.occurred_at, questions=[("几点？", "八点。")],
            proves="工时", signing=Signing(witness=Witness("尤佳宁", "社区", "", "滨河路2号", "signed")), **told,
        )  # fmt: skip
        collect_evidence(
            kind="documentary_evidence", name="排班表", source="车间公告栏", proves="工时", obtained_on=VISIT,
            witness=Witness("詹明德", "", "物业主管", "13905310002", "refused"), **told,
        )  # fmt: skip
    facts = {fact.text: fact.kind for fact in private_facts(case)}
    assert {"刘芳", "乔安邦", "何建国", "万长河", "尤佳宁", "詹明德"} <= facts.keys()
    assert (facts["13905310001"], facts["滨河路2号"], facts["13905310002"]) == ("电话号码", "住址", "电话号码")
    assert (
        not {officers[0].name, "前台", "厂区", "滨河社区居民委员会", "社区工作人员", "社区", "物业主管", "车间公告栏"}
        & facts.keys()
    )


NAMES = (
    ("刘芳（前台）、王强", ["刘芳", "王强"]), ("负责人乔安邦", ["乔安邦"]), ("李和平", ["李和平"]),
    ("刘芳和王小强", ["刘芳", "王小强"]),
    ("欧阳修文；阿卜杜拉·买买提", ["欧阳修文", "阿卜杜拉·买买提"]), ("示范县宏基建筑工程有限公司", []), ("公司前台", []),
    ("木工班", []), ("", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_read_out_of_what_is_typed(text, names):
    assert list(named_in.names_in(text, "在场人")) == names


@pytest.mark.parametrize("word", ["木工", "瓦工组", "无人", "两名工人", "仓库"])
def test_trade_or_a_word_that_is_as_long_as_a_name_is_taken_for_none(word):
    for place in ("agent", "在场人", "custodian"):
        assert list(named_in.names_in(word, place)) == []


def test_rare_surname_is_believed_where_a_person_is_typed():
    assert list(named_in.names_in("亓官云", "见证人")) == ["亓官云"]


def test_party_that_is_no_person_is_not_hidden_for_standing_in_such_a_place(fine):
    case = fine.case
    party = case.parties.get()
    party.name = "晨曦电子"
    party.save(update_fields=["name"])
    a_row(named_in.HandedInApplication, case, case=case, applicant="晨曦电子")
    assert "晨曦电子" not in known(case)
