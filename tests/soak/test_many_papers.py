"""Files of hundreds of papers are bound whole."""

import pytest

from tests.builders import cases as build
from tests.records.test_bind_file import bound_as
from yangguang.base.events import SYSTEM
from yangguang.base.press.blocks import Heading, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

pytestmark = pytest.mark.django_db


def test_hundreds_of_papers_are_bound(request):
    case, many = build.an_open_case(), 20 * request.config.getoption("soak")
    with build.on(build.CONCLUDED) as at:
        for number in range(many):
            sheet = Sheet(
                title=f"材料{number}", blocks=(Heading(f"材料{number}"), paragraph("内容。" * 200)), dated_on=at.day
            )
            make_document(
                kind="closing_report", title=f"材料{number}", sheet=sheet, body=case.body, file_ref=case.public_id,
                dated_on=at.day, actor=SYSTEM, at=Moment.now(),
            )  # fmt: skip
    bound = bound_as(case, "preview")
    assert bound.pages > many
    assert bound.done == bound.total
