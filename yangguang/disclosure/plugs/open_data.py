"""What is public leaves as open data every night, and anew once something was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yangguang.base.jobs import scheduled
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import open_data


@scheduled("disclosure.open_data", title="生成开放数据", every=timedelta(minutes=5))
def make_open_data() -> bool:
    """Make the files when they are due; whether they were."""
    return open_data.make_if_due()


@invariant("open_data", title="开放数据与生成时一致，没有已经撤下的决定")
def open_data_faults() -> Iterator[str]:
    """Every file is as the index says, and holds nothing that does not stand."""
    yield from open_data.faults()
