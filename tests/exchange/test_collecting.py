"""Lists and reports go up entry by entry and figure by figure, follow what happens to them in public, and are told apart."""

import json

import pytest

from tests.builders import exchange as build
from tests.builders.catalogues import an_adopted_edition
from tests.builders.disclosure import deliver
from tests.builders.reporting import an_adopted_report
from tests.builders.standing import approved, proposed, released, taken_back
from yangguang.base import vault
from yangguang.bulletin.api import PublicList, PublicReport
from yangguang.catalogues.lists.register import list_of
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.exchange.collecting import due_rows
from yangguang.exchange.models import UpwardItem, UpwardRow
from yangguang.exchange.packing import unpacked
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.verifying import batch_faults, public_faults, row_faults
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22")]


@pytest.fixture
def edition(people):
    return an_adopted_edition(body=people.body)


def faults():
    return [*batch_faults(), *row_faults(), *public_faults()]


def file_of(batch, name):
    return json.loads(unpacked(vault.read(batch.files))[f"{name}.json"])


def drafted(people):
    return draft_batch(body=people.body, actor=people.first, at=Moment.now())


def corrected(people, publication):
    """Words of its first entry that may be put right, put right."""
    worded = [one.name for one in list_of(publication.copy["list_kind"]).columns if one.worded]
    old = max((publication.copy["rows"][0]["cells"].get(name, "") for name in worded), key=len)[:6]
    change = proposed(publication, ChangeKind.CORRECT, replacements=[(old, f"{old}（更正）")])
    return approved(change), old


def test_adopted_list_goes_up_once_it_is_released_and_entry_by_entry(people, edition):
    assert drafted(people) is None
    released(edition)
    told = file_of(build.a_handed_batch(people), "lists")
    public = PublicList.objects.get(ref=edition.public_id)
    assert [one["code"] for one in told] == [row["code"] for row in public.rows]
    assert told[0]["title"] == public.title
    assert told[0]["body_code"] == people.body.credit_code
    first = public.columns[0]
    assert f"{first['label']}：{public.rows[0]['cells'][first['name']]}" in told[0]["content"].split("\n")
    assert not faults()
    assert drafted(people) is None


def test_entry_whose_words_were_put_right_goes_up_alone_as_a_correction(people, edition):
    publication = released(edition)
    before = build.a_handed_batch(people)
    _, old = corrected(people, publication)
    after = build.a_handed_batch(people)
    assert {one.action for one in after.rows.all()} == {"correct"}
    assert all(f"{old}（更正）" in one.cells["content"] for one in after.rows.all())
    assert {one.item_id for one in after.rows.all()} <= {one.item_id for one in before.rows.all()}
    assert not faults()


def test_list_that_was_taken_back_is_taken_back_above_with_the_public_reason(people, edition):
    publication = released(edition)
    handed = build.a_handed_batch(people).rows.count()
    taken_back(publication, reason="所依据的文件已经废止。")
    rows = build.a_handed_batch(people).rows
    assert rows.count() == handed
    assert {one.action for one in rows.all()} == {"withdraw"}
    assert {one.cells["reason"] for one in rows.all()} == {"所依据的文件已经废止。"}
    assert all(set(one.cells) == {"ref", "code", "body_name", "body_code", "reason"} for one in rows.all())
    assert not faults()
    assert drafted(people) is None


def test_what_was_handed_up_of_a_list_and_never_public_is_told(people, edition):
    released(edition)
    build.a_handed_batch(people)
    row = UpwardRow.objects.order_by("pk").first()
    UpwardRow.objects.filter(pk=row.pk).update(source_digest="0" * 64)
    (fault,) = [*public_faults()]
    assert "不是报送时公开的内容" in fault


def test_entries_of_one_code_in_two_editions_are_two_things(people, edition):
    released(edition)
    build.a_handed_batch(people)
    second = an_adopted_edition(body=people.body, from_day=Moment.now().day, copied=True, codes=(), version="第二版")
    released(second)
    batch = build.a_handed_batch(people)
    ours = batch.rows.filter(item__source_ref=second.public_id)
    assert {one.action for one in ours} == {"new"}
    shared = UpwardItem.objects.filter(part=ours.first().item.part, collector=people.body)
    assert {one.source_ref for one in shared} == {edition.public_id, second.public_id}
    ended = batch.rows.filter(item__source_ref=edition.public_id)
    assert {one.action for one in ended} == {"correct"}
    assert all(one.cells["superseded_from"] for one in ended)
    assert not faults()


def test_report_goes_up_figure_by_figure_and_no_figure_is_left_out(people):
    report = an_adopted_report(people.body)
    deliver()
    told = file_of(build.a_handed_batch(people), "reports")
    public = PublicReport.objects.get(ref=report.public_id)
    figures = [
        (table["title"], column["label"], str(column["shown"]))
        for table in public.content["tables"]
        for column in table["columns"]
    ]
    assert [(one["table"], one["column"], one["value"]) for one in told] == figures
    assert {(one["year"], one["version"]) for one in told} == {(str(public.year), str(public.version))}
    assert not faults()
    assert drafted(people) is None


def test_report_that_is_no_longer_public_is_taken_back_above(people):
    report = an_adopted_report(people.body)
    deliver()
    build.a_handed_batch(people)
    PublicReport.objects.filter(ref=report.public_id).delete()
    rows = due_rows(people.body, [people.body])
    assert {row.action for row in rows} == {"withdraw"}
    assert {row.cells["reason"] for row in rows} == {"已经停止公开"}
    assert all(set(row.cells) <= {"ref", "year", "version", "body_name", "body_code", "reason"} for row in rows)


def test_body_without_its_credit_code_is_told_on_every_row_what_to_do(people, edition):
    people.body.credit_code = ""
    people.body.save(update_fields=["credit_code"])
    released(edition)
    rows = due_rows(people.body, [people.body])
    assert rows
    assert {tuple(row.missing) for row in rows} == {("body_code",)}
    assert {row.state for row in rows} == {"lacking"}


def test_lists_and_reports_of_a_body_that_is_not_collected_stay_out(people, edition):
    released(edition)
    an_adopted_report(people.body)
    deliver()
    assert due_rows(people.body, []) == []
