"""The lists of the labour bureau beside those its cases go by: reviewed by the office each duty names, adopted, public."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from yangguang.base.events import SYSTEM
from yangguang.base.press.blocks import Heading, SealPlace, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.catalogues.api import (
    Edition,
    ListKind,
    adopt_list,
    file_edition,
    guide_rows,
    record_outside_review,
    rest_of_guides,
    review_outside,
    review_policy,
    shipped_rows,
)
from yangguang.directory.api import Account, Body, totp
from yangguang.disclosure.api import release_list, schedule_list
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

SOURCE = "随产品提供的演示内容，正式使用前应当换成本地现行清单"
MARKET = "示范县市场监督管理局"
JUSTICE = "示范县司法局"
POLICIES = (ListKind.DISCLOSURE_POLICY, ListKind.RECORDING_POLICY, ListKind.REVIEW_POLICY)
FROM_REGISTER = (ListKind.BODIES, ListKind.OFFICERS)
TYPED = (
    ListKind.REGULATORY_MATTERS, ListKind.RANDOM_INSPECTION, ListKind.POST_ENFORCEMENT_PUBLICATION,
    ListKind.AUDIOVISUAL_RECORDING, ListKind.REVIEW_ELEMENTS,
)  # fmt: skip


def adopt_others(body: Body, accounts: Mapping[str, Account]) -> None:
    """Every list that no case computes with, through the same acts as the screens."""
    drafter, head = accounts["林静"], accounts["高建华"]
    by_justice = partial(_agree, accounts["孙立群"])
    reviews: dict[ListKind, Callable[[Edition], object]] = {
        ListKind.REGULATORY_MATTERS: by_justice,
        ListKind.BODIES: by_justice,
        ListKind.RANDOM_INSPECTION: partial(_letter, drafter),
    }
    for kind in (*TYPED, *FROM_REGISTER):
        adopt_list(
            kind, None if kind in FROM_REGISTER else shipped_rows(kind), body=body, drafter=drafter, head=head,
            source="" if kind in FROM_REGISTER else SOURCE, at=Moment.now(), review=reviews.get(kind),
        )  # fmt: skip
    guides = guide_rows(body, clock.today(), rest_of_guides())
    adopt_list(ListKind.SERVICE_GUIDES, guides, body=body, drafter=drafter, head=head, source=SOURCE, at=Moment.now())


def adopt_policies(body: Body, accounts: Mapping[str, Account]) -> None:
    """The bureau's rules for the three systems: drafted, reviewed by its legal office, adopted, filed with the judicial bureau."""
    drafter, head = accounts["林静"], accounts["高建华"]

    def reviewed(edition: Edition) -> None:
        opinion = "要素齐全，与上位规定一致，同意送审定。"
        review_policy(edition=edition, agrees=True, opinion=opinion, actor=accounts["孟洁"], at=Moment.now())
        if edition.list_kind == ListKind.DISCLOSURE_POLICY:
            _agree(accounts["孙立群"], edition)

    for number, kind in enumerate(POLICIES, start=1):
        at = Moment.now()
        edition = adopt_list(
            kind, shipped_rows(kind), body=body, drafter=drafter, head=head, source=SOURCE, at=at, review=reviewed
        )
        file_edition(
            edition=edition, office_name=JUSTICE, number=f"示司备〔{at.day.year}〕{number}号", filed_on=at.day,
            actor=drafter, at=at,
        )  # fmt: skip


def release_all(day: date, publishers: Mapping[str, Account], bodies: Mapping[str, Body]) -> None:
    """Every adopted edition goes out on the day it was adopted, by a publisher who wrote nothing of it; a code a minute."""
    for key, publisher in publishers.items():
        for number, edition in enumerate(Edition.objects.filter(body=bodies[key]).order_by("pk")):
            with clock.frozen(clock.beijing(day, 9 + number // 60, number % 60)):
                at = Moment.now()
                publication = schedule_list(edition=edition, actor=SYSTEM, at=at)
                publisher.refresh_from_db()
                code = totp.next_usable_code(publisher.totp_secret, now=clock.now(), after=publisher.totp_last_step)
                release_list(publication_id=publication.pk, code=code, actor=publisher, at=at)


def _agree(supervisor: Account, edition: Edition) -> object:
    return review_outside(edition=edition, agrees=True, opinion="经审核，同意。", actor=supervisor, at=Moment.now())


def _letter(drafter: Account, edition: Edition) -> object:
    """The market supervision is not in this system: its letter is recorded."""
    today = clock.today()
    number = f"示市监函〔{today.year}〕7号"
    words = f"你局送审的{edition}收悉。经审核，同意。"
    sheet = Sheet(
        title="复函", number=number, body_name=MARKET, dated_on=today,
        blocks=(Heading("关于随机抽查事项清单审核意见的复函"), paragraph(words), SealPlace(MARKET, today)),
    )  # fmt: skip
    return record_outside_review(
        edition=edition, office_name=MARKET, document_number=number, reviewed_on=today, agrees=True, opinion="同意。",
        content=render_pdf(sheet), file_name="复函.pdf", actor=drafter, at=Moment.now(),
    )  # fmt: skip
