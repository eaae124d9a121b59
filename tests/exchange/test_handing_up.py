"""What is public goes up in numbered, signed batches, whoever collects it; nothing else does, and changes go up again."""

import json

import pytest

from tests.builders import exchange as build
from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import a_publication, an_examination, prepare, release, the_people, withdraw
from yangguang.base import vault
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.exchange import collecting, folders
from yangguang.exchange.models import UpwardBatch, UpwardItem, UpwardRow
from yangguang.exchange.packing import unpacked
from yangguang.exchange.plugs import draft_daily
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.hand_over_batch import hand_over_batch
from yangguang.exchange.use_cases.mend_item import mend_item
from yangguang.exchange.verifying import batch_faults, public_faults, row_faults
from yangguang.kernel import disk
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22")]


def faults():
    return [*batch_faults(), *row_faults(), *public_faults()]


def files_of(batch):
    return unpacked(vault.read(batch.files))


def test_a_published_decision_goes_up_and_what_is_not_public_does_not(people):
    public = a_publication(people, state="published")
    a_publication(people, state="prepared")
    a_publication(people)
    a_publication(people, state="withdrawn")
    batch = build.a_handed_batch(people)
    (told,) = json.loads(files_of(batch)["decisions.json"])
    assert told["number"] == public.decision.number
    assert (told["action"], told["row"], told["body_code"]) == ("新增", "1", people.body.credit_code)
    assert not faults()


def test_a_file_says_nothing_the_public_copy_hides(people):
    a_publication(people, state="published")
    everything = b"".join(files_of(build.a_handed_batch(people)).values()).decode("utf-8", "replace")
    for hidden in ("王小芸", "康平", "110101199003071233", "13800138000"):
        assert hidden not in everything


def test_a_row_of_the_credit_site_waits_for_what_only_people_know(people):
    row = build.a_row(people, state="lacking")
    assert row.missing == ["CF_YXQ"]
    build.add_what_people_know(row, people)
    batch = build.a_handed_batch(people)
    (told,) = json.loads(files_of(batch)["penalties.json"])
    assert told["CF_YXQ"] == "2099/12/31"
    assert not faults()


def test_a_lacking_row_stays_behind_and_the_rest_goes(people):
    build.a_row(people, state="lacking")
    batch = build.a_handed_batch(people)
    assert [one.item.kind for one in batch.rows.all()] == ["decisions"]
    assert build.a_drafted_batch(people).rows.get().state == "lacking"


def test_what_went_up_does_not_go_up_again(people):
    build.a_row(people, state="handed")
    build.add_what_people_know(build.a_drafted_batch(people).rows.get(), people)
    build.a_handed_batch(people)
    assert draft_batch(body=people.body, actor=people.first, at=Moment.now()) is None
    assert not UpwardBatch.objects.filter(number=None).exists()


def test_batches_are_numbered_and_each_names_the_one_before(people):
    first = build.a_row(people, state="handed").batch
    a_publication(people, state="published")
    second = build.a_handed_batch(people)
    assert (first.number, second.number) == (1, 2)
    assert second.previous == first.manifest_digest
    assert not faults()


def corrected(publication, people):
    prepare_correction(
        publication_id=publication.pk, reason="用语不准确", replacements=[("违法延长", "超过法定限度延长")],
        examination=an_examination(), actor=people.first, at=Moment.now(),
    )  # fmt: skip
    release(publication, people)


def test_a_corrected_publication_goes_up_as_a_correction(people):
    publication = a_publication(people, state="published")
    build.a_handed_batch(people)
    corrected(publication, people)
    row = build.a_handed_batch(people).rows.get(item__kind="decisions")
    assert row.action == "correct"
    assert "超过法定限度延长" in row.cells["title"]
    assert not faults()


def test_what_the_upper_platform_never_took_goes_up_as_new_again(people):
    publication = a_publication(people, state="published")
    first = build.a_handed_batch(people)
    corrected(publication, people)
    second = build.a_handed_batch(people)
    build.take(people, build.a_receipt(first, {1: "接口超时"}))
    build.take(people, build.a_receipt(second, {1: "没有可以更正的数据"}, serial=2))
    row = second.rows.get(item__kind="decisions")
    mend_item(item=row.item, added={}, again=True, note="上级平台没有收到", actor=people.first, at=Moment.now())
    assert build.a_handed_batch(people).rows.get(item=row.item).action == "new"
    assert not faults()


def test_a_withdrawn_publication_goes_up_as_a_withdrawal_that_says_no_more_than_its_number(people):
    publication = a_publication(people, state="published")
    build.a_handed_batch(people)
    withdraw(publication, people)
    row = build.a_handed_batch(people).rows.get(item__kind="decisions")
    assert row.action == "withdraw"
    assert set(row.cells) == {"ref", "number", "body_name", "body_code", "reason"}
    assert "复议机关撤销原决定" in row.cells["reason"]
    assert not faults()


def test_what_was_never_above_is_not_withdrawn_there(people):
    publication = a_publication(people, state="published")
    build.a_drafted_batch(people)
    withdraw(publication, people)
    assert draft_batch(body=people.body, actor=people.first, at=Moment.now()) is None


def test_what_nobody_may_read_any_more_goes_before_everything_else(people, monkeypatch):
    first = a_publication(people, state="published")
    build.take(people, build.a_receipt(build.a_handed_batch(people)))
    a_publication(people, state="published")
    withdraw(first, people)
    monkeypatch.setattr(collecting, "MOST_ROWS", 2)
    rows = build.a_drafted_batch(people).rows.order_by("pk")
    assert [one.action for one in rows] == ["withdraw", "new"]
    assert [one.state for one in rows] == ["drafted", "drafted"]


def test_draft_for_another_platform_is_not_handed_over(people):
    a_publication(people, state="published")
    draft = build.a_drafted_batch(people)
    UpwardBatch.objects.filter(pk=draft.pk).update(platform="原来的平台")
    with pytest.raises(Refused, match="上级平台的设定有变化"):
        hand_over_batch(batch=draft, actor=people.first, at=Moment.now())


def test_lost_key_is_not_replaced_in_silence(people):
    a_publication(people, state="published")
    build.a_handed_batch(people)
    kept = (folders.folder() / "key").read_bytes()
    (folders.folder() / "key").unlink()
    a_publication(people, state="published")
    with pytest.raises(Refused, match="签名密钥"):
        build.a_handed_batch(people)
    assert any("签名不对" in one for one in faults())
    assert not (folders.folder() / "key").exists()
    disk.write_durably(folders.folder() / "key", kept, mode=0o600)
    assert not faults()


def test_a_draft_that_was_overtaken_is_not_handed_over(people):
    publication = a_publication(people, state="published")
    batch = build.a_drafted_batch(people)
    withdraw(publication, people)
    with pytest.raises(Refused, match="有变化"):
        hand_over_batch(batch=batch, actor=people.first, at=Moment.now())
    assert not UpwardBatch.objects.exclude(number=None).exists()


def test_bodies_beneath_are_collected_and_nothing_goes_up_twice():
    county = a_body(named="示范县人民政府", mark="示政")
    above = build.a_collector(county)
    beneath, apart = (
        the_people(a_body(named=name, mark=name[3:5], under=county)) for name in ("示范县城管局", "示范县水利局")
    )
    for people in (beneath, apart):
        people.body.credit_code = build.CREDIT_CODE
        people.body.save(update_fields=["credit_code"])
        a_publication(people, state="published")
    build.hands_up(apart.body)
    assert {one.item.body for one in build.a_handed_batch(above).rows.all()} == {beneath.body}
    assert {one.item.body for one in build.a_handed_batch(apart).rows.all()} == {apart.body}


def test_only_a_publisher_of_the_collecting_body_hands_over(people):
    a_publication(people, state="published")
    batch = build.a_drafted_batch(people)
    other = the_people()
    for actor in (other.first, people.head, an_account(role=Role.CASE_HANDLER, body=people.body)):
        with pytest.raises(Refused, match="公示员"):
            hand_over_batch(batch=batch, actor=actor, at=Moment.now())


def test_a_body_without_a_platform_is_told_where_to_set_it():
    people = the_people()
    with pytest.raises(Refused, match="本地参数"):
        draft_batch(body=people.body, actor=people.first, at=Moment.now())


def test_the_days_job_drafts_for_every_collecting_body(people):
    a_publication(people, state="published")
    assert draft_daily() == 1
    assert UpwardRow.objects.filter(state="drafted").count() == 1
    assert draft_daily() == 1
    assert UpwardBatch.objects.count() == 1


def test_the_front_end_finds_every_file_and_the_manifest_fits(people):
    batch = build.a_row(people, state="handed").batch
    place = folders.outbox() / batch.code
    assert {one.name for one in place.iterdir()} == {
        "decisions.csv", "decisions.json", "decisions.xlsx", "manifest.json", "manifest.sig",
    }  # fmt: skip
    assert {one.name: one.read_bytes() for one in place.iterdir()} == files_of(batch)


@pytest.mark.parametrize("kind", ["cells", "number", "public"])
def test_verify_tells_what_was_altered_afterwards(people, kind):
    row = build.a_row(people, state="handed")
    if kind == "cells":
        UpwardRow.objects.filter(pk=row.pk).update(cells=row.cells | {"title": "别的案由"})
    elif kind == "number":
        UpwardBatch.objects.filter(pk=row.batch_id).update(number=3)
    else:
        UpwardRow.objects.filter(pk=row.pk).update(source_digest="0" * 64)
    assert faults()


def test_verify_tells_what_went_up_while_it_was_down(people):
    publication = a_publication(people, state="published")
    withdraw(publication, people)
    prepared = a_publication(people)
    prepare(prepared, people)
    release(prepared, people)
    batch = build.a_handed_batch(people)
    UpwardItem.objects.update(source_ref=publication.notice_ref)
    assert [*public_faults()]
    assert batch.rows.count() == 1
