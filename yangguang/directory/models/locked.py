"""Rows locked for an act, with the body in whose chain the act is recorded."""

from __future__ import annotations

from yangguang.base.events import Subject
from yangguang.directory.models.account import Account
from yangguang.directory.models.body import Body, Entrustment
from yangguang.directory.models.officer import Certificate


def locked_account(account: Account) -> tuple[Account, Subject]:
    """An account, locked, and the subject of what happens to it."""
    row = Account.objects.select_for_update(of=("self",)).select_related("body").get(pk=account.pk)
    return row, Subject("account", row.public_id, row.body.public_id)


def locked_certificate(certificate: Certificate) -> tuple[Certificate, Body, Subject]:
    """A certificate, locked, its officer's body, and the officer as subject."""
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("officer__body")
    row = rows.get(pk=certificate.pk)
    body = row.officer.body
    return row, body, Subject("officer", row.officer.public_id, body.public_id)


def locked_entrustment(entrustment: Entrustment) -> tuple[Entrustment, Subject]:
    """An entrustment, locked, recorded in the entrusting body's chain."""
    rows = Entrustment.objects.select_for_update(of=("self",)).select_related("entrusting", "entrusted")
    row = rows.get(pk=entrustment.pk)
    return row, Subject("entrustment", row.public_id, row.entrusting.public_id)
