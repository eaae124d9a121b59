"""Sample forms as files: beside a guide of a draft, adopted with it, public as copies, replaced and removed with trace (D09, D11)."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders.catalogues import a_drafter, a_head, a_sample_form, a_word_form, the_guides
from tests.builders.directory import a_body
from tests.builders.disclosure import deliver
from tests.builders.standing import approved, proposed, released, taken_back
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import PublicGuide, pages_on_disk, put_board
from yangguang.bulletin.bundles import contents as bundled
from yangguang.catalogues.hands import hands_of
from yangguang.catalogues.models import SampleForm
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import changes_between
from yangguang.catalogues.use_cases.add_sample_form import add_sample_form
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.discard_draft import discard_draft
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.remove_sample_form import remove_sample_form
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11"), pytest.mark.clause("TSO-2018:service_guides")]


@pytest.fixture
def body():
    return a_body()


def add(edition, body, content=None, *, title="投诉书示范文本", code="LDJC-01", actor=None):
    told = {"title": title, "content": content or a_word_form(), "file_name": "投诉书.docx"}
    return add_sample_form(edition=edition, code=code, actor=actor or a_drafter(body), at=Moment.now(), **told)


def test_form_is_adopted_with_the_guide_and_public_with_name_kind_and_size(client, body, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    form = a_sample_form(body=body, adopted=True)
    released(form.edition)
    row = form.edition.entries.get(code="LDJC-01")
    page = client.get(f"/guides/{row.public_id}").content.decode()
    assert "投诉书示范文本" in page
    assert "DOCX" in page
    assert "KB" in page
    answer = client.get(f"/guides/{row.public_id}/files/file-1")
    assert answer.content.startswith(b"PK")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert any(form.blob.sha256 in name for name, _ in bundled.files())
    assert PublicGuide.objects.get(ref=row.public_id).files[0]["sha256"] == form.blob.sha256
    other = form.edition.entries.get(code="LDJC-02")
    assert client.get(f"/guides/{other.public_id}/files/file-1").status_code == 404
    texts = dict.fromkeys(("place", "hours", "phone", "complaints"), "一楼大厅")
    put_board(body.public_id, body_name=body.name, content={**texts, "services": [], "notices": [], "windows": []})
    board = client.get(f"/windows/{body.public_id}").content.decode()
    assert f"/guides/{row.public_id}/files/file-1" in board
    assert "投诉书示范文本" in board


def test_form_of_a_guide_that_was_taken_back_is_gone_and_comes_back_with_it(client, body, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    form = a_sample_form(body=body, adopted=True)
    publication = released(form.edition)
    guide = PublicGuide.objects.get(code="LDJC-01")
    place, address = pages_on_disk.list_file_of(form.blob.sha256, "file.docx"), f"/guides/{guide.ref}/files/file-1"
    assert (place.exists(), client.get(address).status_code) == (True, 200)
    down = taken_back(publication)
    guide.refresh_from_db()
    assert (place.exists(), client.get(address).status_code, guide.files) == (False, 410, [])
    assert verified() == []
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    assert (place.exists(), client.get(address).status_code) == (True, 200)
    assert verified() == []


def verified():
    checks = {"standing_publications", "public_pages"}
    return [fault for _, _, faults in verifying.run(checks) for fault in faults if "guides" not in fault]


def test_draft_form_is_not_public_and_goes_with_the_draft(client, body):
    form = a_sample_form(body=body)
    deliver()
    assert all(guide.files == [] for guide in PublicGuide.objects.order_by("pk"))
    discard_draft(edition=form.edition, actor=a_drafter(body), at=Moment.now())
    assert not SampleForm.objects.exists()


def test_next_edition_carries_the_form_and_a_replaced_one_shows_in_the_comparison(body):
    form = a_sample_form(body=body, adopted=True)
    drafter, at = a_drafter(body), Moment.on(date(2026, 11, 19))
    draft = draft_edition(list_kind=ListKind.SERVICE_GUIDES, body=body, copied=True, actor=drafter, at=at)
    copied = draft.sample_forms.get()
    assert copied.blob == form.blob
    replaced = add(draft, body, a_word_form("投诉人：李某某"))
    assert draft.sample_forms.get().pk == replaced.pk
    line = LedgerEntry.objects.filter(event="SampleFormAdded").order_by("pk").last()
    assert line.facts["replaces"] == form.blob.sha256
    changed = [row for row in changes_between(form.edition, draft) if row.columns]
    assert [(row.code, row.columns) for row in changed] == [("LDJC-01", ("sample_forms",))]
    assert form.edition.sample_forms.get().blob == form.blob


def test_removed_form_leaves_its_line_and_stays_in_the_edition_before(body):
    form = a_sample_form(body=body, adopted=True)
    at = Moment.on(date(2026, 11, 19))
    draft = draft_edition(list_kind=ListKind.SERVICE_GUIDES, body=body, copied=True, actor=a_drafter(body), at=at)
    remove_sample_form(form=draft.sample_forms.get(), actor=a_drafter(body), at=Moment.now())
    assert LedgerEntry.objects.filter(event="SampleFormRemoved").get().facts["sha256"] == form.blob.sha256
    assert SampleForm.objects.get() == form


def test_form_of_an_adopted_edition_is_fixed(body):
    form = a_sample_form(body=body, adopted=True)
    with pytest.raises(Refused, match="不能再改"):
        add(form.edition, body)
    with pytest.raises(Refused, match="不能再改"):
        remove_sample_form(form=form, actor=a_drafter(body), at=Moment.now())


def test_form_put_in_after_the_submission_is_refused(body):
    form = a_sample_form(body=body)
    submit_for_review(
        edition=form.edition, in_force_from=date(2026, 11, 18), opinion="", actor=a_drafter(body), at=Moment.now()
    )
    with pytest.raises(Refused, match="不能再改"):
        add(form.edition, body, title="委托书")
    adopt_edition(edition=form.edition, opinion="", actor=a_head(body), at=Moment.now())


def test_form_by_a_stranger_or_for_no_guide_is_refused(body):
    form = a_sample_form(body=body)
    with pytest.raises(Refused, match="您不能修改"):
        add(form.edition, body, actor=a_drafter(a_body()))
    with pytest.raises(Refused, match="只有服务指南的条目"):
        add(form.edition, body, code="X-9")


def test_drafter_uploads_and_removes_a_form_and_a_hostile_file_is_refused_on_the_form(client, body):
    the_guides(body)
    drafter = a_drafter(body)
    draft = draft_edition(list_kind=ListKind.SERVICE_GUIDES, body=body, copied=True, actor=drafter, at=Moment.now())
    client.force_login(drafter)
    row = draft.entries.get(code="LDJC-01")
    place = reverse("catalogues:add_sample_form", args=[row.public_id])
    assert "DOCX、PDF、XLSX" in client.get(place).content.decode()
    hostile = {"title": "投诉书", "file": SimpleUploadedFile("投诉书.docx", b"MZ not a word file")}
    assert "种类不符" in client.post(place, hostile).content.decode()
    assert not SampleForm.objects.exists()
    client.post(place, {"title": "投诉书", "file": SimpleUploadedFile("投诉书.docx", a_word_form())})
    form = SampleForm.objects.get()
    page = client.get(reverse("catalogues:entry", args=[row.public_id])).content.decode()
    assert reverse("catalogues:sample_form", args=[form.public_id]) in page
    assert client.get(reverse("catalogues:sample_form", args=[form.public_id])).content.startswith(b"PK")
    client.post(reverse("catalogues:remove_sample_form", args=[form.public_id]))
    assert not SampleForm.objects.exists()


def test_who_puts_in_or_removes_a_form_has_written_in_the_edition(body):
    form = a_sample_form(body=body)
    helper, remover = a_drafter(body), a_drafter(body)
    added = add(form.edition, body, title="另一份示范文本", actor=helper)
    remove_sample_form(form=added, actor=remover, at=Moment.now())
    written = {ref for ref, _ in hands_of(form.edition).writers}
    assert {helper.actor_ref, remover.actor_ref} <= written
