"""A PDF from outside leaves only as what was rebuilt of it, looked at, confirmed by one and released by another."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader, PdfWriter

from tests.builders.directory import code_for
from tests.builders.disclosure import a_foreign_paper, a_pdf, deliver, prepare, release, the_people, withdraw
from yangguang.base import vault
from yangguang.base.press.rebuilding import Box
from yangguang.bulletin.api import copy_of, html_of, notice_by_ref, pages_on_disk
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.plugs.invariants import public_pages
from yangguang.disclosure.use_cases.blacken_foreign_paper import blacken_foreign_paper
from yangguang.disclosure.use_cases.settle_foreign_paper import settle_foreign_paper
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]
BOX = Box(1, 0.1, 0.5, 0.4, 0.6)


def blacken(paper, people, boxes=(BOX,)):
    return blacken_foreign_paper(paper_id=paper.pk, boxes=boxes, actor=people.first, at=Moment.now())


def confirm(paper, by, *, publish=True):
    paper.refresh_from_db()
    return settle_foreign_paper(
        paper_id=paper.pk, publish=publish, made=paper.made.sha256 if paper.made else "", actor=by, at=Moment.now()
    )


def attached(ref):
    return pages_on_disk.attachment_of(ref, 1)


def test_confirmed_paper_is_public_as_pictures_and_goes_with_the_withdrawal(client, people, pending):
    paper = a_foreign_paper(pending, people)
    blacken(paper, people)
    confirm(paper, people.first)
    prepare(pending, people)
    release(pending, people)
    notice = notice_by_ref(pending.notice_ref)
    paper.refresh_from_db()
    assert notice.attachments == [["决定书扫描件", paper.made.sha256]]
    assert b'"attachments"' in copy_of(notice).canonical()
    assert "?attachment=1" in html_of(notice)
    public = client.get(f"/decisions/{pending.notice_ref}/decision.pdf?attachment=1")
    assert [page.extract_text() for page in PdfReader(io.BytesIO(public.content)).pages] == [""]
    assert public.content == attached(pending.notice_ref).read_bytes() == vault.read(paper.made)
    assert client.get(f"/decisions/{pending.notice_ref}/decision.pdf?attachment=2").status_code == 404
    assert list(public_pages()) == []
    pending.refresh_from_db()
    withdraw(pending, people)
    deliver()
    assert not attached(pending.notice_ref).exists()
    assert notice_by_ref(pending.notice_ref).attachments == []


def test_copy_without_attachments_says_nothing_of_them(people, published):
    assert b"attachments" not in copy_of(notice_by_ref(published.notice_ref)).canonical()


def test_what_is_known_is_blackened_beside_what_was_drawn(people, pending):
    paper = blacken(a_foreign_paper(pending, people, content=a_pdf("经查，证人王小芸的电话13800138000。")), people)
    assert (paper.hidden, paper.boxes, paper.confirmed_on) == (2, [[1, 0.1, 0.5, 0.4, 0.6]], None)


def test_paper_that_is_open_stops_the_release(people, prepared):
    paper = a_foreign_paper(prepared, people)
    with pytest.raises(Refused, match="还有外来附件没有确认"):
        release(prepared, people)
    confirm(paper, people.first, publish=False)
    release(prepared, people)
    assert notice_by_ref(prepared.notice_ref).attachments == []


def test_one_who_confirmed_a_paper_does_not_release_it(people, prepared):
    paper = a_foreign_paper(prepared, people)
    blacken(paper, people)
    confirm(paper, people.second)
    with pytest.raises(Refused, match="应当由另一人确认") as refusal:
        release(prepared, people)
    assert (refusal.value.clause, refusal.value.remedy) == ("APL-2021:50", "请编制人重新确认附件，再由您发布。")
    confirm(paper, people.first)
    release(prepared, people)
    assert notice_by_ref(prepared.notice_ref).attachments


def test_box_drawn_after_the_preview_asks_for_another_look(people, pending):
    paper = blacken(a_foreign_paper(pending, people), people)
    seen = paper.made.sha256
    confirm(paper, people.first)
    changed = blacken(paper, people, boxes=())
    assert changed.confirmed_on is None
    with pytest.raises(Refused, match="遮盖后来又改过"):
        settle_foreign_paper(paper_id=paper.pk, publish=True, made=seen, actor=people.first, at=Moment.now())


def no_more(paper, by):
    with pytest.raises(Refused) as refusal:
        blacken_foreign_paper(paper_id=paper.pk, boxes=(), actor=by, at=Moment.now())
    assert refusal.value.clause == "APL-2021:48.1"
    return refusal.value.reason, refusal.value.remedy


def test_paper_that_is_settled_for_good_says_what_to_do_instead(people, pending, published):
    assert no_more(a_foreign_paper(pending, people), people.head)[1] == "请由本机关的公示员办理。"
    dropped = confirm(a_foreign_paper(pending, people), people.first, publish=False)
    told = ("这份附件已经决定不公开。", "仍要公开的，请在“外来附件”中重新收入这份 PDF。")
    assert no_more(dropped, people.first) == told
    paper = a_foreign_paper(published, people)
    withdraw(published, people)
    told = ("这条公示信息已撤回，不能再办理附件。", "公示信息不再公开，附件也不公开，不需要再遮盖、确认。")
    assert no_more(paper, people.first) == told
    with pytest.raises(Refused, match="已撤回，不能再加附件.*不需要再遮盖"):
        a_foreign_paper(published, people)


def locked():
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("content", [b"%PDF-1.7 nothing", locked(), b"PK\x03\x04 no pdf", b"%PDF-1.4\n" + b"1 0 obj<<>>" * 50],
                         ids=["damaged", "locked", "other", "hollow"])  # fmt: skip
def test_hostile_file_is_refused_and_not_taken_in(people, pending, content):
    with pytest.raises(Refused, match="打不开|不符"):
        a_foreign_paper(pending, people, content=content)
    assert not ForeignPaper.objects.exists()


def test_public_name_of_a_paper_says_nobody(people, pending):
    with pytest.raises(Refused, match="附件名称会公开"):
        a_foreign_paper(pending, people, label="王小芸笔录")


def test_paper_is_uploaded_blackened_and_confirmed_on_the_desk(client, people, pending):
    client.force_login(people.first)
    file = io.BytesIO(a_pdf())
    file.name = "scan.pdf"
    came = client.post(
        reverse("disclosure:foreign_papers", args=[pending.public_id]), {"label": "扫描件", "file": file}
    )
    paper = ForeignPaper.objects.get()
    assert came.url == reverse("disclosure:foreign_paper", args=[paper.public_id])
    wrong = client.post(came.url, {"boxes": "1:10,20"}).content.decode()
    assert "不是“页:左,上,右,下”" in wrong
    assert "1:10,20" in wrong
    assert client.post(came.url, {"boxes": "1:10,20,35.5,24\n"}).status_code == 302
    paper.refresh_from_db()
    told = client.get(came.url).content.decode()
    assert "1:10,20,35.5,24" in told
    assert told.count("data:image/jpeg;base64,") == 2
    settling = reverse("disclosure:settle_foreign_paper", args=[paper.public_id])
    assert client.post(settling, {"publish": "yes", "made": paper.made.sha256}).status_code == 302
    assert "已确认" in client.get(reverse("disclosure:foreign_papers", args=[pending.public_id])).content.decode()
    client.force_login(people.second)
    prepare(pending, people)
    assert "扫描件" in client.get(reverse("disclosure:release", args=[pending.public_id])).content.decode()
    given = {"code": code_for(people.second)}
    assert client.post(reverse("disclosure:release", args=[pending.public_id]), given).status_code == 302
    client.force_login(the_people().first)
    assert client.get(came.url).status_code == 404
