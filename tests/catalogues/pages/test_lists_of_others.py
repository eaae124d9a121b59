"""Other bodies read an adopted edition while the public may; its own body, supervisors and the bodies that go by it always."""

import pytest
from django.urls import reverse

from tests.builders.catalogues import a_drafter, a_sample_form, an_adopted_edition
from tests.builders.directory import a_body, an_account, an_officer
from tests.builders.standing import approved, proposed, released, taken_back
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import adopt_list
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16")]


@pytest.fixture
def county():
    return a_body(named="示范县人民政府", mark="示政")


@pytest.fixture
def edition(county):
    return an_adopted_edition(body=a_body(named="示范县人力资源和社会保障局", under=county))


@pytest.fixture
def stranger(county):
    return an_account(role=Role.CASE_HANDLER, body=a_body(named="示范县水利局", mark="示水", under=county))


def addresses(edition):
    """Every page that shows what an edition says."""
    row = edition.entries.order_by("position").first()
    pages = [reverse(f"catalogues:{name}", args=[edition.public_id]) for name in ("edition", "workbook", "compare")]
    return [*pages, reverse("catalogues:entry", args=[row.public_id])]


def read(client, account, *addresses):
    client.force_login(account)
    return {client.get(address).status_code for address in addresses}


def test_others_read_an_edition_from_its_release_until_it_is_taken_back(client, edition, stranger):
    assert read(client, stranger, *addresses(edition)) == {404}
    publication = released(edition)
    assert read(client, stranger, *addresses(edition)) == {200}
    down = taken_back(publication)
    assert read(client, stranger, *addresses(edition)) == {404}
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    assert read(client, stranger, *addresses(edition)) == {200}


def test_own_body_and_supervisor_read_it_all_along(client, edition, county):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    supervisor = an_account(role=Role.SUPERVISOR, body=bureau)
    own = an_account(role=Role.CASE_HANDLER, body=edition.body)
    publication = released(edition)
    taken_back(publication)
    for account in (own, supervisor):
        assert read(client, account, *addresses(edition)) == {200}


def test_papers_of_a_guide_and_its_sample_forms_are_closed_with_it(client, county, stranger):
    form = a_sample_form(body=a_body(under=county), adopted=True)
    guide = form.edition.entries.get(code=form.code)
    papers = [
        reverse("catalogues:sample_form", args=[form.public_id]),
        reverse("catalogues:guide_paper", args=[guide.public_id, "guide"]),
    ]
    assert read(client, stranger, *papers) == {404}
    released(form.edition)
    assert read(client, stranger, *papers) == {200}


def test_edition_from_which_words_were_hidden_is_read_in_public_only(client, edition, stranger):
    publication = released(edition)
    old = publication.copy["rows"][0]["cells"]["violation"]
    shown = approved(proposed(publication, ChangeKind.CORRECT, replacements=[(old, f"{old}秘密")]))
    assert read(client, stranger, *addresses(edition)) == {200}
    approved(
        proposed(shown, ChangeKind.CORRECT, replacements=[("秘密", "")], hides_more=True, reason="不应公开的文字。")
    )
    assert read(client, stranger, *addresses(edition)) == {404}


def test_bodies_below_read_what_they_go_by_before_it_is_public_but_no_register(client, edition):
    brigade = a_body(named="示范县劳动保障监察大队", mark="示监", under=edition.body)
    account = an_account(role=Role.CASE_HANDLER, body=brigade)
    assert read(client, account, *addresses(edition)) == {200}
    page = client.get(reverse("catalogues:list", args=[edition.list_kind])).content.decode()
    assert edition.version in page
    an_officer(body=edition.body, named="王海涛")
    people = {"drafter": a_drafter(edition.body),
              "head": an_account(role=Role.AGENCY_HEAD, body=edition.body, named="高建华")}  # fmt: skip
    register = adopt_list(ListKind.OFFICERS, None, body=edition.body, source="", at=Moment.now(), **people)
    assert read(client, account, *addresses(register)) == {404}


def test_page_of_a_list_says_that_the_one_in_force_is_not_public(client, edition, stranger):
    address = f"{reverse('catalogues:list', args=[edition.list_kind])}?body={edition.body.public_id}"
    client.force_login(stranger)
    page = client.get(address).content.decode()
    assert "施行中的版本没有公开" in page
    assert edition.version not in page
    released(edition)
    page = client.get(address).content.decode()
    assert "施行中的版本没有公开" not in page
    assert edition.version in page


def test_comparison_shows_nothing_of_an_edition_that_was_taken_back(client, edition, stranger):
    taken_back(released(edition))
    second = an_adopted_edition(body=edition.body, from_day=clock.today(), copied=True, codes=(), version="2026年第2版")
    assert second.based_on == edition
    released(second, late_reason="")
    client.force_login(stranger)
    address = reverse("catalogues:compare", args=[second.public_id])
    page = client.get(address)
    assert page.status_code == 200
    assert edition.public_id not in page.content.decode()
    assert client.get(f"{address}?with={edition.public_id}").status_code == 404
    client.force_login(an_account(role=Role.CASE_HANDLER, body=edition.body))
    assert edition.public_id in client.get(address).content.decode()
