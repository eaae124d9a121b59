"""The file of a case as one PDF: its contents tell true pages, the side volume stays inside, an archived file is closed."""

import io
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.base.press.test_binding import bookmarks
from tests.builders import cases as build
from tests.builders import labour
from tests.builders.directory import an_account
from tests.builders.samples_of_cases import a_closed_case
from tests.builders.signing import all_signed
from tests.cases.refusing import refusal_of
from tests.cases.test_remedies import contested, ended
from yangguang.base import outbox, vault, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.base.press.reading import page_texts
from yangguang.cases.use_cases.append_note import append_note
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.reopen_case import reopen_case
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.restitute import restitute
from yangguang.records.api import (
    ask_for_bound_file,
    attach_signed_page,
    bind_waiting,
    bound_files_of,
    documents_of,
    every_volume,
    evidence_of,
    plan_of,
    verify_evidence,
    void_document,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:47"), pytest.mark.duty("R04")]
UNSIGNED = "当事人下落不明，原件无法取得签名。"
ARCHIVED, AGAIN = date(2026, 11, 17), date(2026, 11, 24)
SEALED = "案卷归档后不得修改、增加、抽取。"


def a_photograph():
    written = io.BytesIO()
    Image.new("RGB", (1600, 1200), "olive").save(written, "JPEG")
    return written.getvalue()


def with_evidence(case):
    """A photograph, a film and a PDF that is broken."""
    stored = (
        ("现场照片", "documentary_evidence", a_photograph(), "photo.jpg"),
        ("执法录像", "audiovisual_material", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "film.mp4"),
        ("工资表", "documentary_evidence", build.PAGE, "wages.pdf"),
    )  # fmt: skip
    with build.on(case.opened_on + build.ONE_DAY, 10) as at:
        for name, kind, content, file_name in stored:
            collect_evidence(
                case_id=case.pk, kind=kind, name=name, source="当事人提供", officers=build.officers_of(case.body),
                proves="加班事实", obtained_on=at.day, certificate_shown=True, content=content, file_name=file_name,
                actor=build.handler_of(case), at=at,
            )  # fmt: skip
    return case


@pytest.fixture
def case():
    return with_evidence(build.with_records(build.an_open_case()))


@pytest.fixture
def closed():
    return a_closed_case(build.an_agency())


def bound_as(case, purpose, day=ARCHIVED, hour=10):
    outbox.deliver_all()
    with build.on(day, hour) as at:
        made = ask_for_bound_file(
            body=case.body, file_ref=case.public_id, purpose=purpose, actor=build.handler_of(case), at=at
        )
        bind_waiting(actor=SYSTEM, at=at)
    made.refresh_from_db()
    assert made.state == "made", made.fault
    return made


def archived(case, hour=9, **told):
    outbox.deliver_all()
    archivist = an_account(role="archivist", body=case.body, named="何静")
    all_signed(case, day=ARCHIVED, hour=hour)
    with build.on(ARCHIVED, hour) as at:
        archive_file(case_id=case.pk, actor=archivist, at=at, **told)
        bind_waiting(actor=SYSTEM, at=at)
    case.refresh_from_db()
    return bound_files_of(case.public_id).get(purpose="archive")


def pdf_of(bound):
    return vault.read(bound.blob)


def faults():
    """What `yangguang verify` says about archived files."""
    return [fault for _, _, found in verifying.run({"archived_files"}) for fault in found]


def last_words(text):
    return text.split()[-1] if text.split() else ""


def test_contents_tell_the_pages_papers_are_really_on(case):
    pdf = pdf_of(bound_as(case, "preview"))
    reader, texts = PdfReader(io.BytesIO(pdf)), page_texts(pdf)
    marks = list(bookmarks(reader))
    for plan in plan_of(case.public_id):
        begins = [page for title, page in marks if title == plan.label][0]
        for entry in plan.entries:
            page = next(page for title, page in marks if title == entry.title and page > begins)
            assert last_words(texts[page]) == str(entry.first), entry.title
            contents = texts[begins + 1 : begins + 3]
            assert any(entry.span in text for text in contents)
    assert len(reader.pages) == sum(plan.pages for plan in plan_of(case.public_id)) + sum(
        "封面" in text or "卷内文件目录" in text or "备考表（" in text for text in texts
    )


def test_photograph_broken_file_and_film_are_each_in_the_file(case):
    text = "\n".join(page_texts(pdf_of(bound_as(case, "preview"))))
    film = evidence_of(case.public_id).get(name="执法录像")
    assert "证据：现场照片" in text
    assert "该存件不能在受限环境中打开排印" in text
    assert film.blob.sha256 in text.replace("\r\n", "")
    assert "音像、电子材料和实物清单" in text


def test_open_file_is_marked_on_every_page(case):
    assert all("未归档" in text for text in page_texts(pdf_of(bound_as(case, "preview"))))


def test_copy_for_parties_holds_nothing_of_the_side_volume(closed):
    whole, copy = bound_as(closed, "preview"), bound_as(closed, "parties", hour=11)
    inside = [one.title for one in documents_of(closed.public_id).filter(volume="side")]
    assert {"立案审批表", "调查终结报告"} <= set(inside)
    text = "\n".join(page_texts(pdf_of(copy)))
    titles = [title for title, _ in bookmarks(PdfReader(io.BytesIO(pdf_of(copy))))]
    assert not set(inside) & set(titles)
    assert "副卷" not in text
    assert "立案审批表" not in text
    assert "建议警告并处罚款" not in text
    assert "建议警告并处罚款" in "\n".join(page_texts(pdf_of(whole)))
    assert all("阅卷副本" in page for page in page_texts(pdf_of(copy)))


def test_archived_file_is_kept_with_its_fingerprint_and_carries_no_mark(closed):
    bound = archived(closed, kept_for="30_years", condition="第3页有折痕。")
    told = LedgerEntry.objects.get(event="FileBound")
    assert told.facts["sha256"] == bound.blob.sha256
    text = "\n".join(page_texts(pdf_of(bound)))
    assert "未归档" not in text
    for words in ("定期30年", "第3页有折痕。", "何静", "2026年11月17日", closed.number):
        assert words in text


def test_archived_file_is_closed_to_papers_pages_and_evidence(closed):
    archived(closed)
    handler, record = build.handler_of(closed), documents_of(closed.public_id).get(kind="interview_record")
    sheet = evidence_of(closed.public_id).get(name="考勤记录")
    with build.on(ARCHIVED, 15) as at:
        tries = (
            lambda: attach_signed_page(document_id=record.pk, content=build.PAGE, file_name="a.pdf", actor=handler, at=at),
            lambda: void_document(document_id=record.pk, reason="错了", actor=handler, at=at),
            lambda: verify_evidence(evidence_id=sheet.pk, verification="再核", actor=handler, at=at),
            lambda: collect_evidence(
                case_id=closed.pk, kind="documentary_evidence", name="补件", source="当事人", proves="x", obtained_on=at.day,
                officers=build.officers_of(closed.body), certificate_shown=True, actor=handler, at=at,
            ),
        )  # fmt: skip
        assert {refusal_of(attempt).reason for attempt in tries} == {SEALED}
    assert faults() == []


def test_paper_that_got_into_an_archived_volume_is_told_by_verify(closed):
    archived(closed)
    documents_of(closed.public_id).filter(kind="interview_record").update(position=999)
    assert any("询问笔录" in fault for fault in faults())


@pytest.mark.history("P9.88")
def test_note_after_archiving_lies_in_a_continuation_volume_and_the_file_stays(closed):
    before = archived(closed).blob.sha256
    archivist = build.person_of(closed.body, "archivist")
    with build.on(ARCHIVED, 15) as at:
        told = {"case_id": closed.pk, "actor": archivist, "at": at}
        assert refusal_of(append_note, about="", words="应为3页。", **told).field == "about"
        assert refusal_of(append_note, about="询问笔录", words=" ", **told).field == "words"
        append_note(about="询问笔录，第3页", words="页面折痕系装订造成。", **told)
    outbox.deliver_all()
    bound = bound_as(closed, "preview", hour=16)
    assert "页面折痕系装订造成。" in "\n".join(page_texts(pdf_of(bound)))
    assert [plan.label for plan in every_volume(closed.public_id)] == ["正卷", "副卷", "续卷1（正卷）"]
    assert bound_files_of(closed.public_id).get(purpose="archive").blob.sha256 == before


@pytest.mark.history("P10.41")
def test_continuation_of_a_reopened_case_is_archived_in_its_turn(closed):
    first = archived(closed)
    ended(contested(closed, day=AGAIN), "annulled", day=AGAIN)
    with build.on(AGAIN, 16) as at:
        reopen_case(
            case_id=closed.pk, paper="示政复决字〔2026〕第12号", reason="决定被撤销。",
            actor=build.person_of(closed.body, "agency_head"), at=at,
        )  # fmt: skip
    with build.on(AGAIN, 17) as at:
        decision = closed.decisions.get()
        restitute(
            decision=decision, amount_fen=decision.fine_fen, things="", returned_on=AGAIN, voucher="退〔2026〕1号",
            proof=vault.store(build.PAGE, media_type="application/pdf"),
            actor=build.handler_of(closed), at=at,
        )  # fmt: skip
        approval = request_end(
            case_id=closed.pk, act="close_case", opinion="建议结案。", ground="annulled", summary="决定已被撤销。",
            recording_note=build.NO_FILM, actor=build.handler_of(closed), at=at,
        )  # fmt: skip
    build.approve(approval, closed.body, AGAIN, hour=18)
    all_signed(closed, day=AGAIN, hour=19)
    with build.on(AGAIN, 20) as at:
        outbox.deliver_all()
        archive_file(case_id=closed.pk, actor=build.person_of(closed.body, "archivist"), at=at)
        bind_waiting(actor=SYSTEM, at=at)
    second = bound_files_of(closed.public_id).filter(purpose="archive").first()
    assert (first.round, second.round) == (0, 1)
    text = "\n".join(page_texts(pdf_of(second)))
    assert "续卷1（副卷）" in text
    assert "示政复决字〔2026〕第12号" in text
    assert pdf_of(first) != pdf_of(second)
    assert faults() == []


def test_preview_of_an_archived_file_is_refused(closed):
    archived(closed)
    with build.on(ARCHIVED, 15) as at:
        refusal = refusal_of(
            ask_for_bound_file, body=closed.body, file_ref=closed.public_id, purpose="preview",
            actor=build.handler_of(closed), at=at,
        )  # fmt: skip
    assert refusal.reason == "案卷已经归档，归档以后没有新的材料。"


def test_voided_paper_keeps_its_place_in_the_side_volume(case):
    record = documents_of(case.public_id).get(kind="interview_record")
    with build.on(build.CONCLUDED) as at:
        void_document(document_id=record.pk, reason="笔录有误。", actor=build.handler_of(case), at=at)
    main, side = plan_of(case.public_id)
    assert f"{record.title}（作废）" in [entry.title for entry in side.entries]
    assert record.title not in [entry.title for entry in main.entries]


def test_binding_that_fails_says_so_and_the_archived_one_is_tried_again(closed, settings):
    outbox.deliver_all()
    archivist = an_account(role="archivist", body=closed.body)
    broken = documents_of(closed.public_id).get(kind="interview_record")
    with build.on(ARCHIVED) as at:
        archive_file(case_id=closed.pk, unsigned_reason=UNSIGNED, actor=archivist, at=at)
        path = vault.path_of(broken.pdf.sha256)
        path.rename(path.with_suffix(".away"))
        assert bind_waiting(actor=SYSTEM, at=at) == 0
        path.with_suffix(".away").rename(path)
    assert bound_files_of(closed.public_id).get().state == "failed"
    with build.on(ARCHIVED, 12) as at:
        assert bind_waiting(actor=SYSTEM, at=at) == 1


@pytest.mark.clause("LSR-2004:9.3")
def test_copy_for_parties_gives_nobody_away_and_keeps_its_page_numbers():
    case, told = labour.an_accepted_complaint(), "万春山"
    with build.on(case.opened_on + build.ONE_DAY) as at:
        officers, handler = build.officers_of(case.body), build.handler_of(case)
        known = {"case_id": case.pk, "officers": officers, "certificate_shown": True, "actor": handler, "at": at}
        interview(
            person=told, person_role="worker", place="示范县滨河路8号", ended_at=at.occurred_at,
            questions=[("你叫什么？", f"{told}。")], proves="欠薪", **known,
        )  # fmt: skip
        for name in (f"{told}的工资条", "考勤表"):
            collect_evidence(
                kind="documentary_evidence", name=name, source=told, proves="欠薪", obtained_on=at.day,
                content=a_photograph(), file_name="a.jpg", **known,
            )  # fmt: skip
    whole, copy = bound_as(case, "preview", day=at.day), bound_as(case, "parties", day=at.day, hour=11)
    text = "\n".join(page_texts(pdf_of(copy))).replace("\r\n", "")
    assert told not in text
    assert text.count("本件涉及举报人、投诉人身份") >= 3
    titles = [title for title, _ in bookmarks(PdfReader(io.BytesIO(pdf_of(copy))))]
    assert not [title for title in titles if told in title]
    main = next(plan for plan in plan_of(case.public_id))
    assert f"{main.pages}页" in text
    assert whole.pages > copy.pages
