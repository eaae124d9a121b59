"""What we ship of others is what its makers published, with their licence, and nothing else."""

import json
import re

from structure import vendor
from tests.structure.source import PACKAGE, templates

STATIC = PACKAGE / "base/static"


def test_manifest_names_every_vendored_file_with_its_fingerprint():
    assert json.loads((vendor.VENDOR / "manifest.json").read_text()) == vendor.manifest()


def test_every_vendored_part_keeps_its_licence():
    for folder in vendor.VENDOR.iterdir():
        if folder.is_dir():
            assert "MIT" in (folder / "LICENSE").read_text()


def test_every_icon_named_in_a_template_is_vendored():
    named = {name for path in templates() for name in re.findall(r'{% icon "([^"]+)"', path.read_text())}
    assert named <= set(vendor.ICON_NAMES.split())


def test_nothing_is_fetched_from_elsewhere():
    for path in [*STATIC.rglob("*.css"), *STATIC.rglob("*.js"), *templates()]:
        found = re.findall(r"(?:src|href)=[\"']https?://|url\(\s*[\"']?https?:|import\s+.*https?://", path.read_text())
        assert not found, path


def test_templates_have_no_inline_style_or_script():
    for path in templates():
        text = path.read_text()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=[\"']|<script(?![^>]*\ssrc=)", text), path


def test_style_sheets_and_scripts_stay_within_300_lines():
    for path in [*(STATIC / "css").glob("*.css"), *(STATIC / "js").glob("*.js")]:
        assert len(path.read_text().splitlines()) <= 300, path
