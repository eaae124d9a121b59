"""Files of a test lie apart."""

import pytest


@pytest.fixture
def apart(settings, tmp_path):
    """Pages, log and bundles of this test in folders of its own; the folder for what is carried."""
    settings.PAGES_DIR, settings.BUNDLE_DIR = tmp_path / "pages", tmp_path / "bundles"
    settings.TLOG_DIR = tmp_path / "tlog"
    return tmp_path / "disk"
