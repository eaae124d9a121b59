"""Templates and style sheets: nothing from elsewhere, nothing inline, nothing that no page uses."""

import re

from tests.structure.source import PACKAGE, place, python_files, templates

STATIC = [path for path in PACKAGE.glob("*/static/**/*") if path.suffix in {".css", ".js", ".svg"}]
OWN = [path for path in STATIC if "vendor" not in path.parts]
FETCHED = re.compile(
    r"""<(?:link|script|img|iframe|source|video|audio|use)\b[^>]*\b(?:src|href|srcset)\s*=\s*["']?(?:https?:)?//""",
    re.I,
)
FETCHED_BY_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?:https?:)?//""", re.I)
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/json)|<style|\sstyle=|\son[a-z]+=|javascript:", re.I
)
NAMED = re.compile(r"""["']([\w\-/]+\.(?:html|txt))["']""")


def read(path):
    return path.read_text(encoding="utf-8")


def template_name(path):
    return str(path).partition("/templates/")[2]


def test_no_asset_comes_from_elsewhere():
    pages = [place(path) for path in templates() if FETCHED.search(read(path))]
    sheets = [place(path) for path in STATIC if path.suffix == ".css" and FETCHED_BY_CSS.search(read(path))]
    assert not pages + sheets


def test_no_script_or_style_stands_in_a_page():
    assert not [place(path) for path in templates() if INLINE.search(read(path))]


def test_inline_script_is_found_and_data_is_not():
    assert INLINE.search("<script>alert(1)</script>")
    assert INLINE.search('<a onclick="go()">')
    assert not INLINE.search('<script src="/static/a.js"></script><script type="application/json">{}</script>')


def test_no_template_lies_unused():
    used = {name for path in python_files() + templates() for name in NAMED.findall(read(path))}
    used |= {"403.html", "404.html", "500.html"} | {template_name(p) for p in templates() if "layouts" in p.parts}
    assert not [place(path) for path in templates() if template_name(path) not in used]


def test_every_template_a_page_names_exists():
    present = {template_name(path) for path in templates()} | {"django/forms/widgets/input.html"}
    missing = {
        f"{place(path)} {name}"
        for path in templates()
        for name in re.findall(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""", read(path))
        if name not in present
    }
    assert not missing


def test_no_style_or_script_of_our_own_lies_unused():
    words = set(re.findall(r"[\w-]+", "".join(read(path) for path in python_files() + templates())))
    assert not [place(path) for path in OWN if path.suffix in {".css", ".js"} and path.stem not in words]


def test_layout_takes_no_name_that_a_page_may_give_its_template():
    """A layout is rendered before the page's own part: what it names would take the place of what the view gave."""
    layouts = [path for path in templates() if "layouts" in path.parts]
    named = {name for path in layouts for name in re.findall(r"\bas (\w+) %}", read(path))}
    assert named
    assert [name for name in sorted(named) if not name.endswith("_address")] == []
    given = {name for path in python_files() for name in re.findall(r"[\"'](\w+_address)[\"']:", read(path))}
    assert not named & given
