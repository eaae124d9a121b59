"""Cases answer for their files: whoever may see a case may read what is in its file."""

from yangguang.cases.queries import cases_visible_to
from yangguang.directory.api import Account
from yangguang.records.readers import reader


@reader("cases")
def may_read_case_file(account: Account, file_ref: str) -> bool:
    """The file of a case the account may see."""
    return cases_visible_to(account).filter(public_id=file_ref).exists()
