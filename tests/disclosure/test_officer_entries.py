"""An officer's public entry: whose it is to take back, that nobody who left comes back, that two processes never revive it."""

import threading
from datetime import timedelta

import pytest
from django.db import connections, transaction

from tests.builders.directory import a_body, an_account, an_entrustment, an_officer, fresh_code
from tests.builders.disclosure import deliver
from tests.builders.public_site import count_the_month
from tests.builders.standing import WHY, a_publisher, approved, officer_taken_back, proposed, released
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.base.tlog.monitor import Monitor
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import PublicList, PublicMonth, PublicOfficer, open_data
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import adopt_list
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.disclosure.plugs import lists_out, registers
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.approve_change import approve_change
from yangguang.disclosure.use_cases.return_change import return_change
from yangguang.disclosure.use_cases.take_back_officer import take_back_officer
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16")]


def asked_back(officer, body, *, named="何晓东"):
    """The proposal of a body to take an officer's entry back."""
    actor = a_publisher(body, named=named)
    return take_back_officer(officer=officer, ground="mistaken", reason=WHY, actor=actor, at=Moment.now())


def leaves(officer):
    leave_post(officer=officer, left_on=clock.today(), actor=SYSTEM, at=Moment.now())


def people_list(body):
    """The body's officers as a public list."""
    people = {"drafter": an_account(role="legal_reviewer", body=body, named="周敏"),
              "head": an_account(role="agency_head", body=body, named="高建华")}  # fmt: skip
    edition = adopt_list(ListKind.OFFICERS, None, body=body, source="", at=Moment.now(), **people)
    return released(edition)


def names_in(publication):
    return [row["cells"]["name"] for row in PublicList.objects.get(ref=publication.ref).rows]


@pytest.mark.clause("TSO-2018:withdraw")
def test_entry_is_taken_back_by_whichever_body_may_and_not_only_by_the_one_that_came_first():
    agreement = an_entrustment()
    entrusting, own = agreement.entrusting, agreement.entrusted
    officer = an_officer(body=own)
    first = asked_back(officer, entrusting)
    with pytest.raises(Refused, match="已经对这名人员的公示提出变更") as refusal:
        asked_back(officer, own)
    assert "退回" in refusal.value.remedy
    head = a_publisher(entrusting, named="林国栋")
    return_change(change_id=first.pk, reason="不撤。", actor=head, at=Moment.now())
    end_entrustment(entrustment=agreement, ended_on=clock.today(), reason="协议解除", actor=SYSTEM, at=Moment.now())
    change = asked_back(officer, own)
    assert change.publication.body == own
    publication = approved(change, by=a_publisher(own, named="林国栋"))
    assert not publication.stands
    assert PublicOfficer.objects.get(ref=officer.public_id).body_name == own.name
    with pytest.raises(Refused, match="只有本机关"):
        asked_back(officer, entrusting)


@pytest.mark.duty("D07")
@pytest.mark.clause("TSO-2018:withdraw")
def test_entry_of_one_who_left_is_not_put_back():
    officer = an_officer(named="王海涛")
    publication = officer_taken_back(officer)
    change = proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。")
    leaves(officer)
    deliver()
    second = a_publisher(publication.body, named="林国栋")
    with pytest.raises(Refused, match="已经离岗") as refusal:
        approve_change(change_id=change.pk, code=fresh_code(second), actor=second, at=Moment.now())
    assert "请退回" in refusal.value.remedy
    return_change(change_id=change.pk, reason="已经离岗。", actor=second, at=Moment.now())
    with pytest.raises(Refused, match="已经离岗"):
        proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。")
    assert not PublicOfficer.objects.filter(ref=officer.public_id).exists()


@pytest.mark.duty("D07")
def test_one_who_leaves_between_the_putting_back_and_its_arrival_is_not_published():
    officer = an_officer(named="王海涛")
    publication = officer_taken_back(officer)
    change = proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。")
    approved(change, delivered=False)
    leaves(officer)
    deliver()
    lists_out.send(LedgerEntry.objects.get(event="StandingPutBack"))
    assert not PublicOfficer.objects.filter(ref=officer.public_id).exists()


@pytest.mark.duty("D07")
@pytest.mark.parametrize("kind", [ChangeKind.CORRECT, ChangeKind.RESTORE])
def test_who_left_does_not_come_back_with_a_correction_of_the_list(kind, client):
    body = a_body()
    officer, _ = an_officer(body=body, named="王海涛"), an_officer(body=body, named="赵文斌")
    publication = people_list(body)
    leaves(officer)
    deliver()
    assert names_in(publication) == ["赵文斌"]
    if kind == ChangeKind.RESTORE:
        publication = approved(proposed(publication, ChangeKind.WITHDRAW))
        given = {"reason": "核实无误，恢复公开。"}
    else:
        given = {"replacements": [("监察员", "一级监察员")]}
    approved(proposed(publication, kind, **given))
    assert names_in(publication) == ["赵文斌"]
    assert "王海涛" not in client.get(f"/lists/{publication.ref}/files/csv").content.decode()


def held_up(monkeypatch, module, name, meanwhile):
    """Let another process do something just before this one writes to the public store; it may have to wait for this one."""
    write, done = getattr(module, name), []

    def run():
        try:
            meanwhile()
            done.append(True)
        finally:
            connections.close_all()

    other = threading.Thread(target=run)

    def written(*args, **kwargs):
        monkeypatch.setattr(module, name, write)
        other.start()
        other.join(timeout=2)
        return write(*args, **kwargs)

    monkeypatch.setattr(module, name, written)
    return other, done


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
@pytest.mark.parametrize("what", ["register", "putting back", "list"])
def test_entry_taken_back_while_another_process_writes_it_stays_down(what, monkeypatch):
    """Two job processes at once: what the one read before the withdrawal is not written after it."""
    officer = an_officer(named="王海涛")
    an_officer(body=officer.body, named="赵文斌")
    if what == "list":
        publication = people_list(officer.body)
        approved(proposed(publication, ChangeKind.CORRECT, replacements=[("监察员", "一级监察员")]), delivered=False)
        told, read, name = "ListCorrected", lists_out, "list_copies"
    elif what == "putting back":
        publication = officer_taken_back(officer)
        approved(proposed(publication, ChangeKind.RESTORE, reason="已经核实。"), delivered=False)
        told, read, name = "StandingPutBack", lists_out, "put_officers"
    else:
        suspend_certificate(certificate=officer.certificates.get(), reason="接受调查", actor=SYSTEM, at=Moment.now())
        told, read, name = "CertificateSuspended", registers, "put_officers"
    entry = LedgerEntry.objects.filter(event=told).latest("pk")
    module, name = (read.list_copies, "receive_list") if name == "list_copies" else (read, name)

    def taken_back_elsewhere():
        officer_taken_back(officer, delivered=False)
        with transaction.atomic():
            lists_out.take_back(LedgerEntry.objects.filter(event="StandingWithdrawn").latest("pk"))

    other, done = held_up(monkeypatch, module, name, taken_back_elsewhere)
    with transaction.atomic():
        (registers.officer_changed if read is registers else lists_out.send)(entry)
    other.join(timeout=30)
    assert done == [True]
    assert PublicOfficer.objects.get(ref=officer.public_id).name == ""
    assert what != "list" or names_in(publication) == ["赵文斌"]


def test_log_says_that_an_entry_was_taken_back_and_that_this_is_over(client, tmp_path):
    officer = an_officer(named="王海涛")
    publication = officer_taken_back(officer)
    approved(proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。"))
    write_log(), write_log()
    open_data.make()
    said = [(leaf.type, leaf.ver, leaf.ground) for _, leaf in site_log().leaves()]
    assert said == [("list_snapshot", 1, ""), ("withdraw", 2, "mistaken"), ("expire", 3, "put_back")]

    def fetch(address):
        answer = client.get(address)
        return None if answer.status_code in (404, 503) else b"".join(answer)

    with clock.frozen(clock.now() + timedelta(hours=1)):
        open_data.make()
        assert Monitor(tmp_path / "kept", fetch).visit().faults == []
    assert [
        fault for _, _, faults in verifying.run({"log_pages", "tlog", "standing_publications"}) for fault in faults
    ] == []
    officer_taken_back(officer)
    write_log()
    assert [leaf.type for _, leaf in site_log().leaves()][3:] == ["withdraw"]
    count_the_month()
    totals = PublicMonth.objects.get().content["totals"]
    assert (totals["lists"], totals["lists_ended"]) == (2, 2)
    assert [fault for _, _, faults in verifying.run({"log_months"}) for fault in faults] == []
