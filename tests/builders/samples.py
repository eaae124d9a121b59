"""One sample object of each kind that stands in an address: what the authorization matrix opens pages on.

`SAMPLES["body"](body, state)` makes an object of that body in a state ("" for the ordinary one) and returns the
address's keyword arguments. Each context adds its own kinds.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.test import override_settings

from tests.builders.beside_publications import SAMPLES_BESIDE
from tests.builders.catalogues import (
    a_draft,
    a_letter,
    a_policy_put_forward,
    a_sample_form,
    a_submitted_edition,
    an_adopted_edition,
    the_guides,
)
from tests.builders.directory import (
    a_photographed,
    a_reviewer,
    an_account,
    an_entrustment,
    an_officer,
    shows_photos,
)
from tests.builders.disclosure import (
    a_foreign_paper,
    a_publication,
    a_repair,
    an_objection,
    deliver,
    the_people,
    withdrawal_proposed,
)
from tests.builders.public_site import count_the_month
from tests.builders.samples_of_cases import SAMPLES_OF_CASES
from tests.builders.samples_of_devices import SAMPLES_OF_DEVICES
from tests.builders.samples_of_evaluations import SAMPLES_OF_EVALUATIONS
from tests.builders.samples_of_reports import SAMPLES_OF_REPORTS
from tests.builders.standing import a_public_edition, a_publisher, listed, proposed, released
from tests.builders.voices import PNG, a_voice
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import open_data
from yangguang.catalogues.models.edition import ListKind
from yangguang.directory.models import Body
from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.make_cards import make_cards
from yangguang.directory.use_cases.propose_body import propose_body
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.disclosure.models import BoardWindow, Push
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

SAMPLES: dict[str, Callable[[Body, str], dict]] = {
    **SAMPLES_OF_CASES, **SAMPLES_OF_DEVICES, **SAMPLES_OF_REPORTS, **SAMPLES_OF_EVALUATIONS,
    **SAMPLES_BESIDE,
}  # fmt: skip


def sample(kind: str):
    """Register the maker of one kind."""

    def register(make: Callable[[Body, str], dict]):
        SAMPLES[kind] = make
        return make

    return register


@sample("body")
def _body(body: Body, state: str) -> dict:
    return {"ref": body.public_id}


@sample("officer")
def _officer(body: Body, state: str) -> dict:
    return {"ref": an_officer(body=body, with_certificate=state != "without_certificate").public_id}


@sample("officer_with_photo")
def _officer_with_photo(body: Body, state: str) -> dict:
    return {"ref": a_photographed(an_officer(body=body)).public_id}


@sample("certificate")
def _certificate(body: Body, state: str) -> dict:
    certificate = an_officer(body=body).certificates.get()
    if state == "suspended":
        suspend_certificate(certificate=certificate, reason="接受调查", actor=SYSTEM, at=Moment.now())
    return {"ref": certificate.public_id}


@sample("feed")
def _feed(body: Body, state: str) -> dict:
    return {"suffix": "atom"}


@sample("open_data_file")
def _open_data_file(body: Body, state: str) -> dict:
    open_data.make()
    return {"name": "decisions", "suffix": "csv"}


@sample("card_batch")
def _card_batch(body: Body, state: str) -> dict:
    certificate = an_officer(body=body).certificates.get()
    with override_settings(PUBLIC_SITE={**settings.PUBLIC_SITE, "url": "https://gongshi.example"}):
        made = make_cards(body=body, certificates=[certificate], actor=SYSTEM, at=Moment.now())
    return {"ref": made.public_id, "layout": "cards"}


@sample("entrustment")
def _entrustment(body: Body, state: str) -> dict:
    return {"ref": an_entrustment(entrusting=body, published=state == "published").public_id}


@sample("body_proposal")
def _body_proposal(body: Body, state: str) -> dict:
    told = {"reason": "示编〔2026〕8号", "legal_representative": "李新"}
    return {"ref": propose_body(body=body, actor=SYSTEM, at=Moment.now(), **told).public_id}


@sample("account")
def _account(body: Body, state: str) -> dict:
    account = an_account(role="case_handler", body=body)
    if state == "locked":
        lock_account(account=account, reason="调离", actor=SYSTEM, at=Moment.now())
    return {"ref": account.public_id}


@sample("reviewer")
def _reviewer(body: Body, state: str) -> dict:
    return {"ref": a_reviewer(body=body, qualified=state != "unqualified").public_id}


@sample("edition")
def _edition(body: Body, state: str) -> dict:
    edition = a_public_edition(body=body)
    if state == "superseded":
        an_adopted_edition(body=body, from_day=clock.today())
    return {"edition_ref": edition.public_id}


@sample("edition_draft")
def _edition_draft(body: Body, state: str) -> dict:
    return {"edition_ref": a_draft(body=body).public_id}


@sample("edition_submitted")
def _edition_submitted(body: Body, state: str) -> dict:
    return {"edition_ref": a_submitted_edition(body=body, from_day=clock.today()).public_id}


@sample("edition_for_the_bureau")
def _edition_for_the_bureau(body: Body, state: str) -> dict:
    kind = ListKind.REGULATORY_MATTERS
    return {
        "edition_ref": a_submitted_edition(body=body, kind=kind, codes=("JG-01",), from_day=clock.today()).public_id
    }


@sample("policy_for_review")
def _policy_for_review(body: Body, state: str) -> dict:
    return {"edition_ref": a_policy_put_forward(body, on=clock.today()).public_id}


@sample("edition_for_a_letter")
def _edition_for_a_letter(body: Body, state: str) -> dict:
    kind = ListKind.RANDOM_INSPECTION
    return {
        "edition_ref": a_submitted_edition(body=body, kind=kind, codes=("CC-01",), from_day=clock.today()).public_id
    }


@sample("outside_review")
def _outside_review(body: Body, state: str) -> dict:
    kind = ListKind.RANDOM_INSPECTION
    edition = a_submitted_edition(body=body, kind=kind, codes=("CC-01",), from_day=clock.today())
    return {"ref": a_letter(edition).public_id}


@sample("edition_to_file")
def _edition_to_file(body: Body, state: str) -> dict:
    kind = ListKind.AUDIOVISUAL_RECORDING
    return {"edition_ref": an_adopted_edition(body=body, kind=kind, codes=("YX-01",)).public_id}


@sample("list_entry")
def _list_entry(body: Body, state: str) -> dict:
    return {"entry_ref": a_public_edition(body=body).entries.get().public_id}


@sample("draft_entry")
def _draft_entry(body: Body, state: str) -> dict:
    return {"entry_ref": a_draft(body=body).entries.get().public_id}


@sample("draft_sample_form")
def _draft_sample_form(body: Body, state: str) -> dict:
    return {"ref": a_sample_form(body=body).public_id}


@sample("sample_form")
def _sample_form(body: Body, state: str) -> dict:
    known = a_sample_form(body=body, adopted=state != "draft")
    if state != "draft":
        released(known.edition)
    return {"ref": known.public_id}


@sample("guide_paper")
def _guide_paper(body: Body, state: str) -> dict:
    return {"entry_ref": _public_guide(body, state)["ref"], "paper": "guide"}


@sample("public_guide")
def _public_guide(body: Body, state: str) -> dict:
    edition = the_guides(body)
    released(edition)
    return {"ref": edition.entries.first().public_id}


@sample("public_guide_paper")
def _public_guide_paper(body: Body, state: str) -> dict:
    return {**_public_guide(body, state), "paper": "guide"}


@sample("publication")
def _publication(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": a_publication(people, state=state).public_id}


@sample("push")
def _push(body: Body, state: str) -> dict:
    publication = a_publication(the_people(body), state="published")
    now = clock.now()
    return {"ref": Push.objects.create(channel="weixin", publication=publication, version=1, next_try_at=now, asked_at=now,
                                       status="failed").public_id}  # fmt: skip


@sample("withdrawal_proposal")
def _withdrawal_proposal(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": withdrawal_proposed(a_publication(people, state="published"), people).public_id}


@sample("foreign_paper")
def _foreign_paper(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": a_foreign_paper(a_publication(people, state=state), people).public_id}


@sample("credit_repair")
def _credit_repair(body: Body, state: str) -> dict:
    return {"ref": a_repair(the_people(body)).public_id}


@sample("objection")
def _objection(body: Body, state: str) -> dict:
    return {"ref": an_objection(the_people(body)).public_id}


@sample("notice")
def _notice(body: Body, state: str) -> dict:
    return {"ref": a_publication(the_people(body), state="published").notice_ref}


@sample("proof")
def _proof(body: Body, state: str) -> dict:
    known = _notice(body, state)
    write_log()
    return known


@sample("log_month")
def _log_month(body: Body, state: str) -> dict:
    _proof(body, state)
    return {"month": count_the_month(), "suffix": "tlog-proof"}


@sample("list_kind")
def _list_kind(body: Body, state: str) -> dict:
    return {"kind": "wage_arrears_sanctions"}


@sample("log")
def _log(body: Body, state: str) -> dict:
    _proof(body, state)
    return {"name": "tile/entries/000.p/1"}


@sample("public_body")
def _public_body(body: Body, state: str) -> dict:
    deliver()
    return {"ref": body.public_id}


@sample("public_officer")
def _public_officer(body: Body, state: str) -> dict:
    known = an_officer(body=body)
    deliver()
    return {"ref": known.public_id, "number": known.certificates.get().number}


@sample("public_officer_with_photo")
def _public_officer_with_photo(body: Body, state: str) -> dict:
    shows_photos(body)
    told = _officer_with_photo(body, state)
    deliver()
    return told


def _a_window(body: Body) -> BoardWindow:
    clerk = an_account(role="window_clerk", body=body)
    board = word_board(
        body=body, place="1楼", hours="8:30", phone="12333", services="领取文书｜身份证｜当场办理", notices=[], actor=clerk,
        at=Moment.now(),
    )  # fmt: skip
    today = Moment.now().day
    return post_window(
        board=board, label="1号窗口", name="秦悦", post="窗口人员", duties="登记", from_day=today, until_day=today, actor=clerk,
        at=Moment.now(),
    )  # fmt: skip


@sample("board_window")
def _board_window(body: Body, state: str) -> dict:
    return {"ref": _a_window(body).public_id}


@sample("public_board")
def _public_board(body: Body, state: str) -> dict:
    _a_window(body)
    deliver()
    return {"ref": body.public_id}


@sample("standing_publication")
def _standing_publication(body: Body, state: str) -> dict:
    edition = an_adopted_edition(body=body)
    return {"ref": (released(edition) if state == "published" else listed(edition)).ref}


@sample("standing_change")
def _standing_change(body: Body, state: str) -> dict:
    publication = released(an_adopted_edition(body=body))
    return {"ref": proposed(publication, ChangeKind.WITHDRAW, by=a_publisher(body)).public_id}


@sample("public_list_file")
def _public_list_file(body: Body, state: str) -> dict:
    return {**_public_list(body, state), "suffix": "csv"}


@sample("public_list")
def _public_list(body: Body, state: str) -> dict:
    return {"ref": released(an_adopted_edition(body=body)).ref}


@sample("public_flowchart")
def _public_flowchart(body: Body, state: str) -> dict:
    publisher = an_account(role="publisher", body=body)
    published = publish_flowchart(name="complaint", body=body, actor=publisher, at=Moment.now())
    deliver()
    return {"ref": published.public_id}


@sample("voice")
def _voice(body: Body, state: str) -> dict:
    return {"ref": a_voice(body).public_id}


@sample("voice_act")
def _voice_act(body: Body, state: str) -> dict:
    return {"ref": a_voice(body, "question").public_id, "act": "keep"}


@sample("voice_file")
def _voice_file(body: Body, state: str) -> dict:
    return {"ref": a_voice(body, files=[PNG]).public_id, "position": 0}


@sample("complaint_of_conduct")
def _complaint_of_conduct(body: Body, state: str) -> dict:
    return {"ref": a_voice(body, "conduct").public_id, "act": "press"}
