"""Lists for tests: every edition comes from the use cases the screens call."""

from __future__ import annotations

from datetime import date

from tests.builders.directory import a_body, an_account
from yangguang.base.press.blocks import Heading, paragraph
from yangguang.base.press.docx import render_docx
from yangguang.base.press.sheet import Sheet
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.matters_behind import guide_rows
from yangguang.catalogues.models import Edition, OutsideReview, SampleForm
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import find_in_force
from yangguang.catalogues.shipped_lists import adopt_labour_lists, adopt_list, rest_of_guides, shipped_rows
from yangguang.catalogues.use_cases.add_sample_form import add_sample_form
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.record_outside_review import record_outside_review
from yangguang.catalogues.use_cases.review_policy import review_policy
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.models import Account, Body
from yangguang.directory.rules.roles import Role
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

A_DAY = date(2026, 1, 5)
OVERTIME = "LD-01"
A_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def a_drafter(body: Body) -> Account:
    """A legal reviewer of the body, who keeps its drafts."""
    return an_account(role=Role.LEGAL_REVIEWER, body=body, named="周敏")


def a_head(body: Body) -> Account:
    """The agency head of the body."""
    return an_account(role=Role.AGENCY_HEAD, body=body, named="高建华")


def the_labour_lists(body: Body | None = None, *, on: date = A_DAY) -> dict[ListKind, Edition]:
    """The shipped matters, discretion standards and review catalogue, adopted and in force from a day."""
    body = body or a_body()
    return adopt_labour_lists(body=body, drafter=a_drafter(body), head=a_head(body), at=Moment.on(on))


def cells_of(kind: ListKind = ListKind.DISCRETION_STANDARDS, code: str = OVERTIME, **changes: str) -> dict[str, str]:
    """The cells of a shipped row as a person would type them; `changes` replaces single ones."""
    row = next(row for row in shipped_rows(kind) if row["code"] == code)
    return {name: value for name, value in row.items() if name not in {"code", "official"}} | changes


def a_draft(
    *, body: Body | None = None, kind: ListKind = ListKind.DISCRETION_STANDARDS, codes: tuple[str, ...] = (OVERTIME,),
    drafter: Account | None = None, on: date = A_DAY, copied: bool = False, version: str = "",
) -> Edition:  # fmt: skip
    """A draft with shipped rows of these codes."""
    body = body or a_body()
    drafter = drafter or a_drafter(body)
    at = Moment.on(on)
    edition = draft_edition(list_kind=kind, body=body, copied=copied, version=version, actor=drafter, at=at)
    for code in codes:
        put_entry(edition=edition, code=code, cells=cells_of(kind, code), official=False, actor=drafter, at=at)
    return edition


def a_submitted_edition(*, from_day: date = A_DAY, on: date | None = None, **draft) -> Edition:
    """A draft that waits for the agency head."""
    on = on or from_day
    edition = a_draft(on=on, **draft)
    drafter = Account.objects.get(public_id=edition.drafted_by_ref.removeprefix("account:"))
    return submit_for_review(edition=edition, in_force_from=from_day, opinion="", actor=drafter, at=Moment.on(on))


def an_adopted_edition(*, from_day: date = A_DAY, on: date | None = None, **draft) -> Edition:
    """An edition adopted on a day and in force from a day."""
    edition = a_submitted_edition(from_day=from_day, on=on, **draft)
    return adopt_edition(edition=edition, opinion="", actor=a_head(edition.body), at=Moment.on(on or from_day))


def a_letter(edition: Edition, *, agrees: bool = True, on: date | None = None) -> OutsideReview:
    """The letter of an office that is not in the system, recorded by a drafter of the body."""
    at = Moment.on(on) if on else Moment.now()
    return record_outside_review(
        edition=edition, office_name="示范县市场监督管理局", document_number="示市监函〔2026〕7号", reviewed_on=at.day, agrees=agrees,
        opinion="同意。" if agrees else "请补充抽查比例。", content=A_PDF, file_name="复函.pdf", actor=a_drafter(edition.body), at=at,
    )  # fmt: skip


def a_word_form(words: str = "投诉人：张某某") -> bytes:
    """A form in Word, with the name of whoever made it in its properties."""
    sheet = Sheet(
        title="投诉书", blocks=(Heading("投诉书"), paragraph(words)), dated_on=A_DAY, body_name="示范县", form=True
    )
    return render_docx(sheet)


def a_sample_form(*, body: Body, adopted: bool = False, code: str = "LDJC-01", content: bytes = b"") -> SampleForm:
    """A sample form beside a guide of a new edition, which is adopted or still a draft."""
    the_guides(body)
    drafter, at = a_drafter(body), Moment.now()
    draft = draft_edition(list_kind=ListKind.SERVICE_GUIDES, body=body, copied=True, actor=drafter, at=at)
    made = add_sample_form(
        edition=draft, code=code, title="投诉书示范文本", content=content or a_word_form(), file_name="投诉书.docx",
        actor=drafter, at=at,
    )  # fmt: skip
    if adopted:
        submit_for_review(edition=draft, in_force_from=at.day, opinion="", actor=drafter, at=at)
        adopt_edition(edition=draft, opinion="", actor=a_head(body), at=at)
    return made


def a_policy(
    body: Body, *, draft: Edition | None = None, only: tuple[str, ...] = (), without: tuple[str, ...] = (),
    copied: bool = False, changed: str = "", on: date = A_DAY,
) -> Edition:  # fmt: skip
    """A draft of the body's rules on disclosure with every section but those left out, or a copy with one changed."""
    kind, drafter, at = ListKind.DISCLOSURE_POLICY, a_drafter(body), Moment.on(on)
    sections = [shown for _, shown in list_of(kind).column("section").choices]
    if copied:
        at = Moment.now()
    draft = draft or draft_edition(list_kind=kind, body=body, copied=copied, actor=drafter, at=at)
    for number, section in enumerate(sections, start=1):
        if section in without or (only and section not in only) or (changed and section != changed):
            continue
        cells = {"section": section, "content": f"{section}：本机关的规定{changed}。", "source": ""}
        code = f"GS-{number}"
        known = draft.entries.filter(code=code).first()
        put_entry(edition=draft, entry=known, code=code, cells=cells, official=False, actor=drafter, at=at)
    return draft


def a_legal_office(body: Body) -> Account:
    """A legal reviewer of the body who wrote in none of its drafts."""
    return an_account(role=Role.LEGAL_REVIEWER, body=body, named="孟洁")


def a_policy_put_forward(body: Body, *, on: date = A_DAY) -> Edition:
    """The body's rules on disclosure, whole, waiting for its legal office."""
    draft = a_policy(body, on=on)
    return submit_for_review(edition=draft, in_force_from=on, opinion="", actor=a_drafter(body), at=Moment.on(on))


def an_adopted_policy(body: Body) -> Edition:
    """The same, reviewed by everybody it needs and adopted today."""
    today = clock.today()
    policy = a_policy_put_forward(body, on=today)
    told = {"edition": policy, "opinion": "同意。", "at": Moment.on(today)}
    review_policy(agrees=True, actor=a_legal_office(body), **told)
    a_letter(policy, on=today)
    return adopt_edition(actor=a_head(body), **told)


def the_guides(body: Body | None = None, *, on: date = A_DAY, **changes: str) -> Edition:
    """A guide for every shipped matter of the body, adopted and in force from a day, upon the shipped lists."""
    body = body or a_body()
    if find_in_force(ListKind.MATTERS, body, on) is None:
        the_labour_lists(body, on=on)
    rows = guide_rows(
        body, on, rest_of_guides() | {"remedies": "六十日内申请行政复议。", "hours": "工作日8:30至17:30"} | changes
    )
    people = {"drafter": a_drafter(body), "head": a_head(body)}
    return adopt_list(ListKind.SERVICE_GUIDES, rows, body=body, source="演示", at=Moment.on(on), **people)
