"""What was taken back appears nowhere else: files, guides, feeds, open data, search, boards, export; the log says so (D16)."""

import json
import os
import signal
from datetime import timedelta

import pytest
from django.db import connections

from tests.builders.catalogues import an_adopted_edition, the_guides
from tests.builders.directory import a_body, an_account, an_officer
from tests.builders.disclosure import deliver
from tests.builders.standing import WHY, approved, officer_taken_back, proposed, released, taken_back
from yangguang.base import verifying
from yangguang.base.models import LogLeaf
from yangguang.base.tlog.leaves import LeafType
from yangguang.bulletin.api import (
    ListStatus,
    PublicBoard,
    PublicGuide,
    PublicList,
    PublicOfficer,
    list_copies,
    list_files,
    open_data,
    pages_on_disk,
)
from yangguang.bulletin.open_data_sets import DATA_SETS
from yangguang.bulletin.rules.entries import KINDS as ENTRIES
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import adopt_list
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.portal.static_export import export

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16")]
CHECKED = {"standing_publications", "standing_people", "public_pages", "log_pages", "log_lists", "open_data"}
SUFFIXES = (*list_files.FORMATS, "snapshot", "tlog-proof")


def faults():
    """What `verify` says of everything this concerns."""
    return [line for _, _, found in verifying.run(CHECKED) for line in found]


def open_rows(name):
    """Rows of an open data set as they would be written now."""
    return list(next(one for one in DATA_SETS if one.name == name).rows())


def test_list_taken_back_is_gone_from_files_pages_feeds_open_data_and_export(client, tmp_path, settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    publication = released(an_adopted_edition(body=a_body()))
    write_log()
    open_data.make()
    for suffix in SUFFIXES:
        assert client.get(f"/lists/{publication.ref}/files/{suffix}").status_code == 200
    export(tmp_path / "site")
    assert faults() == []
    title = PublicList.objects.get().title

    taken_back(publication)
    assert open_data.index() is None, "nothing is given out until it is made anew"
    write_log()
    open_data.make()
    for address in (f"/lists/{publication.ref}", f"/lists/{publication.ref}/compare"):
        response = client.get(address)
        assert response.status_code == 410
        assert WHY in response.content.decode()
        assert "LD-01" not in response.content.decode()
    for suffix in SUFFIXES:
        assert client.get(f"/lists/{publication.ref}/files/{suffix}").status_code == 410
    assert list_files.files_of(publication.ref) == []
    assert not pages_on_disk.list_file_of(publication.ref, list_files.PROOF).exists()
    assert PublicList.objects.get().files == {}
    for page in (
        "/lists/",
        f"/lists/?q={title[:4]}",
        f"/bodies/{publication.body.public_id}",
        "/",
        f"/search?q={title[:4]}",
    ):
        assert f"/lists/{publication.ref}" not in client.get(page).content.decode()
    (told,) = json.loads(client.get("/feeds/lists.json").content)["items"]
    assert (told["title"], told["content_text"]) == (f"已撤回：{title}", WHY)
    assert open_rows("lists") == []
    assert [row["number"] for row in open_rows("taken-down")] == [title]
    export(tmp_path / "site")
    left = {path.name for path in (tmp_path / "site" / "lists").rglob("*") if path.is_file()}
    assert left == {"index.html", f"{publication.ref}.html", *(f"{kind}.html" for kind in ENTRIES)}
    assert WHY in (tmp_path / "site" / "lists" / f"{publication.ref}.html").read_text()
    leaves = list(LogLeaf.objects.filter(subject_ref=publication.ref).order_by("version"))
    assert [(leaf.kind, leaf.ground) for leaf in leaves] == [
        (LeafType.LIST_SNAPSHOT, ""),
        (LeafType.WITHDRAW, "mistaken"),
    ]
    assert not any(leaf.salt for leaf in leaves)
    assert faults() == []


def test_corrected_list_has_new_files_a_new_leaf_and_a_feed_entry(client):
    publication = released(an_adopted_edition(body=a_body()))
    write_log()
    old = publication.copy["rows"][0]["cells"]["violation"]
    approved(proposed(publication, ChangeKind.CORRECT, replacements=[(old, f"{old}（补正）")]), delivered=False)
    deliver()
    write_log()
    assert f"{old}（补正）" in client.get(f"/lists/{publication.ref}/files/csv").content.decode()
    kinds = LogLeaf.objects.filter(subject_ref=publication.ref).order_by("version").values_list("kind", flat=True)
    assert list(kinds) == [LeafType.LIST_SNAPSHOT, LeafType.CORRECT]
    assert "更正：" in client.get("/feeds/lists.json").content.decode()
    assert faults() == []


def test_withdrawal_that_overtakes_the_release_shows_nothing_at_all(client):
    publication = released(an_adopted_edition(body=a_body()), delivered=False)
    approved(proposed(publication, ChangeKind.WITHDRAW), delivered=False)
    deliver()
    assert client.get(f"/lists/{publication.ref}").status_code == 410
    assert PublicList.objects.get().rows == []
    assert faults() == []


def test_guides_of_a_list_taken_back_go_with_their_papers_and_come_back(client):
    edition = the_guides()
    publication = released(edition)
    row = edition.entries.order_by("position", "pk").first()
    down = taken_back(publication)
    guide = PublicGuide.objects.get(ref=row.public_id)
    assert (guide.cells, guide.forms, guide.words) == ([], [], "")
    assert "/guides/" + row.public_id not in client.get("/guides/").content.decode()
    assert not list(pages_on_disk.list_file_of("x", "x").parent.parent.rglob("*.pdf"))
    assert faults() == []
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    assert client.get(f"/guides/{row.public_id}/files/guide").content.startswith(b"%PDF")
    assert faults() == []


def test_officer_taken_back_stands_in_no_list_no_board_no_search_and_no_open_data(client):
    body = a_body()
    officer, colleague = an_officer(body=body, named="王海涛"), an_officer(body=body, named="赵文斌")
    clerk = an_account(role="window_clerk", body=body)
    board = word_board(
        body=body, place="1楼", hours="8:30", phone="12333", services="领取文书｜身份证｜当场办理", notices=[], actor=clerk,
        at=Moment.now(),
    )  # fmt: skip
    today = clock.today()
    post_window(board=board, label="1号窗口", officer=officer, duties="登记", from_day=today, until_day=today, actor=clerk,
                at=Moment.now())  # fmt: skip
    people = {"drafter": an_account(role="legal_reviewer", body=body, named="周敏"),
              "head": an_account(role="agency_head", body=body, named="高建华")}  # fmt: skip
    edition = adopt_list(ListKind.OFFICERS, None, body=body, source="", at=Moment.now(), **people)
    released(edition)
    number = officer.certificates.get().number
    assert number in str(PublicList.objects.get(ref=edition.public_id).rows)
    assert number in str(PublicBoard.objects.get().content)

    publication = officer_taken_back(officer)
    write_log()
    rows = PublicList.objects.get(ref=edition.public_id).rows
    assert [row["cells"]["name"] for row in rows] == ["赵文斌"]
    assert "王海涛" not in client.get(f"/lists/{edition.public_id}/files/csv").content.decode()
    assert number not in str(PublicBoard.objects.get().content)
    for page in ("/officers/?q=王海涛", f"/officers/?number={number}", f"/officers/?body={body.public_id}"):
        assert f"/officers/{officer.public_id}" not in client.get(page).content.decode()
    assert [row["ref"] for row in open_rows("officers")] == [colleague.public_id]
    leaves = LogLeaf.objects.filter(subject_ref=officer.public_id).order_by("version")
    assert list(leaves.values_list("kind", flat=True)) == [LeafType.LIST_SNAPSHOT, LeafType.WITHDRAW]
    assert faults() == []
    second = adopt_list(
        ListKind.OFFICERS, None, body=body, source="", at=Moment.on(today + timedelta(days=1)), **people
    )
    released(second, late_reason="")
    assert "王海涛" not in str(PublicList.objects.get(ref=second.public_id).rows)
    assert publication.ref == officer.public_id


def test_verify_finds_what_was_left_or_altered():
    gone, stands = (released(an_adopted_edition(body=a_body(named=name, mark=name))) for name in ("甲局", "乙局"))
    officer = an_officer(named="王海涛")
    officer_taken_back(officer)
    taken_back(gone)
    assert faults() == []
    PublicList.objects.filter(ref=gone.ref).update(rows=[{"code": "x", "cells": {}}])
    PublicList.objects.filter(ref=stands.ref).update(title="改过的名称")
    PublicOfficer.objects.filter(ref=officer.public_id).update(name="王海涛")
    pages_on_disk.write_list_file(gone.ref, "csv", b"left")
    PublicList.objects.create(
        ref="z" * 26, list_kind="matters", list_label="清单", body_ref="b", body_name="局", title="没有人发布的清单",
        in_force_from=clock.today(), published_on=clock.today(),
    )  # fmt: skip
    said = "\n".join(faults())
    for words in (
        "撤回以后公示库中还有内容",
        "副本与发布的不一致",
        "人员名录中还有内容",
        "撤回以后文件还在",
        "没有公示员发布过",
    ):
        assert words in said


@pytest.mark.parametrize("moment", ["before", "within", "after"])
@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_death_while_a_list_is_taken_back_leaves_it_whole_or_gone(moment, client):
    """Files go first, rows in one transaction; what breaks off half-way is done again by the next delivery."""
    publication = released(an_adopted_edition(body=a_body()))
    approved(proposed(publication, ChangeKind.WITHDRAW), delivered=False)
    connections.close_all()  # none is shared with the one who dies
    child = os.fork()
    if child == 0:
        _die(moment)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    edition = PublicList.objects.get(ref=publication.ref)
    assert bool(edition.rows) is (edition.status != ListStatus.WITHDRAWN)
    assert client.get(f"/lists/{publication.ref}").status_code == (200 if edition.stands else 410)
    with clock.frozen(clock.now() + timedelta(hours=1)):  # the lease of the one who died is over
        deliver()
    assert client.get(f"/lists/{publication.ref}").status_code == 410
    assert list_files.files_of(publication.ref) == []
    assert faults() == []


def _die(moment):
    """Deliver in a process of its own and be killed at that moment of the withdrawal."""
    kill = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731
    inner = list_copies._remove_files
    if moment == "before":
        list_copies._remove_files = kill
    elif moment == "within":
        list_copies._remove_files = lambda edition: (inner(edition), kill())[0]
    else:
        list_copies.open_data.give_out_no_more = kill
    deliver()
    os._exit(1)
