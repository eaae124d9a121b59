"""What runs, waits and stands beside a published decision, in a real browser: on the desk and for the public."""

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders.beside_publications import clarification_drafted, clarified, corrected
from tests.builders.disclosure import a_publication, deliver, the_people
from tests.disclosure.test_contested_in_public import contested
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.use_cases.pull_publication import pull_publication
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def seen(tab, url, account, *addresses):
    """Each page as this person gets it."""
    sign_in(tab, account, url)
    for name, address in addresses:
        tab.goto(url + address)
        look(tab, name)


def test_notice_clarification_and_contest_are_readable_on_the_desk_and_for_the_public(open_tab, live_server):
    people = the_people()
    publication = a_publication(people, state="published")
    clarified(publication, people)
    contested(publication)
    notice, row = corrected(publication, people), clarification_drafted(publication, people)
    page = reverse("disclosure:publication", args=[publication.public_id])
    seen(
        open_tab(), live_server.url, people.first, ("beside-publication", page), ("beside-today", "/desk/"),
        ("beside-told", reverse("disclosure:note_correction_told", args=[notice.public_id])),
        ("beside-clarify", reverse("disclosure:clarify", args=[publication.public_id])),
        ("beside-untold", reverse("disclosure:withdrawals") + "?view=untold"),
    )  # fmt: skip
    seen(
        open_tab(), live_server.url, people.head, ("beside-head", page),
        ("beside-approve", reverse("disclosure:approve_clarification", args=[row.public_id])),
    )  # fmt: skip
    tab = open_tab()
    for name, address in (
        ("beside-public", f"/decisions/{publication.notice_ref}"),
        ("beside-search", "/search?q=网传罚款"),
    ):
        tab.goto(live_server.url + address)
        look(tab, name)


def test_day_until_when_the_pulling_is_approved_is_readable(open_tab, live_server):
    people = the_people()
    publication = a_publication(people, state="published")
    pull_publication(publication_id=publication.pk, reason="含有不应公开的内容", actor=people.first, at=Moment.now())
    deliver()
    proposal = WithdrawalProposal.objects.get(publication=publication)
    seen(
        open_tab(), live_server.url, people.second,
        ("pulled-publication", reverse("disclosure:publication", args=[publication.public_id])),
        ("pulled-approve", reverse("disclosure:approve_withdrawal", args=[proposal.public_id])), ("pulled-today", "/desk/"),
    )  # fmt: skip
