"""Each channel shows what its own profile says; the nearest region goes first."""

import pytest

from yangguang.disclosure.rules.profiles import (
    CODE,
    DOUBLE_PUBLICITY,
    MINOR,
    PORTAL,
    Named,
    profile_for,
    profile_from,
    profiles,
    strongest,
)
from yangguang.disclosure.rules.redaction import PARTY, Known, redacted, with_aliases
from yangguang.statutes import clause

FIRM = Named("示范市晨曦电子有限公司", "91990101MA7C4K2R0K", is_person=False)
MAN = Named("欧阳春", "", is_person=True)
TEXT = "示范市晨曦电子有限公司（以下简称晨曦公司）代码91990101MA7C4K2R0K，晨曦公司名下粤（2020）示范市不动产权第0012345号。"


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("990101", "portal"),
        ("440305", "portal_440000"),
        ("440000", "portal_440000"),
        ("450000", "portal"),
        ("", "portal"),
    ],
)
def test_nearest_region_gives_the_profile(region, name):
    assert profile_for(PORTAL, region).name == name


@pytest.mark.clause("GD-DISC-2021:14")
def test_guangdong_hides_the_party_by_every_name_its_code_and_its_title_deeds():
    known = with_aliases(profile_for(PORTAL, "440305").known([FIRM], ()), [TEXT])
    shown = redacted(TEXT, known)
    for private in ("晨曦", "91990101", "0012345"):
        assert private not in shown
    assert shown.startswith("〔已隐去：当事人名称〕")


def test_elsewhere_an_organisation_is_shown_and_a_person_by_surname():
    known = with_aliases(profile_for(PORTAL, "990101").known([FIRM, MAN], [Known("欧阳春")]), [TEXT])
    assert redacted(TEXT, known) == TEXT
    assert redacted("欧阳春到场", known) == "欧阳某某到场"


def test_person_who_is_party_is_not_even_shown_by_surname_in_guangdong():
    known = profile_for(PORTAL, "440000").known([MAN], [Known("欧阳春")])
    assert known[0].kind == PARTY
    assert redacted("欧阳春到场", known) == "〔已隐去：当事人名称〕到场"


def test_minor_shows_nothing_of_a_name_in_any_profile():
    known = strongest([Known("王小芸"), Known("王小芸", MINOR), Known("王小芸", CODE)])
    assert redacted("王小芸到场", known) == "〔已隐去：未成年人姓名〕到场"


def test_double_publicity_shows_the_organisation_everywhere_and_asks_for_its_code():
    profile = profile_for(DOUBLE_PUBLICITY, "440305")
    assert profile.organisation == "shown"
    assert {field.code for field in profile.fields if field.required} >= {"CF_XDR_MC", "CF_WSH", "CF_CFJGDM"}


def test_every_profile_cites_a_clause_and_says_something_known_of_parties():
    for profile in profiles():
        assert clause(profile.clause)
        assert {profile.organisation, profile.person} <= {"shown", "surname", "hidden"}


def test_word_that_no_profile_knows_is_no_profile():
    with pytest.raises(TypeError):
        profile_from({"name": "x", "shows": "everything"})


def test_channel_without_a_profile_shows_nothing():
    with pytest.raises(LookupError):
        profile_for("elsewhere", "990101")
