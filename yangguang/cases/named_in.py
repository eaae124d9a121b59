"""Where the records and papers of a case name persons from outside the agency: data, and the sources that read it.

A field or a label stands here or among those that name nobody private (tests/cases/test_named_in.py); officers are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Value

from yangguang.base.guards import asked_once
from yangguang.cases.known_persons import PrivateFact, may_be_a_name, private_source
from yangguang.cases.models import (
    Case,
    CaseItem,
    CoerciveMeasure,
    CollectiveDiscussion,
    ContractLink,
    ExecutionAgreement,
    HandedInApplication,
    Lead,
    PartyKind,
    Recusal,
    RosterWorker,
    ServiceAddressConfirmation,
    ServiceOfDocuments,
    ServiceRecipient,
    StatementAndDefence,
)
from yangguang.directory.api import Officer
from yangguang.kernel.surnames import begins_with_a_surname
from yangguang.records.api import documents_of

# Fields that may name one person or several, an organisation or an office: the model, the way to its case, the field.
FIELDS: tuple[tuple[Any, str, str], ...] = (
    (ServiceOfDocuments, "case", "recipient"),
    (ServiceOfDocuments, "case", "witness"),
    (ServiceAddressConfirmation, "case", "recipient"),
    (ServiceAddressConfirmation, "case", "signed_by"),
    (ServiceRecipient, "case", "name"),
    (StatementAndDefence, "case", "made_by"),
    (HandedInApplication, "case", "applicant"),
    (ExecutionAgreement, "execution__case", "signed_by_name"),
    (Recusal, "case", "name"),
    (CollectiveDiscussion, "case", "others"),
    (ContractLink, "case", "name"),
    (RosterWorker, "case", "agent"),
    (CaseItem, "case", "received_by"),
    (CoerciveMeasure, "case", "custodian"),
    (Lead, "case", "employer_contact"),
)
# What a hearing says of those who took part; its chair, members and clerk are of the agency.
OF_A_HEARING = ("attended_names", "agent_names", "third_parties", "signatures")
OUTSIDE = frozenset({"当事人", "代理人", "第三人"})  # as what those from outside sign its record
# Labels of papers, of a fact or of a line to sign on, whose words may name somebody from outside.
ON_PAPERS = frozenset({
    "见证人", "见证人（拒绝签名）", "在场人", "被询问人", "领取人", "受送达人", "签收人", "收件人或者代收人", "陈述人", "代理人",
    "第三人", "当事人一方到场人员", "列席人", "买受人", "受托保管人", "接收人", "法定代表人或者负责人", "行为人", "委托人",
})  # fmt: skip
# Of these fields and labels some are typed as a person, so that any name is believed; in the others stand trades, offices and
# whole sentences too, and only what begins like a name is.
TYPED_AS_A_PERSON = frozenset({
    "recipient", "witness", "signed_by", "made_by", "signed_by_name", "received_by",
    "见证人", "见证人（拒绝签名）", "被询问人", "领取人", "受送达人", "签收人", "收件人或者代收人", "陈述人", "代理人", "第三人",
    "当事人一方到场人员", "法定代表人或者负责人",
})  # fmt: skip
WITNESS = "见证人"
BETWEEN = re.compile(r"[、，,；;/\s]+")
AND = re.compile(r"[和与及]")  # parts of names too: tried where the whole is none
BESIDE = re.compile(r"（[^）]*）|\([^)]*\)")
ROLE_BEFORE = re.compile(
    r"^(?:该?(?:单位|公司)|现场|法定代表人|主要负责人|负责人|委托代理人|代理人|代表|经理|厂长|店长|班组长|主管|会计|出纳"
    r"|财务人员|人事专员|员工|职工|劳动者|工人)+"
)
SHORTEST_CONTACT = 4
PHONE = re.compile(r"\d{7}")


def names_in(text: str, place: str) -> Iterator[str]:
    """The names in words somebody typed in a place: `刘芳（前台）、负责人王强` names two; an office or an organisation none."""
    for part in BETWEEN.split(BESIDE.sub("", text)):
        whole = ROLE_BEFORE.sub("", part)
        several = [whole] if may_be_a_name(whole) else [ROLE_BEFORE.sub("", one) for one in AND.split(part)]
        for name in several:
            if may_be_a_name(name) and (place in TYPED_AS_A_PERSON or begins_with_a_surname(name)):
                yield name


@private_source("records")
def of_records(case: Case) -> Iterable[PrivateFact]:
    """Whoever a record of the case names in one of its fields."""
    asked = [
        model.objects.filter(**{way: case}).exclude(**{field: ""}).order_by().annotate(of_field=Value(number))
        .values_list("of_field", "pk", field)
        for number, (model, way, field) in enumerate(FIELDS)
    ]  # fmt: skip
    first, *others = asked
    public = _public_names(case)
    for number, _, said in sorted(first.union(*others, all=True)):
        yield from (PrivateFact(name) for name in names_in(said, FIELDS[number][2]) if name not in public)


@private_source("addresses_of_others")
def of_addresses(case: Case) -> Iterable[PrivateFact]:
    """Where those live on whom papers are served beside the parties."""
    rows = ServiceRecipient.objects.filter(case=case).exclude(address="").order_by("pk")
    yield from (PrivateFact(text, "住址") for text in rows.values_list("address", flat=True))


@private_source("hearings")
def of_hearings(case: Case) -> Iterable[PrivateFact]:
    """The party's side and the third parties of a hearing, come or only told."""
    public = _public_names(case)
    for row in case.hearings.order_by("pk").values(*OF_A_HEARING):
        signed = [one["name"] for one in row["signatures"] if one.get("part") in OUTSIDE]
        third = [one["name"] for one in row["third_parties"]]
        for said in (*row["attended_names"], *row["agent_names"], *third, *signed):
            yield from (PrivateFact(name) for name in names_in(said, "第三人") if name not in public)


@private_source("papers")
def of_papers(case: Case) -> Iterable[PrivateFact]:
    """Whoever a paper names in a place that is declared for it, voided papers included: a witness stands nowhere else."""
    public = _public_names(case)
    sheets = documents_of(case.public_id).order_by("pk").values_list("sheet", flat=True)
    for label, said in dict.fromkeys(told for sheet in sheets for told in _named_on(sheet)):
        words, _, told = said.partition("，") if label == WITNESS else (said, "", "")
        yield from (PrivateFact(name) for name in names_in(words, label) if name not in public)
        contact = told.rpartition("，")[2].strip()
        if len(contact) >= SHORTEST_CONTACT:
            yield PrivateFact(contact, "电话号码" if PHONE.search(contact) else "住址")


def _named_on(sheet: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for block in sheet.get("blocks", ()):
        if block["kind"] == "signature_line" and block["label"] in ON_PAPERS:
            yield block["label"], block["signer"]
        elif block["kind"] == "facts":
            yield from (
                (one["label"], one["value"]) for row in block["rows"] for one in row if one["label"] in ON_PAPERS
            )


@asked_once
def _public_names(case: Case) -> set[str]:
    """Officers of the case are public, and so are parties that are no persons: what stands in these places may be theirs."""
    officers = Officer.objects.filter(assignments__case=case).order_by().values_list("name", flat=True)
    parties = case.parties.exclude(kind=PartyKind.PERSON).order_by().values_list("name", flat=True)
    return set(officers.union(parties))
